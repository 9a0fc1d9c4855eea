/** Undo and redo of one person in one quote: what each step did, and what takes it back. A new step forgets what was undone. */
import { applyEdits, type Applied, type SheetEdit } from "#domain/quote/sheet-edit.ts";
import type { QuoteSheet } from "#domain/quote/quote-sheet.ts";

type Batch = readonly SheetEdit[];

/** Newest last: what takes back each step, and what does again each step that was taken back. */
export type EditHistory = { readonly past: readonly Batch[]; readonly future: readonly Batch[] };

export const NO_HISTORY: EditHistory = { past: [], future: [] };
const KEPT_STEPS = 200;

export type Stepped = Applied & {
  readonly history: EditHistory;
  /** What was done, to be saved like any other edit. */
  readonly edits: Batch;
};

export function doEdits(sheet: QuoteSheet, history: EditHistory, edits: Batch): Stepped {
  const applied = applyEdits(sheet, edits);
  if (applied.inverse.length === 0) return { ...applied, history, edits };
  return { ...applied, history: { past: [...history.past, applied.inverse].slice(-KEPT_STEPS), future: [] }, edits };
}

/** Undefined: there is nothing to take back. */
export function undoEdits(sheet: QuoteSheet, { past, future }: EditHistory): Stepped | undefined {
  const edits = past.at(-1);
  if (!edits) return undefined;
  const applied = applyEdits(sheet, edits);
  return { ...applied, history: { past: past.slice(0, -1), future: [...future, applied.inverse] }, edits };
}

/** Undefined: nothing was taken back since the last step. */
export function redoEdits(sheet: QuoteSheet, { past, future }: EditHistory): Stepped | undefined {
  const edits = future.at(-1);
  if (!edits) return undefined;
  const applied = applyEdits(sheet, edits);
  return { ...applied, history: { past: [...past, applied.inverse], future: future.slice(0, -1) }, edits };
}
