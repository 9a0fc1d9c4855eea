import { hasOrder, type CustomRecord, type CustomValues } from "#domain/custom-field/custom-field.ts";
import type { Column } from "#web/app/record-table.tsx";
import { CustomCell } from "#web/custom-field/custom-cell.tsx";
import { useCustomFields } from "#web/custom-field/use-custom-fields.ts";

/** A column for each custom field of a list of clients or contacts. */
export function useCustomColumns<Row extends { readonly custom: CustomValues }>(recordType: CustomRecord): Column<Row>[] {
  return useCustomFields(recordType).map((field) => ({
    id: `custom.${field.key}`,
    label: field.label,
    width: 130,
    isCut: true,
    isFigure: field.type === "number" || field.type === "money",
    ...(hasOrder(field.type) ? { sort: `custom.${field.key}` } : {}),
    cell: (row) => <CustomCell field={field} value={row.custom[field.key]} />,
  }));
}
