import { sql } from "kysely";
import type { z } from "zod";
import type { editOpportunityBody } from "#contract/opportunity-write.ts";
import { amountWhenTyped } from "#domain/opportunity/amount.ts";
import { paxOf } from "#domain/opportunity/participants.ts";
import { mayWaitUntil } from "#domain/opportunity/staleness.ts";
import { parseAmount } from "#domain/shared/money.ts";
import { refuseFields, type FieldProblem } from "#domain/shared/refusal.ts";
import type { Columns } from "#server/opportunity/opportunity-store.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import type { ReadTx } from "#server/platform/database.ts";

export type OpportunityBody = z.output<typeof editOpportunityBody>;

/** The plain fields of a body as columns. Stage, probability and currency are the domain's and follow elsewhere. */
export function columnsOfBody(body: OpportunityBody, currency: string, productsMinor: bigint | null = null): Columns {
  refuseAmounts(body, currency);
  const set: Record<string, unknown> = {};
  const put = (column: keyof OpportunityColumns, value: unknown): void => {
    if (value !== undefined) set[column] = value;
  };
  put("name", body.name);
  put("client_id", body.clientId);
  put("manager_id", body.managerId);
  put("team_id", body.teamId);
  put("priority", body.priority);
  put("departs_on", body.departsOn);
  put("returns_on", body.returnsOn);
  put("flexible_days", body.flexibleDays);
  put("destinations", body.destinations);
  put("adults", body.adults);
  put("children", body.children);
  put("infants", body.infants);
  put("free_places", body.freePlaces);
  put("source_id", body.sourceId);
  put("expected_close_on", body.expectedCloseOn);
  put("description", body.description);
  put("waiting_until", body.waitingUntil);
  put("waiting_reason", body.waitingReason);
  put("tag_ids", body.tagIds);
  put("objective_minor", minorOf(body.objective, currency));
  put("budget_minor", minorOf(body.budgetPerPerson, currency));
  if (body.amount !== undefined) Object.assign(set, amountColumns(body.amount, currency, productsMinor ?? 0n));
  if (body.valueKind !== undefined || body.period !== undefined || body.periods !== undefined) Object.assign(set, valueColumns(body));
  return set;
}

/** Figures alone are in the opportunity's currency. */
type Written = string | { readonly amount: string; readonly currency: string } | null;

/** The currency a body says: by itself, else beside its amount. */
export function currencyOfBody({ currency, amount }: { currency?: string | undefined; amount?: Written | undefined }): string | undefined {
  return currency ?? (typeof amount === "object" && amount !== null ? amount.currency : undefined);
}

/** Amounts that cannot be written in the currency, all at once. */
function refuseAmounts({ amount, objective, budgetPerPerson }: OpportunityBody, currency: string): void {
  const written: readonly (readonly [string, Written | undefined])[] = Object.entries({ amount, objective, budgetPerPerson });
  refuseFields(written.flatMap(([field, value]) => amountProblem(field, value, currency) ?? []));
}

function amountProblem(field: string, written: Written | undefined, currency: string): FieldProblem | undefined {
  if (written === undefined || written === null) return undefined;
  if (typeof written === "object" && written.currency !== currency) return { pointer: `/${field}/currency`, code: "currency.other" };
  return parseAmount(figuresOf(written), currency) === undefined ? { pointer: `/${field}`, code: "amount.tooFine" } : undefined;
}

const figuresOf = (written: Exclude<Written, null>): string => (typeof written === "object" ? written.amount : written);

function amountColumns(amount: Written, currency: string, productsMinor: bigint): Columns {
  const typed = minorOf(amount, currency);
  const { minor, source } = amountWhenTyped(typed === undefined || typed === null ? null : BigInt(typed), productsMinor);
  return { amount_minor: minor.toString(), amount_source: source };
}

function valueColumns(body: OpportunityBody): Columns {
  if (body.valueKind === "fixed") return { value_kind: "fixed", period: null, periods: null };
  return {
    ...(body.valueKind ? { value_kind: body.valueKind } : {}),
    ...(body.period !== undefined ? { period: body.period } : {}),
    ...(body.periods !== undefined ? { periods: body.periods } : {}),
  };
}

function minorOf(written: Written | undefined, currency: string): string | null | undefined {
  if (written === undefined || written === null) return written;
  return parseAmount(figuresOf(written), currency)?.toString();
}

/** What must hold of an opportunity after any change, every field to correct at once. */
export function refuseImpossible(after: Columns, tx: ReadTx, also: readonly FieldProblem[] = []): void {
  const pax = paxOf({ adults: after.adults ?? null, children: after.children ?? null, infants: after.infants ?? null });
  const rules = [
    [after.departs_on && after.returns_on && after.returns_on < after.departs_on, "/returnsOn", "dates.order"],
    [after.value_kind === "recurring" && (!after.period || !after.periods), "/periods", "periods.required"],
    [pax !== null && (after.free_places ?? 0) > pax, "/freePlaces", "freePlaces.tooMany"],
    [after.waiting_until && !mayWaitUntil(after.waiting_until, tx.today), "/waitingUntil", "waiting.tooLong"],
  ] as const;
  refuseFields([...also, ...rules.flatMap(([isBroken, pointer, code]) => (isBroken ? [{ pointer, code }] : []))]);
}

const REFERENCES = [
  ["client_id", "client", "/clientId"],
  ["manager_id", "app_user", "/managerId"],
  ["team_id", "team", "/teamId"],
  ["source_id", "source", "/sourceId"],
  ["lost_reason_id", "lost_reason", "/reasonId"],
  ["competitor_id", "competitor", "/competitorId"],
] as const;

/** Every record that the change points at exists here and is not deleted: asked at once. */
export async function unknownReferences(tx: ReadTx, change: Columns): Promise<FieldProblem[]> {
  const doubts = REFERENCES.flatMap(([column, table, pointer]) => {
    const id = change[column];
    if (!id) return [];
    const gone = sql.ref(table === "app_user" ? "disabled_at" : "deleted_at");
    const known = sql`select 1 from ${sql.table(table)} where workspace_id = ${tx.actor.workspaceId} and id = ${id} and ${gone} is null`;
    return [sql`select ${sql.lit(pointer)} as pointer where not exists (${known})`];
  });
  if (doubts.length === 0) return [];
  const { rows } = await sql<{ pointer: string }>`${sql.join(doubts, sql` union all `)}`.execute(tx.db);
  return rows.map(({ pointer }) => ({ pointer, code: "reference.unknown" }));
}

export async function refuseUnknownReferences(tx: ReadTx, change: Columns): Promise<void> {
  refuseFields(await unknownReferences(tx, change));
}
