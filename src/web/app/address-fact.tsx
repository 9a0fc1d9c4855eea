import type { PostalAddress } from "#domain/client/client.ts";
import { AddressFields } from "#web/app/address-fields.tsx";
import { addressLines } from "#web/app/address-lines.ts";
import type { RecordEdits } from "#web/app/record-edits.ts";
import { RecordField } from "#web/app/record-field.tsx";
import { useSpoken } from "#web/app/words.ts";

type AddressFactProps<Change> = {
  readonly edits: RecordEdits<Change>;
  readonly label: string;
  readonly value: PostalAddress;
  readonly changeOf: (address: PostalAddress) => Change;
};

/** Read as on an envelope, edited one field per line. */
export function AddressFact<Change>({ edits, label, value, changeOf }: AddressFactProps<Change>) {
  const { locale } = useSpoken();
  return (
    <RecordField
      edits={edits}
      name="address"
      label={label}
      value={value}
      textOf={(address) => addressLines(address, locale).join("\n")}
      changeOf={(address) => changeOf(withoutBlanks(address))}
      editor={({ draft, change }) => <AddressFields value={draft} onChange={change} autoFocus />}
    />
  );
}

function withoutBlanks(address: PostalAddress): PostalAddress {
  const kept = (text: string | null): string | null => (text === null || text.trim() === "" ? null : text.trim());
  const { street, postalCode, city, region, country } = address;
  return { street: kept(street), postalCode: kept(postalCode), city: kept(city), region: kept(region), country };
}
