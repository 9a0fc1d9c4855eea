import { sql } from "kysely";
import { type CustomField, type CustomMoney, type CustomRecord, type CustomValue, optionWords } from "#domain/custom-field/custom-field.ts";
import { customFieldsOf } from "#server/custom-field/custom-field-store.ts";
import type { Cell } from "#server/exchange/csv-download.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { fileWords } from "#words/file-words.ts";

/** The custom fields of a record as the last columns of its file, written so that the file can come back. */
export type CustomColumns = { readonly headers: readonly string[]; readonly cells: (custom: unknown) => Cell[] };

export async function customColumnsOf(tx: ReadTx, recordType: CustomRecord): Promise<CustomColumns> {
  const fields = (await customFieldsOf(tx, recordType)).filter(({ archived }) => !archived);
  const users = fields.some(({ type }) => type === "user") ? await userNames(tx) : new Map<string, string>();
  return {
    headers: fields.map(({ label }) => label),
    cells: (custom) => fields.map((field) => cellOf(tx, field, { value: (custom as Record<string, CustomValue>)[field.key], users })),
  };
}

async function userNames(tx: ReadTx): Promise<Map<string, string>> {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from app_user where workspace_id = ${tx.actor.workspaceId}`.execute(tx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Held = { readonly value: CustomValue | undefined; readonly users: ReadonlyMap<string, string> };

function cellOf(tx: ReadTx, field: CustomField, { value, users }: Held): Cell {
  if (value === undefined) return null;
  const { yes, no } = fileWords[tx.actor.locale];
  if (field.type === "checkbox") return value === true ? yes : no;
  if (field.type === "multiList") return (value as readonly string[]).flatMap((id) => optionWords(field, id) ?? []).join("; ");
  if (field.type === "list") return optionWords(field, value) ?? null;
  if (field.type === "user") return users.get(value as string) ?? null;
  if (field.type !== "money") return value as string;
  const { amount, currency } = value as CustomMoney;
  return currency === tx.agency.currency ? amount : `${amount} ${currency}`;
}
