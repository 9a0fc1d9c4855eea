/** A sheet reckoned in the browser with the engine the server trusts: once for each state of the sheet. */
import { costingGrid, type GridColumn } from "#domain/quote/costing-grid.ts";
import { costingProblems } from "#domain/quote/costing-problems.ts";
import type { Costing } from "#domain/quote/costing.ts";
import { groupTotal, type GroupTotal } from "#domain/quote/group-total.ts";
import { prepare, type Prepared } from "#domain/quote/prepared-costing.ts";
import { costingOf, payersOfSheet, type PricingAgency, type QuoteSheet } from "#domain/quote/quote-sheet.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";

export type Reckoned = {
  readonly sheet: QuoteSheet;
  readonly costing: Costing;
  readonly problems: readonly FieldProblem[];
  /** Undefined while there are problems. */
  readonly figures:
    | {
        readonly prepared: Prepared;
        readonly columns: readonly GridColumn[];
        /** Of the payers the seller works with; undefined below the smallest base. */
        readonly total: GroupTotal | undefined;
      }
    | undefined;
};

export function reckon(sheet: QuoteSheet, agency: PricingAgency): Reckoned {
  const ordered = { ...sheet, bases: sheet.bases.toSorted((a, b) => a - b) };
  const costing = costingOf(ordered, agency);
  const problems = costingProblems(costing);
  if (problems.length > 0) return { sheet, costing, problems, figures: undefined };
  const prepared = prepare(costing);
  const payers = payersOfSheet(sheet);
  const total = payers === null ? undefined : groupTotal(prepared, payers, sheet.taken);
  return { sheet, costing, problems, figures: { prepared, columns: costingGrid(prepared), total } };
}

/** "20–24"; the largest is as wide as the one before it, and without one before it has no end. */
export function bandOf(bases: readonly number[], base: number): { readonly from: number; readonly to: number | null } {
  const sorted = bases.toSorted((a, b) => a - b);
  const at = sorted.indexOf(base);
  const [before, next] = [sorted[at - 1], sorted[at + 1]];
  if (next !== undefined) return { from: base, to: next - 1 };
  return { from: base, to: before === undefined ? null : base + (base - before) - 1 };
}
