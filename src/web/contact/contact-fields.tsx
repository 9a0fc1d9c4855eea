import { useQuery } from "@tanstack/react-query";
import { CLIENT_CONTACT_ROLES } from "#contract/client.ts";
import type { PostalAddress } from "#domain/client/client.ts";
import type { CustomValues } from "#domain/custom-field/custom-field.ts";
import { ask, type ApiProblem } from "#web/api/api.ts";
import { AddressFields } from "#web/app/address-fields.tsx";
import { useMay } from "#web/app/me.ts";
import { useSettled } from "#web/app/use-settled.ts";
import { useSpoken } from "#web/app/words.ts";
import { Alike } from "#web/contact/alike.tsx";
import { ClientPicker } from "#web/contact/client-picker.tsx";
import type { LinkRole } from "#web/contact/link-menu.tsx";
import { RoleSelect } from "#web/contact/role-select.tsx";
import { CustomCreate } from "#web/custom-field/custom-create.tsx";
import type { Option } from "#web/kit/option.ts";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { TagPicker } from "#web/tag/tag-picker.tsx";
import styles from "#web/contact/alike.module.css";

const GENDERS = ["female", "male", "none"] as const;

export type NewContact = {
  readonly firstName: string;
  readonly lastName: string;
  readonly gender: (typeof GENDERS)[number] | null;
  readonly jobTitle: string;
  readonly email: string;
  readonly phone: string;
  readonly address: PostalAddress;
  readonly client: Option | null;
  readonly role: LinkRole | null;
  readonly tags: readonly Option[];
  readonly custom: CustomValues;
};

type ContactFieldsProps = {
  readonly values: NewContact;
  readonly set: (change: Partial<NewContact>) => void;
  readonly nameError: string | undefined;
  readonly problem: ApiProblem | undefined;
};

export function ContactFields({ values, set, nameError, problem }: ContactFieldsProps) {
  const { words } = useSpoken();
  const { field } = words.contact;
  return (
    <>
      <div className={styles.two}>
        <TextField
          label={field.firstName}
          isOptional
          autoFocus
          value={values.firstName}
          onChange={(firstName) => set({ firstName })}
          maxLength={100}
        />
        <TextField
          label={field.lastName}
          value={values.lastName}
          onChange={(lastName) => set({ lastName })}
          maxLength={100}
          error={nameError ?? problem?.fieldError("lastName")}
        />
      </div>
      <AlikeContacts values={values} />
      <OfClient values={values} set={set} problem={problem} />
      <Reaching values={values} set={set} problem={problem} />
      <AddressFields
        isOptional
        value={values.address}
        onChange={(address) => set({ address })}
        errorOf={(name) => problem?.fieldError(`address/${name}`)}
      />
      <TagPicker
        label={words.tag.title}
        isOptional
        hint={undefined}
        values={values.tags}
        onChange={(tags) => set({ tags })}
        error={problem?.fieldError("tagIds")}
      />
      <CustomCreate recordType="contact" values={values.custom} onChange={(custom) => set({ custom })} problem={problem} />
    </>
  );
}

type PartProps = Omit<ContactFieldsProps, "nameError">;

function OfClient({ values, set, problem }: PartProps) {
  const { clients } = useSpoken().words.contact;
  if (!useMay("clients", "read")) return null;
  return (
    <div className={styles.two}>
      <ClientPicker
        label={clients.client}
        isOptional
        value={values.client}
        onChange={(client) => set({ client })}
        error={problem?.fieldError("clients")}
      />
      <RoleSelect roles={CLIENT_CONTACT_ROLES} value={values.role} onChange={(role) => set({ role })} />
    </div>
  );
}

function Reaching({ values, set, problem }: PartProps) {
  const { field, gender } = useSpoken().words.contact;
  return (
    <>
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
      <div className={styles.two}>
        <Select
          label={field.gender}
          isOptional
          options={GENDERS.map((id) => ({ id, label: gender[id] }))}
          value={values.gender}
          onChange={(id) => set({ gender: GENDERS.find((one) => one === id) ?? null })}
          placeholder="–"
        />
        <TextField label={field.jobTitle} isOptional value={values.jobTitle} onChange={(jobTitle) => set({ jobTitle })} maxLength={120} />
      </div>
    </>
  );
}

function AlikeContacts({ values }: { values: NewContact }) {
  const { firstName, lastName, email, phone, address } = values;
  const typed = { firstName, lastName, email, phone, city: address.city ?? "" };
  const wanted = useSettled(JSON.stringify(typed));
  const query = Object.fromEntries(
    Object.entries(JSON.parse(wanted) as Record<keyof typeof typed, string>)
      .map(([name, text]) => [name, text.trim()] as const)
      .filter(([, text]) => text !== ""),
  );
  const found = useQuery({
    queryKey: ["contacts", "alike", query],
    queryFn: ({ signal }) => ask("findContactDuplicates", { query }, { signal }),
    enabled: Object.keys(query).some((name) => name !== "city"),
    placeholderData: (before) => before,
  });
  return <Alike found={found.data?.data ?? []} hrefOf={(id) => `/contacts/${id}`} />;
}
