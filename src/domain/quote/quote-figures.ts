/** The figures of a sheet that lists, reports and amounts need: the price of every base, and the Total of one group (RULES 2.4). */
import { costingProblems, takenProblems } from "#domain/quote/costing-problems.ts";
import { costingGrid } from "#domain/quote/costing-grid.ts";
import { groupTotal, type GroupTotal, type Taken } from "#domain/quote/group-total.ts";
import { prepare, type Prepared } from "#domain/quote/prepared-costing.ts";
import { costingOf, payersOfSheet, type PricingAgency, type QuoteSheet } from "#domain/quote/quote-sheet.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";

export type QuoteFigures = {
  readonly problems: readonly FieldProblem[];
  /** Per payer, for each base in its order; null while the sheet cannot be reckoned. */
  readonly pricesMinor: readonly bigint[] | null;
  readonly payers: number | null;
  /** Of the group the seller works with; undefined below the smallest base, and while there are problems. */
  readonly total: GroupTotal | undefined;
};

export function figuresOf(sheet: QuoteSheet, agency: PricingAgency): QuoteFigures {
  const costing = costingOf(sheet, agency);
  const payers = payersOfSheet(sheet);
  const problems = costingProblems(costing);
  if (problems.length > 0) return { problems, pricesMinor: null, payers, total: undefined };
  const prepared = prepare(costing);
  const group = payers === null ? [] : takenProblems(costing, payers, sheet.taken);
  return {
    problems: group,
    pricesMinor: costingGrid(prepared).map(({ price }) => price.minor),
    payers,
    total: payers === null || group.length > 0 ? undefined : groupTotal(prepared, payers, sheet.taken),
  };
}

/** The Total of so many payers with so many takers, or why there is none. */
export function totalFor(
  sheet: QuoteSheet,
  agency: PricingAgency,
  { payers, taken }: { readonly payers: number; readonly taken: readonly Taken[] },
): { readonly problems: readonly FieldProblem[]; readonly total?: GroupTotal } {
  const costing = costingOf(sheet, agency);
  const problems = [...costingProblems(costing), ...takenProblems(costing, payers, taken)];
  if (problems.length > 0) return { problems };
  const total = groupTotal(prepare(costing), payers, taken);
  return total ? { problems, total } : { problems };
}

/** A sheet that can be reckoned, made ready; undefined while it has problems. */
export function preparedSheet(sheet: QuoteSheet, agency: PricingAgency): Prepared | undefined {
  const costing = costingOf(sheet, agency);
  return costingProblems(costing).length > 0 ? undefined : prepare(costing);
}

/** The number of payers at first: typed in the sheet, else the opportunity's if a base serves it, else the smallest base. */
export function firstPayers(sheet: Pick<QuoteSheet, "payers" | "bases">, opportunityPayers: number | null): number | null {
  const smallest = sheet.bases.length === 0 ? null : Math.min(...sheet.bases);
  if (sheet.payers !== null) return sheet.payers;
  return opportunityPayers !== null && smallest !== null && opportunityPayers >= smallest ? opportunityPayers : smallest;
}
