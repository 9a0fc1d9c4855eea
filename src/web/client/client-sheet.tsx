import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { NO_ADDRESS, type PostalAddress } from "#domain/client/client.ts";
import type { CustomValues } from "#domain/custom-field/custom-field.ts";
import { ask, type ApiProblem } from "#web/api/api.ts";
import { AddressFields } from "#web/app/address-fields.tsx";
import { useClientKinds, usePeople } from "#web/app/me.ts";
import { useSettled } from "#web/app/use-settled.ts";
import { useSpoken } from "#web/app/words.ts";
import { Alike } from "#web/contact/alike.tsx";
import { RecordSheet } from "#web/contact/record-sheet.tsx";
import { useCreateRecord } from "#web/contact/use-create-record.ts";
import { CustomCreate } from "#web/custom-field/custom-create.tsx";
import type { Option } from "#web/kit/option.ts";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { useMakeTags } from "#web/tag/make-tags.ts";
import { TagPicker } from "#web/tag/tag-picker.tsx";
import styles from "#web/contact/alike.module.css";

type NewClient = {
  readonly name: string;
  readonly kindId: string | null;
  readonly status: "prospect" | "client";
  readonly managerId: string | null;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
  readonly address: PostalAddress;
  readonly tags: readonly Option[];
  readonly custom: CustomValues;
};

const BLANK: NewClient = {
  name: "",
  kindId: null,
  status: "prospect",
  managerId: null,
  email: "",
  phone: "",
  website: "",
  address: NO_ADDRESS,
  tags: [],
  custom: {},
};

/** A new client: only its name is needed; those it may be mistaken for are shown while typing. */
export function ClientSheet({ name = "" }: { name?: string | undefined }) {
  const { words } = useSpoken();
  const say = words.client.create;
  const navigate = useNavigate();
  const [values, setValues] = useState({ ...BLANK, name });
  const [isAsked, setIsAsked] = useState(false);
  const create = useCreateRecord(({ id }) => navigate({ to: "/clients/$id", params: { id } }), say.created);
  const make = useMakeTags();
  const submit = async (): Promise<void> => {
    setIsAsked(true);
    const { email, phone, website, tags, ...rest } = values;
    if (values.name.trim() === "") return;
    const tagIds = await make(tags);
    if (!tagIds) return;
    const body = {
      ...rest,
      name: values.name.trim(),
      email: email.trim() || null,
      phone: phone.trim() || null,
      website: website.trim() || null,
      tagIds,
    };
    await create.run(() => ask("createClient", { body }));
  };
  const set = (change: Partial<NewClient>): void => setValues((before) => ({ ...before, ...change }));
  return (
    <RecordSheet
      title={say.title}
      note={say.note}
      submitLabel={say.submit}
      onSubmit={() => void submit()}
      isPending={create.isPending}
      isStarted={JSON.stringify({ ...values, name: "" }) !== JSON.stringify(BLANK)}
    >
      <Fields
        values={values}
        set={set}
        nameError={isAsked && values.name.trim() === "" ? say.nameRequired : undefined}
        problem={create.problem}
      />
    </RecordSheet>
  );
}

type FieldsProps = {
  readonly values: NewClient;
  readonly set: (change: Partial<NewClient>) => void;
  readonly nameError: string | undefined;
  readonly problem: ApiProblem | undefined;
};

function Fields({ values, set, nameError, problem }: FieldsProps) {
  const { words } = useSpoken();
  const { field } = words.client;
  return (
    <>
      <TextField
        label={field.name}
        autoFocus
        value={values.name}
        onChange={(name) => set({ name })}
        maxLength={200}
        error={nameError ?? problem?.fieldError("name")}
      />
      <AlikeClients values={values} />
      <Kind values={values} set={set} />
      <div className={styles.two}>
        <TextField
          label={field.email}
          isOptional
          type="email"
          value={values.email}
          onChange={(email) => set({ email })}
          maxLength={254}
          error={problem?.fieldError("email")}
        />
        <TextField label={field.phone} isOptional type="tel" value={values.phone} onChange={(phone) => set({ phone })} maxLength={40} />
      </div>
      <AddressFields
        isOptional
        value={values.address}
        onChange={(address) => set({ address })}
        errorOf={(name) => problem?.fieldError(`address/${name}`)}
      />
      <TextField
        label={field.website}
        isOptional
        type="url"
        value={values.website}
        onChange={(website) => set({ website })}
        maxLength={300}
      />
      <TagPicker
        label={words.tag.title}
        isOptional
        hint={undefined}
        values={values.tags}
        onChange={(tags) => set({ tags })}
        error={problem?.fieldError("tagIds")}
      />
      <CustomCreate recordType="client" values={values.custom} onChange={(custom) => set({ custom })} problem={problem} />
    </>
  );
}

function Kind({ values, set }: Pick<FieldsProps, "values" | "set">) {
  const { words } = useSpoken();
  const { field, status } = words.client;
  const kinds = useClientKinds().data?.data ?? [];
  const people = usePeople().data?.data.filter((person) => person.active) ?? [];
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <div className={styles.two}>
        <Select
          label={field.kind}
          isOptional
          options={named(kinds)}
          value={values.kindId}
          onChange={(kindId) => set({ kindId })}
          placeholder="–"
        />
        <Select
          label={field.status}
          options={[
            { id: "prospect", label: status.prospect },
            { id: "client", label: status.client },
          ]}
          value={values.status}
          onChange={(id) => set({ status: id === "client" ? "client" : "prospect" })}
        />
      </div>
      <Select
        label={field.manager}
        isOptional
        options={named(people)}
        value={values.managerId}
        onChange={(managerId) => set({ managerId })}
        placeholder="–"
      />
    </>
  );
}

function AlikeClients({ values }: { values: NewClient }) {
  const wanted = useSettled(
    JSON.stringify({
      name: values.name.trim(),
      email: values.email.trim(),
      phone: values.phone.trim(),
      city: values.address.city?.trim() ?? "",
    }),
  );
  const { name, email, phone, city } = JSON.parse(wanted) as Record<"name" | "email" | "phone" | "city", string>;
  const query = {
    ...(name.length >= 3 ? { name } : {}),
    ...(email === "" ? {} : { email }),
    ...(phone === "" ? {} : { phone }),
    ...(city === "" ? {} : { city }),
  };
  const found = useQuery({
    queryKey: ["clients", "alike", query],
    queryFn: ({ signal }) => ask("findClientDuplicates", { query }, { signal }),
    enabled: "name" in query || "email" in query || "phone" in query,
    placeholderData: (before) => before,
  });
  return <Alike found={found.data?.data ?? []} hrefOf={(id) => `/clients/${id}`} />;
}
