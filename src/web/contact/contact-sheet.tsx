import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { NO_ADDRESS } from "#domain/client/client.ts";
import { ask } from "#web/api/api.ts";
import { useSpoken } from "#web/app/words.ts";
import type { NewRecord } from "#web/app/new-record-store.ts";
import { ContactFields, type NewContact } from "#web/contact/contact-fields.tsx";
import { personNamed } from "#web/contact/person-name.ts";
import { RecordSheet } from "#web/contact/record-sheet.tsx";
import { useCreateRecord } from "#web/contact/use-create-record.ts";
import { useMakeTags } from "#web/tag/make-tags.ts";

type ContactSheetProps = { readonly from: Extract<NewRecord, { kind: "contact" }> };

function blank({ name, client }: ContactSheetProps["from"]): NewContact {
  return {
    ...(name === undefined ? { firstName: "", lastName: "" } : personNamed(name)),
    gender: null,
    jobTitle: "",
    email: "",
    phone: "",
    address: NO_ADDRESS,
    client: client === undefined ? null : { id: client.id, label: client.name },
    role: null,
    tags: [],
    custom: {},
  };
}

/** A new person: one name is enough; attached to a client with a role, if wished. */
export function ContactSheet({ from }: ContactSheetProps) {
  const { words } = useSpoken();
  const say = words.contact.create;
  const navigate = useNavigate();
  const [values, setValues] = useState(() => blank(from));
  const [isAsked, setIsAsked] = useState(false);
  // From a client's page one stays there: the new person stands in its list.
  const create = useCreateRecord(
    ({ id }) => (from.client ? Promise.resolve() : navigate({ to: "/contacts/$id", params: { id } })),
    say.created,
  );
  const isNameless = `${values.firstName}${values.lastName}`.trim() === "";
  const make = useMakeTags();
  const submit = async (): Promise<void> => {
    setIsAsked(true);
    const tagIds = isNameless ? undefined : await make(values.tags);
    if (tagIds) await create.run(() => ask("createContact", { body: { ...bodyOf(values), tagIds } }));
  };
  const typed = { ...values, firstName: "", lastName: "" };
  return (
    <RecordSheet
      title={say.title}
      note={say.note}
      submitLabel={from.client ? words.common.create : say.submit}
      onSubmit={() => void submit()}
      isPending={create.isPending}
      isStarted={JSON.stringify(typed) !== JSON.stringify({ ...blank(from), firstName: "", lastName: "" })}
    >
      <ContactFields
        values={values}
        set={(change) => setValues((before) => ({ ...before, ...change }))}
        nameError={isAsked && isNameless ? say.nameRequired : undefined}
        problem={create.problem}
      />
    </RecordSheet>
  );
}

function bodyOf({ client, role, ...values }: NewContact): Parameters<typeof ask<"createContact">>[1]["body"] {
  const kept = (text: string): string | null => text.trim() || null;
  return {
    gender: values.gender,
    address: values.address,
    custom: values.custom,
    firstName: kept(values.firstName),
    lastName: kept(values.lastName),
    jobTitle: kept(values.jobTitle),
    email: kept(values.email),
    phone: kept(values.phone),
    ...(client === null ? {} : { clients: [{ clientId: client.id, role }] }),
  };
}
