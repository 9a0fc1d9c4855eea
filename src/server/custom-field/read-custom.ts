import { sql } from "kysely";
import type { CustomField, CustomRecord, CustomValues } from "#domain/custom-field/custom-field.ts";
import { isSameValue, mergeCustom } from "#domain/custom-field/custom-value.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { customFieldsOf } from "#server/custom-field/custom-field-store.ts";
import type { ReadTx } from "#server/platform/database.ts";
import type { Json } from "#server/platform/db.gen.ts";

type Change = { readonly before?: unknown; readonly change: Readonly<Record<string, unknown>> | undefined };

/** What `custom` of a body makes of a record, as its column; nothing when the body says nothing of it. */
export async function readCustom(tx: ReadTx, recordType: CustomRecord, { before, change }: Change): Promise<{ custom?: CustomValues }> {
  if (change === undefined) return {};
  const known = (before ?? {}) as CustomValues;
  const fields = await customFieldsOf(tx, recordType);
  const { values, problems } = mergeCustom(fields, known, change);
  if (problems.length > 0) {
    const suggestions = Object.fromEntries(problems.flatMap(({ key, nearest }) => (nearest === undefined ? [] : [[key, nearest]])));
    throw new Refusal(
      "request.invalid",
      Object.keys(suggestions).length > 0 ? { suggestions } : {},
      problems.map(({ key, code }) => ({ pointer: pointerTo(key), code })),
    );
  }
  await refuseUnknownUsers(tx, fields, { known, values });
  return { custom: values };
}

/** The same for a row that is written as a whole. */
export async function readCustomColumn(tx: ReadTx, recordType: CustomRecord, change: Change): Promise<{ custom?: Json }> {
  return (await readCustom(tx, recordType, change)) as { custom?: Json };
}

const pointerTo = (key: string): string => `/custom/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** A person who is named anew is one of the agency's; who was named before may have left since. */
async function refuseUnknownUsers(
  tx: ReadTx,
  fields: readonly CustomField[],
  { known, values }: { readonly known: CustomValues; readonly values: CustomValues },
): Promise<void> {
  const named = fields.filter(({ type, key }) => type === "user" && values[key] !== undefined && !isSameValue(known[key], values[key]));
  if (named.length === 0) return;
  const wanted = named.map(({ key }) => values[key] as string);
  const { rows } = await sql<{ id: string }>`select id from app_user where workspace_id = ${tx.actor.workspaceId}
    and id = any (${wanted}::uuid[]) and disabled_at is null`.execute(tx.db);
  const users = new Set(rows.map(({ id }) => id));
  const unknown = named.filter(({ key }) => !users.has(values[key] as string));
  if (unknown.length > 0)
    throw new Refusal(
      "request.invalid",
      {},
      unknown.map(({ key }) => ({ pointer: pointerTo(key), code: "reference.unknown" })),
    );
}
