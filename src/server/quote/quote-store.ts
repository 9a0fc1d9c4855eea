import type { Selectable } from "kysely";
import { maySeeQuote } from "#domain/quote/policy.ts";
import { figuresOf, type QuoteFigures } from "#domain/quote/quote-figures.ts";
import type { PricingAgency, QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { fieldsChanged, type FactFields, type FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { lockOpportunities, touchOpportunity } from "#server/opportunity/follow-opportunity.ts";
import { plainDecimal } from "#server/opportunity/opportunity-derived.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { QuoteTable, QuoteVersionTable } from "#server/platform/db.gen.ts";

type QuoteColumns = Selectable<QuoteTable>;
type VersionColumns = Selectable<QuoteVersionTable>;

/** A quote as it is stored, with what a permission asks about. */
export type StoredQuote = QuoteColumns & {
  readonly managerId: string | null;
  readonly teamId: string | null;
  readonly opportunityId: string | null;
};
export type StoredVersion = Omit<VersionColumns, "sheet" | "agency_rate"> & {
  readonly sheet: QuoteSheet;
  readonly agency_rate: NonNullable<PricingAgency["rate"]>;
};

export async function findQuote(tx: ReadTx, id: string): Promise<StoredQuote | undefined> {
  const row = await tx.db
    .selectFrom("quote")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && placedQuote(row);
}

/** The quote, if it may be seen: without the rights of its modules it does not exist. */
export async function getQuote(tx: ReadTx, id: string, also: { readonly deleted?: boolean } = {}): Promise<StoredQuote> {
  const row = await findQuote(tx, id);
  if (!row || row.owner_deleted || !maySeeQuote(tx.actor, row)) throw new Refusal("request.notFound");
  if (row.deleted_at && !also.deleted) throw new Refusal("record.deleted", { deletedAt: row.deleted_at.toISOString(), name: row.name });
  return row;
}

export function placedQuote(row: QuoteColumns): StoredQuote {
  return { ...row, managerId: row.manager_id, teamId: row.team_id, opportunityId: row.opportunity_id };
}

export async function findVersion(tx: ReadTx, quoteId: string, number: number): Promise<StoredVersion | undefined> {
  const row = await tx.db
    .selectFrom("quote_version")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("quote_id", "=", quoteId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row && readVersion(row);
}

export async function getVersion(tx: ReadTx, quoteId: string, number: number): Promise<StoredVersion> {
  const row = await findVersion(tx, quoteId, number);
  if (!row) throw new Refusal("request.notFound");
  return row;
}

export function readVersion(row: VersionColumns): StoredVersion {
  return { ...row, sheet: row.sheet as unknown as QuoteSheet, agency_rate: row.agency_rate as unknown as StoredVersion["agency_rate"] };
}

/** The agency as a version is reckoned with it: a draft with today's mark-up or margin, what is frozen with that of then. */
export function agencyOf(
  tx: ReadTx,
  version?: Pick<StoredVersion, "frozen_at" | "agency_rate">,
): PricingAgency & { rate: NonNullable<PricingAgency["rate"]> } {
  const { currency, defaultRateMode, defaultRatePercent } = tx.agency;
  if (version?.frozen_at) return { currency, rate: version.agency_rate };
  return { currency, rate: { mode: defaultRateMode, percent: plainDecimal(defaultRatePercent) } };
}

type FigureColumns = Pick<
  VersionColumns,
  | "currency"
  | "bases"
  | "prices_minor"
  | "payers"
  | "price_minor"
  | "total_minor"
  | "cost_minor"
  | "margin_minor"
  | "vat_minor"
  | "departs_on"
  | "valid_until"
  | "lines_count"
>;

/** What lists, reports and amounts read, reckoned when the sheet is saved. */
export function figureColumns(sheet: QuoteSheet, { pricesMinor, payers, total }: QuoteFigures): FigureColumns {
  const text = (minor: bigint | undefined): string | null => minor?.toString() ?? null;
  return {
    currency: sheet.currency,
    bases: [...sheet.bases],
    prices_minor: pricesMinor?.map(String) ?? null,
    payers,
    price_minor: text(total?.priceMinor),
    total_minor: text(total?.revenueMinor),
    cost_minor: text(total?.costMinor),
    margin_minor: text(total?.marginMinor),
    vat_minor: text(total?.vat.totalMinor),
    departs_on: sheet.departsOn,
    valid_until: sheet.validUntil,
    lines_count: sheet.lines.length,
  };
}

/** jsonb is written as text. */
export function sheetColumns(tx: ReadTx, sheet: QuoteSheet) {
  const agency = agencyOf(tx);
  return { sheet: JSON.stringify(sheet), agency_rate: JSON.stringify(agency.rate), ...figureColumns(sheet, figuresOf(sheet, agency)) };
}

export type VersionChange = Partial<
  Pick<VersionColumns, "status" | "frozen_at" | "sent_at" | "accepted_at" | "declined_at" | "decline_reason">
>;

/** Another sheet, or another standing; the quote shows its newest version. */
export async function saveVersion(
  tx: WriteTx,
  before: StoredVersion,
  change: { readonly sheet?: QuoteSheet; readonly standing?: VersionChange },
): Promise<StoredVersion> {
  const row = await tx.db
    .updateTable("quote_version")
    .set({
      ...(change.sheet ? sheetColumns(tx, change.sheet) : {}),
      ...change.standing,
      version: before.version + 1,
      updated_at: tx.at,
      updated_by: tx.actor.userId,
    })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new Refusal("record.stale");
  const after = readVersion(row);
  await showNewest(tx, after);
  return after;
}

/** The figures of the newest version stand on its quote: a list joins nothing. They are nobody's edit of the quote. */
export async function showNewest(tx: WriteTx, version: StoredVersion): Promise<void> {
  const { status, currency, payers, price_minor, total_minor, margin_minor, departs_on, valid_until } = version;
  await tx.db
    .updateTable("quote")
    .set({ status, currency, payers, price_minor, total_minor, margin_minor, departs_on, valid_until, updated_at: tx.at })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", version.quote_id)
    .where("newest_number", "=", version.number)
    .execute();
}

type QuoteChange = Partial<Pick<QuoteColumns, "name" | "contact_id" | "language" | "opportunity_id" | "deleted_at" | "deleted_by">>;

export async function saveQuote(tx: WriteTx, before: StoredQuote, change: QuoteChange, kind: FactKind): Promise<StoredQuote> {
  const fields = fieldsChanged<Record<string, unknown>>(told(before), told(change));
  if (Object.keys(fields).length === 0) return before;
  const row = await tx.db
    .updateTable("quote")
    .set({ ...change, version: before.version + 1, updated_at: tx.at })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new Refusal("record.stale");
  const after = placedQuote(row);
  tellQuote(tx, after, { kind, fields, before });
  return after;
}

function told(columns: QuoteChange): Record<string, unknown> {
  const { name, contact_id, language, opportunity_id, deleted_at, deleted_by } = columns;
  const every = { name, contact_id, language, opportunity_id, deleted_at: deleted_at && deleted_at.toISOString(), deleted_by };
  return Object.fromEntries(Object.entries(every).filter(([, value]) => value !== undefined));
}

type Story = {
  readonly kind: FactKind;
  readonly fields: FactFields;
  readonly before?: StoredQuote;
  readonly version?: number;
  /** Told of the quote alone: its opportunity's timeline is not filled with every word that was typed. */
  readonly isQuiet?: boolean;
};

export function tellQuote(tx: WriteTx, quote: StoredQuote, { kind, fields, before, version, isQuiet }: Story): void {
  const places = before && (before.managerId !== quote.managerId || before.teamId !== quote.teamId) ? [before, quote] : [quote];
  tx.change.tell({
    kind,
    type: "quote",
    id: quote.id,
    name: `${quote.number} ${quote.name}`,
    opportunityId: isQuiet ? null : quote.opportunity_id,
    clientId: isQuiet || quote.opportunity_id === null ? null : quote.client_id,
    fields,
    visibility: places.map(({ managerId, teamId }) => ({ managerId, teamId })),
    version: version ?? quote.version,
  });
}

/** What happens with a quote is a touch of its opportunity. */
export async function touchBy(tx: WriteTx, quote: Pick<StoredQuote, "id" | "opportunity_id">): Promise<void> {
  if (quote.opportunity_id === null) return;
  await lockOpportunities(tx, [quote.opportunity_id]);
  await touchOpportunity(tx, quote.opportunity_id, { sourceId: quote.id, kind: "quote", at: tx.at });
}
