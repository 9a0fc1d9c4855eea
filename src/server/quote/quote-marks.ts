import { revalueWon } from "#domain/opportunity/opportunity.ts";
import { payersOf } from "#domain/opportunity/participants.ts";
import { firstPayers, totalFor } from "#domain/quote/quote-figures.ts";
import type { Taken } from "#domain/quote/group-total.ts";
import type { QuoteMark } from "#domain/quote/quote-mark.ts";
import { isAlike } from "#domain/shared/alike.ts";
import { fieldsChanged, type FactFields } from "#domain/shared/fact.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { acceptedOf, chosenOf, wonFiguresOf } from "#server/opportunity/opportunity-quotes.ts";
import { rateColumns } from "#server/opportunity/opportunity-rate.ts";
import { columnsOfSale, saleOf } from "#server/opportunity/opportunity-stage.ts";
import { saveOpportunity, type Columns, type StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { agencyOf, readVersion, saveVersion, type StoredQuote, type StoredVersion, type VersionChange } from "#server/quote/quote-store.ts";

type Asked = { readonly payers?: number | undefined; readonly taken?: readonly Taken[] | undefined };

/** The mark a version would bear, with the figures it comes to for the group asked for; why it cannot is told by field. */
export async function markOf(
  tx: ReadTx,
  {
    quote,
    version,
    opportunity,
  }: { readonly quote: StoredQuote; readonly version: StoredVersion; readonly opportunity: StoredOpportunity },
  asked: Asked,
): Promise<QuoteMark> {
  const { sheet } = version;
  const payers = asked.payers ?? firstPayers(sheet, payersOf({ ...opportunity, freePlaces: opportunity.free_places }));
  const taken = asked.taken ?? sheet.taken;
  if (payers === null) throw refuseField("/bases", "bases.none");
  const { problems, total } = totalFor(sheet, agencyOf(tx, version), { payers, taken });
  if (!total) throw new Refusal("request.invalid", {}, problems);
  return {
    quoteId: quote.id,
    versionId: version.id,
    number: version.number,
    payers,
    taken,
    totalMinor: total.revenueMinor.toString(),
    marginMinor: total.marginMinor.toString(),
    ...(await rateOf(tx, version)),
  };
}

/** The quote's own frozen rate of its currency; one whose sheet has none takes the agency's newest. */
async function rateOf(tx: ReadTx, { sheet }: StoredVersion): Promise<Pick<QuoteMark, "currency" | "rate" | "rateOn" | "rateSource">> {
  const { currency } = sheet;
  if (currency === tx.agency.currency) return { currency, rate: "1", rateOn: null, rateSource: null };
  const frozen = sheet.exchangeRates.find((one) => one.currency === currency);
  if (frozen) return { currency, rate: frozen.rate, rateOn: frozen.onDay, rateSource: frozen.source };
  const { rate = "1", rate_on = null, rate_source = null } = await rateColumns(tx, currency);
  return { currency, rate, rateOn: rate_on, rateSource: rate_source };
}

export type MarkChange = { readonly chosen?: QuoteMark | null; readonly accepted?: QuoteMark | null };

export const AMOUNT_COLUMNS = ["amount_minor", "amount_source", "currency", "rate", "rate_on", "rate_source"] as const;

/**
 * Puts marks on an opportunity or takes them off, with what follows (RULES 1.2): a won amount is valued again when the
 * accepted quote came, went or was replaced; an open one that follows the chosen quote moves with it. `exactly` is what an
 * undo knows of the amount before. Returns what is told.
 */
export async function putMarks(
  tx: WriteTx,
  before: StoredOpportunity,
  { exactly = {}, ...change }: MarkChange & { readonly exactly?: Columns },
): Promise<FactFields> {
  const columns: Columns = {
    ...(change.chosen === undefined ? {} : { chosen_version_id: change.chosen?.versionId ?? null, chosen_quote: change.chosen as never }),
    ...(change.accepted === undefined
      ? {}
      : { accepted_version_id: change.accepted?.versionId ?? null, accepted_quote: change.accepted as never }),
  };
  const marked = { ...before, ...columns };
  const isOtherYes = !isAlike(acceptedOf(before), acceptedOf(marked));
  const won = isOtherYes ? columnsOfSale(revalueWon(saleOf(before), wonFiguresOf(marked))) : {};
  // Nothing is followed any more: the amount stays as it stands.
  const isAlone = before.outcome === "open" && before.amount_source === "quote" && chosenOf(marked) === null;
  const alone: Columns = isAlone ? { amount_source: "typed" } : {};
  const after = await saveOpportunity(tx, before, { ...columns, ...won, ...alone, ...exactly }, "toldElsewhere");
  await followMarks(tx, before, after);
  const told = (row: StoredOpportunity): Record<string, unknown> => ({
    chosen_quote: row.chosen_quote,
    accepted_quote: row.accepted_quote,
    ...Object.fromEntries(AMOUNT_COLUMNS.map((column) => [column, row[column]])),
  });
  const fields = Object.entries(fieldsChanged(told(before), told(after)));
  return Object.fromEntries(fields.filter(([, { from, to }]) => !isAlike(from, to)));
}

/** Quotes and versions know their marks: what lost the last one and was never sent is a draft again. */
async function followMarks(tx: WriteTx, before: StoredOpportunity, after: StoredOpportunity): Promise<void> {
  const marks = [chosenOf(before), acceptedOf(before), chosenOf(after), acceptedOf(after)].flatMap((mark) => mark ?? []);
  const [chosen, accepted] = [chosenOf(after), acceptedOf(after)];
  for (const quoteId of new Set(marks.map((mark) => mark.quoteId))) {
    const numberOf = (mark: QuoteMark | null): number | null => (mark?.quoteId === quoteId ? mark.number : null);
    await tx.db
      .updateTable("quote")
      .set({ chosen_number: numberOf(chosen), accepted_number: numberOf(accepted), updated_at: tx.at })
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", quoteId)
      .execute();
  }
  const ids = [...new Set(marks.map((mark) => mark.versionId))];
  for (const version of await versionsById(tx, ids)) {
    const isMarked = chosen?.versionId === version.id || accepted?.versionId === version.id;
    if (isMarked && version.frozen_at === null) await freeze(tx, version);
    if (!isMarked && version.frozen_at !== null && version.status === "draft")
      await saveVersion(tx, version, { standing: { frozen_at: null } });
  }
}

/** Reckoned once more as it is frozen: with the agency's mark-up or margin of that moment, which it keeps. */
export function freeze(tx: WriteTx, version: StoredVersion, standing: VersionChange = {}): Promise<StoredVersion> {
  return saveVersion(tx, version, { sheet: version.sheet, standing: { ...standing, frozen_at: version.frozen_at ?? tx.at } });
}

export async function versionsById(tx: ReadTx, ids: readonly string[]): Promise<StoredVersion[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .selectFrom("quote_version")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "in", [...ids])
    .orderBy("id")
    .execute();
  return rows.map(readVersion);
}
