/**
 * Two versions side by side: lines and days that came, went or changed, what else of the sheet changed, and what that does
 * to the price of every base. Lines are told apart by their ids: a new version keeps those of the one it started from.
 */
import type { SheetDay, SheetLine, QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { isAlike } from "#domain/shared/alike.ts";

export type FieldChange = { readonly field: string; readonly from: unknown; readonly to: unknown };

export type ChangedRecord<Record> = {
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  readonly before: Record | null;
  readonly after: Record | null;
  /** Those that differ; of what came or went, none. */
  readonly fields: readonly FieldChange[];
};

export type SheetComparison = {
  readonly fields: readonly FieldChange[];
  readonly days: readonly ChangedRecord<SheetDay>[];
  readonly lines: readonly ChangedRecord<SheetLine>[];
};

/** In the order of the later sheet; what went comes where it stood in the earlier one, at the end. */
export function compareSheets(before: QuoteSheet, after: QuoteSheet): SheetComparison {
  const { days: _days, lines: _lines, ...plain } = after;
  const { days: _oldDays, lines: _oldLines, ...plainBefore } = before;
  return {
    fields: changedFields(plainBefore, plain),
    days: changedRecords(before.days, after.days),
    lines: changedRecords(before.lines, after.lines),
  };
}

function changedRecords<Kept extends { readonly id: string }>(before: readonly Kept[], after: readonly Kept[]): ChangedRecord<Kept>[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  const present = after.flatMap((one): ChangedRecord<Kept>[] => {
    const was = old.get(one.id);
    if (!was) return [{ id: one.id, change: "added", before: null, after: one, fields: [] }];
    const fields = changedFields(was, one);
    return fields.length === 0 ? [] : [{ id: one.id, change: "changed", before: was, after: one, fields }];
  });
  const gone = before.filter(({ id }) => !kept.has(id));
  return [...present, ...gone.map((one): ChangedRecord<Kept> => ({ id: one.id, change: "removed", before: one, after: null, fields: [] }))];
}

function changedFields(before: object, after: object): FieldChange[] {
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return Object.keys(is).flatMap((field) =>
    isAlike(was[field], is[field]) ? [] : [{ field, from: was[field] ?? null, to: is[field] ?? null }],
  );
}

export type PriceEffect = { readonly payers: number; readonly beforeMinor: bigint | null; readonly afterMinor: bigint | null };

type PricedBases = { readonly bases: readonly number[]; readonly pricesMinor: readonly bigint[] | null };

/** Of every base of either, from the smallest; null where that version has no such base, or could not be reckoned. */
export function priceEffects(before: PricedBases, after: PricedBases): PriceEffect[] {
  const at = ({ bases, pricesMinor }: PricedBases, payers: number): bigint | null => pricesMinor?.[bases.indexOf(payers)] ?? null;
  const sizes = [...new Set([...before.bases, ...after.bases])].sort((a, b) => a - b);
  return sizes.map((payers) => ({ payers, beforeMinor: at(before, payers), afterMinor: at(after, payers) }));
}
