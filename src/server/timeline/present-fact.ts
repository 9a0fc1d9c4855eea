import { sql } from "kysely";
import { regionText } from "#domain/client/region.ts";
import { countryName } from "#domain/exchange/country.ts";
import { formatAmount } from "#domain/shared/money.ts";
import type { FactFields } from "#domain/shared/fact.ts";
import { CUSTOM_TYPES, keyToldAs, TOLD_AS, type CustomType } from "#domain/custom-field/custom-field.ts";
import { addDays } from "#domain/shared/day.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { may } from "#domain/user/rights.ts";
import { findFieldRows } from "#server/custom-field/custom-field-store.ts";
import { MOVED_WITH } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx } from "#server/platform/database.ts";
import type { Things } from "#server/timeline/facts-things.ts";
import { UNDO_DAYS, isUndoable } from "#server/undo/undoable.ts";
import { parameterName, type ParameterList } from "#words/parameter-words.ts";

export type FactRow = {
  readonly id: string;
  readonly change_id: string;
  readonly at: Date;
  readonly exact_at: string;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly kind: string;
  readonly record_type: string;
  readonly record_id: string;
  readonly record_name: string;
  readonly opportunity_id: string | null;
  /** Its opportunity's, as it was after this fact: amounts are told in it. */
  readonly currency: string | null;
  readonly fields: FactFields;
  readonly origin: "web" | "key" | "import" | "job" | "undo" | "system";
  readonly undone_at: Date | null;
  readonly undone_by_name: string | null;
  /** Its change touched no other record of its kind: taking it back is about this one alone. */
  readonly alone: boolean;
};

/** Columns that point at another record, and the list whose words name it. */
const POINTERS: Readonly<Record<string, { table: string; words?: ParameterList }>> = {
  client_id: { table: "client" },
  manager_id: { table: "app_user" },
  team_id: { table: "team" },
  pipeline_id: { table: "pipeline", words: "pipeline" },
  stage_id: { table: "stage", words: "stage" },
  source_id: { table: "source", words: "source" },
  lost_reason_id: { table: "lost_reason", words: "lostReason" },
  kind_id: { table: "client_kind", words: "clientKind" },
  competitor_id: { table: "competitor" },
  supplier_id: { table: "supplier" },
  product_id: { table: "product" },
  assignee_id: { table: "app_user" },
  done_by: { table: "app_user" },
  pinned_by: { table: "app_user" },
  opportunity_id: { table: "opportunity" },
  contact_id: { table: "contact" },
  tag_ids: { table: "tag" },
  merged_into: { table: "tag" },
};
const MONEY = new Set(["amount_minor", "objective_minor", "budget_minor"]);
/** Personal data inside facts are for readers of contacts; what is only kept to take a change back is for nobody. */
const PERSONAL = new Set(["contacts", "contact_id", "main_contact"]);
/** Price periods hold costs too. */
const COSTS = new Set(["unit_cost", "periods"]);
const INNER = new Set<string>([
  "before_closing",
  "deleted_by",
  "word",
  // How versions of quotes stood and what they came to is told by the sentence; edits hold costs.
  "statuses",
  "chosen_quote",
  "accepted_quote",
  "edits",
  "sheet",
  ...MOVED_WITH,
]);

/** By id; the label of a custom field by `client.custom.key`, its type by `client.custom.key.type`. */
export type Names = ReadonlyMap<string, string>;

/** The names of every record the facts point at, one question a table. */
export async function namesFor(tx: ReadTx, rows: readonly FactRow[]): Promise<Names> {
  const wanted = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const [field, { from, to }] of Object.entries(row.fields)) {
      const pointer = POINTERS[field];
      if (!pointer) continue;
      const ids = [from, to].flat().filter((id) => typeof id === "string");
      wanted.set(field, new Set([...(wanted.get(field) ?? []), ...ids]));
    }
  }
  const names = new Map<string, string>();
  for (const [field, ids] of wanted) {
    const pointer = POINTERS[field];
    if (!pointer || ids.size === 0) continue;
    const word = pointer.words ? sql.ref("word") : sql`null`;
    const found = await sql<{
      id: string;
      name: string;
      word: string | null;
    }>`select id, name, ${word} as word from ${sql.table(pointer.table)} where workspace_id = ${tx.actor.workspaceId} and id = any (${[...ids]})`.execute(
      tx.db,
    );
    for (const row of found.rows) names.set(row.id, pointer.words ? parameterName(pointer.words, row, tx.actor.locale) : row.name);
  }
  for (const [id, name] of await customNames(tx, rows)) names.set(id, name);
  return names;
}

