import type { GridColumn } from "#domain/quote/costing-grid.ts";
import { comparedRows, isDifferent, type ComparedRow, type LinePair } from "#web/quote/compared-rows.ts";
import { baseFigures, type BaseFigures } from "#web/quote/cell-texts.ts";
import { reckon, type Reckoned } from "#web/quote/reckoned-sheet.ts";
import { seenBases } from "#web/quote/seen-bases.ts";
import { shownSheet } from "#web/quote/use-sheet-session.ts";
import type { QuoteVersion } from "#web/quote/use-quote.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { roundHalfAway } from "#domain/shared/fraction.ts";

export type Side = {
  readonly reckoned: Reckoned;
  /** Of the base that is looked at; undefined where this version has none of that size. */
  readonly column: GridColumn | undefined;
  readonly base: BaseFigures | undefined;
  readonly bases: readonly BaseFigures[];
};

export type Compared = {
  readonly rows: readonly ComparedRow[];
  readonly before: Side;
  readonly after: Side;
  readonly costs: boolean;
  readonly lines: number;
  readonly changed: number;
  readonly isApart: (pair: LinePair) => boolean;
  readonly payers: number;
};

export function comparedOf(older: QuoteVersion, newer: QuoteVersion, payers: number): Compared {
  const [before, after] = [sideOf(older, payers), sideOf(newer, payers)];
  const rows = comparedRows(before.reckoned.sheet, after.reckoned.sheet);
  const pairs = rows.filter((row) => row.kind === "line");
  const isApart = (pair: LinePair): boolean => isDifferent(pair) || partOf(before, pair.before?.id) !== partOf(after, pair.after?.id);
  return {
    rows,
    before,
    after,
    costs: newer.can.seeCosts,
    lines: pairs.length,
    changed: pairs.filter(isApart).length,
    isApart,
    payers,
  };
}

function sideOf(version: QuoteVersion, payers: number): Side {
  const reckoned = reckon(shownSheet(version), version.agency);
  const bases = version.can.seeCosts ? baseFigures(reckoned) : seenBases(version);
  return {
    reckoned,
    column: version.can.seeCosts ? reckoned.figures?.columns.find(({ total }) => total.payers === payers) : undefined,
    base: bases.find((one) => one.payers === payers),
    bases,
  };
}

/** A line's part of the price with its cents; of a supplement or option its price. */
export function partOf({ column, base, reckoned }: Side, lineId: string | undefined): string | undefined {
  if (lineId === undefined) return undefined;
  const part = column?.price.parts.get(lineId);
  if (part) return formatAmount(roundHalfAway(part), reckoned.costing.currency);
  return base?.extras.get(lineId);
}
