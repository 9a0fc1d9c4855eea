import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { ApiProblem, ask } from "#web/api/api.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Combobox } from "#web/kit/combobox.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import type { Option } from "#web/kit/option.ts";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { personNamed } from "#web/contact/person-name.ts";
import { useOpportunityContacts, type NewLink } from "#web/opportunity/use-opportunity-contacts.ts";
import styles from "#web/opportunity/lose-dialog.module.css";

const ROLES = ["decisionMaker", "leader", "traveller", "billing"] as const;
const NO_ROLE = "none";

type Person = { readonly firstName: string; readonly lastName: string; readonly email: string; readonly phone: string };

/** Somebody who is known, or a new person, with the role in this project. */
export function AddContactDialog({ one, onClose }: { one: Opportunity; onClose: () => void }) {
  const { words } = useSpoken();
  const say = words.opportunity;
  const acts = useOpportunityContacts(one);
  const [known, setKnown] = useState<Option | null>(null);
  const [person, setPerson] = useState<Person>();
  const [role, setRole] = useState<string>(NO_ROLE);
  const [problem, setProblem] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const name = person ? [person.firstName, person.lastName].filter(Boolean).join(" ") : (known?.label ?? "");
  const confirm = async (): Promise<void> => {
    const link = linkOf(known, person, ROLES.find((id) => id === role) ?? null);
    if (link === undefined) return setProblem(person ? say.lastNameRequired : say.contactRequired);
    setIsPending(true);
    const error = await acts.add(link, name);
    setIsPending(false);
    if (error === undefined) onClose();
    else if (error instanceof ApiProblem) setProblem(error.body.errors?.[0]?.detail ?? error.message);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.addContactTitle}
      actions={
        <>
          <Button look="primary" onPress={() => void confirm()} isPending={isPending}>
            {say.addContact}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <div className={styles.fields}>
        {person ? (
          <PersonFields person={person} onChange={setPerson} error={problem} />
        ) : (
          <KnownContact
            value={known}
            onChange={setKnown}
            onCreate={(text) => setPerson({ ...personNamed(text), email: "", phone: "" })}
            taken={one.contacts?.map(({ id }) => id) ?? []}
            error={problem}
          />
        )}
        <Select
          label={say.roleLabel}
          isOptional
          options={[{ id: NO_ROLE, label: words.common.none }, ...ROLES.map((id) => ({ id, label: say.role[id] }))]}
          value={role}
          onChange={setRole}
        />
      </div>
    </Dialog>
  );
}

type KnownContactProps = {
  readonly value: Option | null;
  readonly onChange: (value: Option | null) => void;
  readonly onCreate: (text: string) => void;
  /** Who is there already is not offered. */
  readonly taken: readonly string[];
  readonly error: string | undefined;
};

function KnownContact({ value, onChange, onCreate, taken, error }: KnownContactProps) {
  const { words } = useSpoken();
  const [text, setText] = useState("");
  const mayCreate = useMay("contacts", "write");
  const found = useQuery({
    queryKey: ["contacts", "matches", text],
    queryFn: () => ask("listContacts", { query: { limit: 8 + taken.length, ...(text === "" ? {} : { q: text }) } }),
    placeholderData: (before) => before,
  });
  const matches = (found.data?.data ?? [])
    .filter(({ id }) => !taken.includes(id))
    .slice(0, 8)
    .map(({ id, name, clients, email }) => ({ id, label: name, detail: clients?.[0]?.name ?? email ?? "" }));
  return (
    <Combobox
      label={words.opportunity.existingContact}
      autoFocus
      value={value}
      onChange={onChange}
      matches={matches}
      onSearch={setText}
      isLoading={found.isFetching}
      {...(mayCreate ? { onCreate } : {})}
      error={value ? undefined : error}
    />
  );
}

function PersonFields({ person, onChange, error }: { person: Person; onChange: (person: Person) => void; error: string | undefined }) {
  const { words } = useSpoken();
  const say = words.opportunity;
  return (
    <>
      <TextField
        label={say.firstName}
        isOptional
        value={person.firstName}
        onChange={(firstName) => onChange({ ...person, firstName })}
        maxLength={100}
      />
      <TextField
        label={say.lastName}
        autoFocus
        value={person.lastName}
        onChange={(lastName) => onChange({ ...person, lastName })}
        maxLength={100}
        error={error}
      />
      <TextField
        label={say.email}
        isOptional
        type="email"
        value={person.email}
        onChange={(email) => onChange({ ...person, email })}
        maxLength={254}
      />
      <TextField
        label={say.phone}
        isOptional
        type="tel"
        value={person.phone}
        onChange={(phone) => onChange({ ...person, phone })}
        maxLength={40}
      />
    </>
  );
}

function linkOf(known: Option | null, person: Person | undefined, role: NewLink["role"]): NewLink | undefined {
  if (!person) return known ? { contactId: known.id, role: role ?? null } : undefined;
  if (person.lastName.trim() === "") return undefined;
  const contact = {
    lastName: person.lastName.trim(),
    firstName: person.firstName.trim() || null,
    email: person.email.trim() || null,
    phone: person.phone.trim() || null,
  };
  return { contact, role: role ?? null };
}
