import { keyToldAs } from "#domain/custom-field/custom-field.ts";
import type { ImportKind } from "#domain/exchange/fields.ts";
import { useCustomFields, type CustomFieldInfo } from "#web/custom-field/use-custom-fields.ts";
import type { Words } from "#words/en.ts";

const RECORDS = { clients: "client", contacts: "contact", opportunities: "opportunity" } as const;

/** The fields that the agency added to the records of a file. */
export const useFieldsOfFile = (kind: ImportKind): readonly CustomFieldInfo[] => useCustomFields(RECORDS[kind]);

/** The name of a field of a file, as the screen says it. */
export function fieldLabel(field: string, { field: names }: Words["exchange"], custom: readonly CustomFieldInfo[] = []): string {
  const key = keyToldAs(field);
  return (names as Readonly<Record<string, string>>)[field] ?? custom.find((one) => one.key === key)?.label ?? field;
}
