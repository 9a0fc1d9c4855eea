import type { RawBuilder } from "kysely";
import type { CustomField, CustomRecord } from "#domain/custom-field/custom-field.ts";
import { customFilterFields } from "#domain/custom-field/custom-filter-fields.ts";
import type { FilterFields, FilterTree } from "#domain/filter/filter.ts";
import { readFilter } from "#domain/filter/read-filter.ts";
import { customFilterSql } from "#server/custom-field/custom-filter-sql.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { refuseHidden, treeConditions, type FieldSql } from "#server/platform/filter-conditions.ts";

/** A kind of record as whole filters ask for it: its own fields, where each stands in the database, and its alias there. */
export type FilteredRecord = {
  readonly record: CustomRecord;
  readonly alias: "o" | "c";
  readonly fields: FilterFields;
  readonly tableOf: (tx: ReadTx, customFields: readonly CustomField[]) => Readonly<Record<string, FieldSql>>;
};

/** What was sent, with the custom fields it may name: handed in by whoever asked for them (customFieldsNamed). */
type Sent = { readonly filter?: unknown; readonly customFields?: readonly CustomField[] | undefined };

const fieldsWith = (of: FilteredRecord, customFields: readonly CustomField[]): FilterFields => ({
  ...of.fields,
  ...customFilterFields(customFields),
});

/** What was sent as a filter, or a refusal that says what is wrong with it or hidden from whoever asks. */
export function judgedFilter(tx: ReadTx, of: FilteredRecord, { filter, customFields = [] }: Sent): FilterTree {
  const fields = fieldsWith(of, customFields);
  const tree = readFilter(filter, fields);
  refuseHidden(tx, tree, fields);
  return tree;
}

export function filterCondition(tx: ReadTx, of: FilteredRecord, sent: Sent): RawBuilder<boolean> {
  const customFields = sent.customFields ?? [];
  const table = { ...of.tableOf(tx, customFields), ...customFilterSql(tx, of.alias, customFields) };
  return treeConditions(tx, judgedFilter(tx, of, sent), {
    fields: fieldsWith(of, customFields),
    sqlOf: (field) => {
      const found = table[field];
      if (!found) throw new Error(`"${field}" has no place in the database`);
      return found;
    },
  });
}
