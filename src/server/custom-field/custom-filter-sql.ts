import { sql, type RawBuilder } from "kysely";
import { type CustomField, TOLD_AS } from "#domain/custom-field/custom-field.ts";
import { minorDigits } from "#domain/shared/money.ts";
import type { ReadTx } from "#server/platform/database.ts";
import type { FieldSql } from "#server/platform/filter-conditions.ts";

/** Where each custom field of a whole filter stands in the database. */
export function customFilterSql(tx: ReadTx, record: "o" | "c", fields: readonly CustomField[]): Readonly<Record<string, FieldSql>> {
  return Object.fromEntries(fields.map((field) => [TOLD_AS + field.key, sqlOf(tx, record, field)]));
}

function sqlOf(tx: ReadTx, record: "o" | "c", { id, key, type }: CustomField): FieldSql {
  const custom = sql.raw(`${record}.custom`);
  const value = sql`(${custom} ->> ${key})`;
  switch (type) {
    case "number":
      return { column: sql`${value}::numeric` };
    case "money": {
      const factor = 10 ** minorDigits(tx.agency.currency);
      return { column: sql`round((${custom} -> ${key} ->> 'amount')::numeric * ${sql.lit(factor)})` };
    }
    case "date":
      return { column: sql`${value}::date` };
    case "checkbox":
      return { flag: sql<boolean>`coalesce(${value}::boolean, false)` };
    case "list":
    case "multiList":
    case "user":
      return { some: (values) => chosen(tx, { record, fieldId: id, values: values && sql`(${values})::text[]` }) };
    default:
      return { column: value };
  }
}

type Chosen = { readonly record: "o" | "c"; readonly fieldId: string; readonly values: RawBuilder<unknown> | undefined };

/** By the index of values. */
function chosen(tx: ReadTx, { record, fieldId, values }: Chosen): RawBuilder<boolean> {
  const which = values ? sql` and v.words collate name_order = any (${values})` : sql``;
  return sql<boolean>`${sql.raw(`${record}.id`)} in (select v.record_id from custom_value v
    where v.workspace_id = ${tx.actor.workspaceId} and v.field_id = ${fieldId}${which})`;
}

export function missingSql(record: "o" | "c", fields: readonly CustomField[]): RawBuilder<boolean> {
  const keys = fields.filter(({ important, archived }) => important && !archived).map(({ key }) => key);
  if (keys.length === 0) return sql<boolean>`false`;
  return sql<boolean>`not (${sql.raw(`${record}.custom`)} ?& ${keys}::text[])`;
}
