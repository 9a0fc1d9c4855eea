import { keyToldAs, type CustomValue } from "#domain/custom-field/custom-field.ts";
import { useCustomText } from "#web/custom-field/custom-text.ts";
import { useCustomFields } from "#web/custom-field/use-custom-fields.ts";
import { valueIn, valueOf, type ChangedField, type Conflict } from "#web/opportunity/conflict.ts";

/** A custom field that two people changed, in the words of its type. */
export function CustomConflictRow({ field, conflict }: { field: ChangedField; conflict: Conflict }) {
  const textOf = useCustomText();
  const custom = useCustomFields("opportunity").find(({ key }) => key === keyToldAs(field));
  if (!custom) return null;
  const shown = (value: unknown): string => textOf(custom, (value ?? undefined) as CustomValue | undefined) || "–";
  return (
    <tr>
      <th scope="row">{custom.label}</th>
      <td>{shown(valueOf(conflict.body, field))}</td>
      <td>{shown(valueIn(conflict.current, field))}</td>
    </tr>
  );
}
