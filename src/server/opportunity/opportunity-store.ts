import { sql } from "kysely";
import type { CustomValues } from "#domain/custom-field/custom-field.ts";
import { customChanges } from "#domain/custom-field/custom-value.ts";
import type { FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { derivedOf, type OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { withProducts } from "#server/opportunity/opportunity-products.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";

/** An opportunity as it is stored, with what a permission asks about. */
export type StoredOpportunity = OpportunityColumns & { readonly managerId: string | null; readonly teamId: string | null };

/** Columns that the history of states keeps: a change of any makes a new state. */
export const STATE = [
  "pipeline_id",
  "stage_id",
  "outcome",
  "closed_on",
  "amount_minor",
  "total_minor",
  "currency",
  "rate",
  "probability_percent",
  "likely_minor",
  "margin_minor",
  "total_home_minor",
  "likely_home_minor",
  "margin_home_minor",
  "expected_close_on",
  "departs_on",
  "manager_id",
  "team_id",
] as const;

/** Columns that say which record it is, follow from others or count: not told as changes. */
const SILENT = new Set<string>([
  "workspace_id",
  "id",
  "number",
  "created_at",
  "created_by",
  // Names for permissions, no columns.
  "managerId",
  "teamId",
  "total_minor",
  "likely_minor",
  "margin_minor",
  "margin_source",
  "total_home_minor",
  "likely_home_minor",
  "margin_home_minor",
  "pax",
  "products_count",
  "products_minor",
  "products_margin_minor",
  "destination_keys",
  "has_contact",
  "version",
  "updated_at",
  "stage_since",
  "last_touch_at",
  "last_touch_kind",
  "next_activity_id",
  "next_activity_kind",
  "next_activity_title",
  "next_activity_on",
  "next_activity_time",
  // Told field by field.
  "custom",
  // Told by what was done with the quote.
  "chosen_version_id",
  "chosen_quote",
  "accepted_version_id",
  "accepted_quote",
]);

/** What a move changes besides the stage: kept in its fact so that taking it back brings them back, shown to nobody. */
export const MOVED_WITH = ["stage_since", "last_touch_at", "last_touch_kind"] as const;

/** The opportunity, if it may be seen; a deleted one says who deleted it and when. */
export async function getOpportunity(tx: ReadTx, id: string, also: { readonly deleted?: boolean } = {}): Promise<StoredOpportunity> {
  const row = await findOpportunity(tx, id);
  if (!row) throw new Refusal("request.notFound");
  if (row.deleted_at && !also.deleted) throw await deletion(tx, row);
  return row;
}

export async function findOpportunity(tx: ReadTx, id: string): Promise<StoredOpportunity | undefined> {
  const row = await tx.db
    .selectFrom("opportunity")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && placed(row);
}

export function placed(row: OpportunityColumns): StoredOpportunity {
  return { ...row, managerId: row.manager_id, teamId: row.team_id };
}

async function deletion(tx: ReadTx, row: OpportunityColumns): Promise<Refusal> {
  const by = row.deleted_by
    ? await tx.db
        .selectFrom("app_user")
        .select("name")
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("id", "=", row.deleted_by)
        .executeTakeFirst()
    : undefined;
  return new Refusal("record.deleted", { deletedAt: row.deleted_at?.toISOString(), deletedBy: by?.name ?? null, name: row.name });
}

export type Columns = Partial<OpportunityColumns>;
type Telling = { readonly kind: FactKind; readonly extra?: Readonly<Record<string, { from: unknown; to: unknown }>> };

/**
 * Writes a change of an opportunity with everything that follows: derived figures, version, state, fact, live event.
 * "toldElsewhere": the fact of what hangs on it (a line of its products) says so.
 */
export async function saveOpportunity(
  tx: WriteTx,
  before: OpportunityColumns,
  change: Columns,
  telling: Telling | "toldElsewhere",
): Promise<StoredOpportunity> {
  const { after, writing } = await beginSaving(tx, before, change, telling);
  await writing;
  return after;
}

type Saving = { readonly after: StoredOpportunity; readonly writing: Promise<void> };

/** The same, its statement sent and not yet answered: what is asked now is answered after it. */
export async function beginSaving(
  tx: WriteTx,
  before: OpportunityColumns,
  change: Columns,
  telling: Telling | "toldElsewhere",
): Promise<Saving> {
  const step = await followed(tx, before, change, telling);
  if (!step) return { after: placed(before), writing: Promise.resolve() };
  const writing = update(tx, before, step.after);
  step.tell();
  // Awaited by whoever asked, after what else is asked.
  writing.catch(() => undefined);
  return { after: placed(step.after), writing };
}

/** The same, its fact told, to be written with many others. */
export async function changedOpportunity(
  tx: WriteTx,
  before: OpportunityColumns,
  change: Columns,
  kind: FactKind,
): Promise<OpportunityColumns> {
  const step = await followed(tx, before, change, { kind });
  step?.tell();
  return step?.after ?? before;
}

type Followed = { readonly after: OpportunityColumns; readonly tell: () => void };

/** Undefined: there is nothing to tell. */
async function followed(
  tx: WriteTx,
  before: OpportunityColumns,
  change: Columns,
  telling: Telling | "toldElsewhere",
): Promise<Followed | undefined> {
  const merged = await withProducts(tx, before, { ...before, ...change });
  const after: OpportunityColumns = { ...merged, ...derivedOf(merged, tx.agency), version: before.version + 1, updated_at: tx.at };
  if (telling === "toldElsewhere") return { after, tell: () => undefined };
  const fields = { ...changedFields(before, after), ...telling.extra };
  if (Object.keys(fields).length === 0) return undefined;
  return { after, tell: () => tellOf(tx, { kind: telling.kind, before, after, fields: { ...fields, ...movedWith(before, after) } }) };
}

export function entersState(before: OpportunityColumns, after: OpportunityColumns): boolean {
  return STATE.some((column) => !same(before[column], after[column])) || Boolean(before.deleted_at) !== Boolean(after.deleted_at);
}

/** Columns of a contact of the opportunity; the rest is the opportunity's. */
export type NewLink = { readonly contactId: string; readonly role: string | null; readonly isMain: boolean };

/**
 * The opportunity, its contacts and its first state, in one statement: its words of search are written once, with the
 * contacts' names. It is sent at once: what is asked in the same breath is answered after it.
 */
export async function insertOpportunity(tx: WriteTx, row: OpportunityColumns, links: readonly NewLink[] = []): Promise<StoredOpportunity> {
  const after = newOpportunity(tx, { ...row, has_contact: links.length > 0 });
  const made = tx.db.with("made", (db) => db.insertInto("opportunity").values(writable(after)));
  const linked =
    links.length === 0 ? made : made.with("linked", (db) => db.insertInto("opportunity_contact").values(linkRows(tx, after.id, links)));
  await linked.insertInto("opportunity_state").values(stateRow(tx, after)).execute();
  return placed(after);
}

export function linkRows(tx: WriteTx, opportunityId: string, links: readonly NewLink[]) {
  return links.map(({ contactId, role, isMain }, position) => ({
    workspace_id: tx.actor.workspaceId,
    opportunity_id: opportunityId,
    contact_id: contactId,
    role,
    is_main: isMain,
    position,
  }));
}

/** An opportunity to be, its fact told: written by itself, or with many others. */
export function newOpportunity(tx: WriteTx, row: OpportunityColumns): OpportunityColumns {
  const after = { ...row, ...derivedOf(row, tx.agency) };
  tellOf(tx, { kind: "opportunity.created", before: undefined, after, fields: changedFields({}, after) });
  return after;
}

/** A later step of an opportunity that is not written yet, its fact told. */
export function nextStep(tx: WriteTx, before: OpportunityColumns, change: Columns, kind: FactKind): OpportunityColumns {
  const merged = { ...before, ...change };
  const after = { ...merged, ...derivedOf(merged, tx.agency), version: before.version + 1, updated_at: tx.at };
  tellOf(tx, { kind, before, after, fields: { ...changedFields(before, after), ...movedWith(before, after) } });
  return after;
}

/** The state an opportunity enters at this moment, for the history. */
export function stateRow(tx: WriteTx, row: OpportunityColumns) {
  const { workspace_id, id: opportunity_id } = row;
  const kept = Object.fromEntries(STATE.map((column) => [column, row[column]])) as Pick<OpportunityColumns, (typeof STATE)[number]>;
  return {
    workspace_id,
    opportunity_id,
    valid_from: tx.at,
    valid_until: null,
    change_id: tx.change.id,
    ...kept,
    deleted: row.deleted_at !== null,
  };
}

type Story = {
  readonly kind: FactKind;
  readonly before: OpportunityColumns | undefined;
  readonly after: OpportunityColumns;
  readonly fields: Readonly<Record<string, { from: unknown; to: unknown }>>;
};

function tellOf(tx: WriteTx, { kind, before, after, fields }: Story): void {
  const places = [before, after].flatMap((row) => (row ? [{ managerId: row.manager_id, teamId: row.team_id }] : []));
  tx.change.tell({
    kind,
    type: "opportunity",
    id: after.id,
    name: after.name,
    opportunityId: after.id,
    clientId: after.client_id,
    fields,
    visibility: places,
    version: after.version,
  });
}

/**
 * Writes what differs; where it enters another state, that statement ends the present one and begins the next. A request
 * that waited for another's commit began before it: its state begins when the other's did, never earlier.
 */
async function update(tx: WriteTx, before: OpportunityColumns, after: OpportunityColumns): Promise<void> {
  const { workspaceId } = tx.actor;
  const columns = writable(after);
  const written = tx.db
    .updateTable("opportunity")
    .set(Object.fromEntries(changedColumns(before, after).map((column) => [column, columns[column]])))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .returning("id");
  if (!entersState(before, after)) {
    if (!(await written.executeTakeFirst())) throw new Refusal("record.stale");
    return;
  }
  const { workspace_id, opportunity_id, valid_from, valid_until, ...state } = stateRow(tx, after);
  const { rows } = await sql`
    with written as (${written}), ended as (
      update opportunity_state set valid_until = greatest(${valid_from}::timestamptz, valid_from)
      where workspace_id = ${workspace_id} and opportunity_id = (select id from written) and valid_until is null returning valid_until
    )
    insert into opportunity_state (workspace_id, opportunity_id, valid_from, valid_until, ${sql.join(Object.keys(state).map((column) => sql.ref(column)))})
    select ${workspace_id}, ${opportunity_id}, coalesce((select max(valid_until) from ended), ${valid_from}::timestamptz), ${valid_until}, ${sql.join(Object.values(state))}
    from written returning 1`.execute(tx.db);
  if (rows.length !== 1) throw new Refusal("record.stale");
}

/** Asked of every record of an import: one pass over the columns, nothing copied. */
function changedFields(before: Partial<OpportunityColumns>, after: OpportunityColumns): Record<string, { from: unknown; to: unknown }> {
  const fields: Record<string, { from: unknown; to: unknown }> = {};
  for (const column of Object.keys(after) as (keyof OpportunityColumns)[]) {
    if (SILENT.has(column)) continue;
    const [from, to] = [before[column] ?? null, after[column] ?? null];
    if (!same(from, to) && !isNothingAtFirst(from, to)) fields[column] = { from, to };
  }
  return Object.assign(fields, customChanges((before.custom ?? {}) as CustomValues, after.custom as CustomValues));
}

/** A new record without tags says nothing of them. */
const isNothingAtFirst = (from: unknown, to: unknown): boolean => from === null && Array.isArray(to) && to.length === 0;

function movedWith(before: OpportunityColumns, after: OpportunityColumns): Record<string, { from: unknown; to: unknown }> {
  const changed = MOVED_WITH.filter((column) => !same(before[column], after[column]));
  return Object.fromEntries(changed.map((column) => [column, { from: before[column], to: after[column] }]));
}

export function changedColumns(before: OpportunityColumns, after: OpportunityColumns): (keyof Writable)[] {
  const columns = Object.keys(writable(after)) as (keyof Writable)[];
  return columns.filter((column) => !same(before[column], after[column]));
}

type Writable = Omit<OpportunityColumns, "destinations" | "before_closing" | "custom" | "chosen_quote" | "accepted_quote"> & {
  destinations: string;
  before_closing: string | null;
  chosen_quote: string | null;
  accepted_quote: string | null;
  custom: string;
};

/** jsonb is written as text; the two names for permissions are no columns. */
export function writable(row: OpportunityColumns & { managerId?: unknown; teamId?: unknown }): Writable {
  const { managerId: _manager, teamId: _team, ...columns } = row;
  return {
    ...columns,
    destinations: JSON.stringify(row.destinations),
    custom: JSON.stringify(row.custom),
    before_closing: jsonOf(row.before_closing),
    chosen_quote: jsonOf(row.chosen_quote),
    accepted_quote: jsonOf(row.accepted_quote),
  };
}

const jsonOf = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));

function same(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return JSON.stringify(a) === JSON.stringify(b);
}