/** Labels and types of the custom fields that the facts tell of, of what was chosen from their lists, and of the persons named. */
async function customNames(tx: ReadTx, rows: readonly FactRow[]): Promise<(readonly [string, string])[]> {
  const told = rows.flatMap((row) => Object.entries(row.fields).filter(([field]) => keyToldAs(field) !== undefined));
  if (told.length === 0) return [];
  const fields = await findFieldRows(tx);
  const users = fields.some(({ type }) => type === "user")
    ? await sql<{ id: string; name: string }>`select id, name from app_user where workspace_id = ${tx.actor.workspaceId}
        and id::text = any (${told.flatMap(([, { from, to }]) => [from, to]).filter((value) => typeof value === "string")}::text[])`.execute(
        tx.db,
      )
    : { rows: [] };
  return [
    ...fields.flatMap(({ record_type, key, label, type }) => {
      const field = `${record_type}.${TOLD_AS}${key}`;
      return [[field, label] as const, [`${field}.type`, type] as const];
    }),
    ...fields.flatMap(({ options }) => options.map(({ id, label }) => [id, label] as const)),
    ...users.rows.map(({ id, name }) => [id, name] as const),
  ];
}

export function presentFact(tx: ReadTx, row: FactRow, { names, things }: { readonly names: Names; readonly things: Things }) {
  const currency = currencyOf(row.fields, "to") ?? row.currency ?? tx.agency.currency;
  const currencyBefore = currencyOf(row.fields, "from") ?? currency;
  const fields = Object.entries(row.fields).filter(([field]) => isShown(tx, row, field));
  return {
    id: row.id,
    changeId: row.change_id,
    at: row.at.toISOString(),
    actor: { id: row.actor_id, name: row.actor_name ?? "Escale" },
    origin: row.origin,
    kind: row.kind,
    record: {
      type: row.record_type,
      id: row.record_id,
      name: row.record_type === "contact" && !may(tx.actor, "contacts", "read") ? "" : row.record_name,
    },
    fields: fields.map(([field, { from, to }]) => ({
      field: nameOfField(field),
      label: names.get(`${row.record_type}.${field}`) ?? null,
      type: customType(names.get(`${row.record_type}.${field}.type`)),
      from: field === "tag_ids" ? namedTags(from, names) : plain(field, from, currencyBefore),
      to: field === "tag_ids" ? namedTags(to, names) : plain(field, to, currency),
      fromWords: wordsOf(tx, field, { value: from, names }),
      toWords: wordsOf(tx, field, { value: to, names }),
    })),
    activity: things.activities.get(row.record_id) ?? null,
    message: things.messages.get(row.record_id) ?? null,
    document: things.documents.get(row.record_id) ?? null,
    undone: row.undone_at ? { by: row.undone_by_name ?? "", at: row.undone_at.toISOString() } : null,
    canUndo: mayBeUndone(tx, row),
    alone: row.alone,
  };
}

const customType = (name: string | undefined): CustomType | null => CUSTOM_TYPES.find((type) => type === name) ?? null;

function isShown(tx: ReadTx, row: FactRow, field: string): boolean {
  if (INNER.has(field)) return false;
  if (row.record_type === "contact" || PERSONAL.has(field)) return may(tx.actor, "contacts", "read");
  return tx.actor.rights.costs || !COSTS.has(field);
}

function mayBeUndone(tx: ReadTx, row: FactRow): boolean {
  const young = addDays(dayInZone(row.at.toISOString(), tx.agency.timezone), UNDO_DAYS) >= tx.today;
  const mine = row.actor_id === tx.actor.userId || tx.actor.role === "administrator";
  return young && mine && !row.undone_at && isUndoable(row.kind);
}

function currencyOf(fields: FactFields, end: "from" | "to"): string | undefined {
  const currency = fields["currency"]?.[end];
  return typeof currency === "string" ? currency : undefined;
}

/** Columns are told by the names of the API: amount_minor → amount, departs_on → departsOn. */
function nameOfField(column: string): string {
  if (keyToldAs(column) !== undefined) return column;
  return column.replace(/_minor$/, "").replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

function plain(field: string, value: unknown, currency: string): unknown {
  if (!MONEY.has(field) || value === null || value === undefined) return value ?? null;
  return { amount: formatAmount(BigInt(value as string), currency), currency };
}

/** A change of tags is told by those that came and those that went: each with its name. */
function namedTags(value: unknown, names: Names): { id: string; name: string }[] {
  return ((value ?? []) as string[]).flatMap((id) => (names.has(id) ? [{ id, name: names.get(id) ?? "" }] : []));
}

type Told = { readonly value: unknown; readonly names: Names };

function wordsOf(tx: ReadTx, field: string, { value, names }: Told): string | null {
  if (field === "tag_ids")
    return (
      namedTags(value, names)
        .map(({ name }) => name)
        .join(", ") || null
    );
  if (keyToldAs(field) !== undefined) {
    const ids = (Array.isArray(value) ? value : [value]) as readonly unknown[];
    const words = ids.flatMap((id) => (typeof id === "string" ? (names.get(id) ?? []) : []));
    return words.length === 0 ? null : words.join(", ");
  }
  if (typeof value !== "string") return null;
  if (field === "country") return countryName(value, tx.actor.locale);
  if (field === "region") return regionText(value, null, tx.actor.locale);
  if (!POINTERS[field]) return null;
  return names.get(value) ?? null;
}
