import { sql } from "kysely";
import type { QuoteVersion, QuoteVersionSummary } from "#contract/quote-record.ts";
import { percentOf } from "#domain/product/product-line.ts";
import { costingGrid, type GridColumn } from "#domain/quote/costing-grid.ts";
import { mayEditQuote, mayExportCosting, mayMarkQuote, mayPriceQuote } from "#domain/quote/policy.ts";
import { figuresOf, preparedSheet } from "#domain/quote/quote-figures.ts";
import type { QuoteMark } from "#domain/quote/quote-mark.ts";
import { inReadingOrder, type QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { mayAccept, mayDecline, maySend, statusOn, type StoredStatus } from "#domain/quote/quote-status.ts";
import { withoutCosts } from "#domain/quote/seen-sheet.ts";
import { sheetChecks } from "#domain/quote/sheet-checks.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { acceptedOf, chosenOf } from "#server/opportunity/opportunity-quotes.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { amountOf, showOneQuote } from "#server/quote/present-quote.ts";
import { agencyOf, readVersion, type StoredQuote, type StoredVersion } from "#server/quote/quote-store.ts";
import { problemWords } from "#words/problem-words.ts";

export type Marks = { readonly chosen: QuoteMark | null; readonly accepted: QuoteMark | null };
export type VersionRow = StoredVersion & { readonly maker: string; readonly editor: string };

/** The marks of the quote's opportunity: they may lie on another quote. */
export async function marksOf(tx: ReadTx, quote: Pick<StoredQuote, "opportunity_id">): Promise<Marks> {
  if (quote.opportunity_id === null) return { chosen: null, accepted: null };
  const row = await tx.db
    .selectFrom("opportunity")
    .select(["chosen_quote", "accepted_quote"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", quote.opportunity_id)
    .executeTakeFirst();
  return row ? { chosen: chosenOf(row), accepted: acceptedOf(row) } : { chosen: null, accepted: null };
}

/** The versions with the names of those who made and changed them, the newest first. */
export async function versionRows(tx: ReadTx, quoteId: string, number?: number): Promise<VersionRow[]> {
  const only = number === undefined ? sql`true` : sql`v.number = ${number}`;
  const { rows } = await sql<VersionRow>`
    select v.*, maker.name as maker, editor.name as editor from quote_version v
    join app_user maker on maker.workspace_id = v.workspace_id and maker.id = v.created_by
    join app_user editor on editor.workspace_id = v.workspace_id and editor.id = v.updated_by
    where v.workspace_id = ${tx.actor.workspaceId} and v.quote_id = ${quoteId} and ${only} order by v.number desc`.execute(tx.db);
  return rows.map((row) => ({ ...readVersion(row as never), maker: row.maker, editor: row.editor }));
}

export function presentSummary(tx: ReadTx, row: VersionRow, marks: Marks): QuoteVersionSummary {
  const { costs } = tx.actor.rights;
  const { currency } = row;
  const [total, margin] = [row.total_minor, row.margin_minor].map((minor) => (minor === null ? null : BigInt(minor)));
  const net = margin === null || margin === undefined ? null : margin - BigInt(row.vat_minor ?? 0);
  return {
    number: row.number,
    status: statusOn(row.status as StoredStatus, row.valid_until, tx.today),
    isFrozen: row.frozen_at !== null,
    currency,
    prices: row.bases.map((payers, index) => ({ payers, price: amountOf(row.prices_minor?.[index] ?? null, currency) })),
    payers: row.payers,
    price: amountOf(row.price_minor, currency),
    total: amountOf(row.total_minor, currency),
    cost: costs ? amountOf(row.cost_minor, currency) : null,
    margin: costs ? amountOf(row.margin_minor, currency) : null,
    marginPercent: costs && typeof total === "bigint" && typeof margin === "bigint" ? percentOf(total, margin) : null,
    netMargin: costs && net !== null ? amountOf(net.toString(), currency) : null,
    departsOn: row.departs_on,
    validUntil: row.valid_until,
    linesCount: row.lines_count,
    madeFrom: row.made_from,
    chosen: presentMark(tx, row, marks.chosen),
    accepted: presentMark(tx, row, marks.accepted),
    sentAt: row.sent_at?.toISOString() ?? null,
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    declinedAt: row.declined_at?.toISOString() ?? null,
    declineReason: row.decline_reason,
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by, name: row.maker },
    updatedAt: row.updated_at.toISOString(),
    updatedBy: { id: row.updated_by, name: row.editor },
    version: row.version,
  };
}

function presentMark(tx: ReadTx, { id }: StoredVersion, mark: QuoteMark | null): QuoteVersionSummary["chosen"] {
  if (mark === null || mark.versionId !== id) return null;
  const inFull = (minor: string) => ({ amount: formatAmount(BigInt(minor), mark.currency), currency: mark.currency });
  return {
    payers: mark.payers,
    taken: mark.taken.map((one) => ({ ...one })),
    total: inFull(mark.totalMinor),
    margin: tx.actor.rights.costs ? inFull(mark.marginMinor) : null,
  };
}

export async function showOneVersion(tx: ReadTx, quote: StoredQuote, number: number): Promise<QuoteVersion> {
  const [row] = await versionRows(tx, quote.id, number);
  if (!row) throw new Error("a version that was just loaded is gone");
  const marks = await marksOf(tx, quote);
  const agency = agencyOf(tx, row);
  const sheet = inReadingOrder(row.sheet);
  const prepared = preparedSheet(sheet, agency);
  const columns = prepared ? costingGrid(prepared) : [];
  const figures = figuresOf(sheet, agency);
  const { costs } = tx.actor.rights;
  return {
    ...presentSummary(tx, row, marks),
    id: row.id,
    quote: await showOneQuote(tx, quote.id),
    sheet: costs ? sheet : withoutCosts(sheet),
    agency: { currency: agency.currency, rate: costs ? agency.rate : null },
    priceTable: columns.map((column) => presentColumn(column, sheet.currency)),
    problems: figures.problems.map((problem) => presentProblem(tx, problem)),
    toCheck: checksOf(tx, sheet, prepared && { columns, total: figures.total }),
    ...(await namesOf(tx, sheet)),
    can: abilities(tx, { quote, row, marks }),
  };
}

const ABOUT_COSTS = new Set<string>(["withoutCost", "negativeMargin"]);

/** Whether there is a cost or a margin at all is not for everybody to know. */
function checksOf(tx: ReadTx, sheet: QuoteSheet, figures: Parameters<typeof sheetChecks>[1]) {
  const checks = sheetChecks(sheet, figures, tx.today);
  return tx.actor.rights.costs ? [...checks] : checks.filter(({ kind }) => !ABOUT_COSTS.has(kind));
}

function presentColumn({ price, total, extras }: GridColumn, currency: string): QuoteVersion["priceTable"][number] {
  return {
    payers: total.payers,
    freePlaces: total.costs.group.freePlaces,
    price: formatAmount(price.minor, currency),
    extras: extras.map(({ lineId, minor }) => ({ lineId, price: formatAmount(minor, currency) })),
  };
}

function presentProblem(tx: ReadTx, { pointer, code, detail, about }: FieldProblem): QuoteVersion["problems"][number] {
  return { pointer, code, about: about ?? null, detail: detail ?? problemWords[tx.actor.locale].field(code, about) };
}

export async function namesOf(tx: ReadTx, { lines }: QuoteSheet): Promise<Pick<QuoteVersion, "suppliers" | "products">> {
  const find = async (table: "supplier" | "product", ids: readonly (string | null)[]) => {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return [];
    return tx.db
      .selectFrom(table as "supplier")
      .select(["id", "name"])
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "in", wanted)
      .execute();
  };
  return {
    suppliers: await find(
      "supplier",
      lines.map(({ supplierId }) => supplierId),
    ),
    products: await find(
      "product",
      lines.map(({ productId }) => productId),
    ),
  };
}

type Judged = { readonly quote: StoredQuote; readonly row: StoredVersion; readonly marks: Marks };

function abilities({ actor }: ReadTx, { quote, row, marks }: Judged): QuoteVersion["can"] {
  const edit = mayEditQuote(actor, quote);
  const mark = mayMarkQuote(actor, quote) && quote.opportunity_id !== null;
  const standing = { status: row.status as StoredStatus, isFrozen: row.frozen_at !== null };
  return {
    edit: edit && !standing.isFrozen,
    price: mayPriceQuote(actor, quote) && !standing.isFrozen,
    seeCosts: actor.rights.costs,
    export: mayExportCosting(actor, quote),
    send: edit && maySend(standing),
    decline: edit && mayDecline(standing),
    accept: mark && mayAccept(standing),
    unaccept: mark && marks.accepted?.versionId === row.id,
    choose: mark,
    unchoose: mark && marks.chosen?.versionId === row.id,
    newVersion: mayPriceQuote(actor, quote),
  };
}
