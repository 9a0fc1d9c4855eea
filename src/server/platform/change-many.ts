import type { WriteTx } from "#server/platform/database.ts";

/** Above this many rows the change goes on after the answer, as a job. */
export const AT_ONCE = 200;
/** So many are named; the others are counted. */
const NAMED = 100;
/** Read, changed and written together. */
const STEP = 250;

/** A row that stayed as it was, and why: out of one's rights, closed, in use, or gone meanwhile. */
export type RefusedRow = {
  readonly id: string;
  readonly name: string | null;
  readonly number: string | null;
  readonly reason: "forbidden" | "closed" | "tooManyTags" | "inUse" | "gone";
};
export type BulkResult = { readonly changed: number; readonly skipped: number; readonly refused: RefusedRow[] };
export type Progress = (done: number) => Promise<void>;

/** One change of many rows, some hundred at a time; `change` returns those that stay as they are. All in one transaction. */
export async function changeMany(
  tx: WriteTx,
  ids: readonly string[],
  change: (some: readonly string[]) => Promise<RefusedRow[]>,
  progress?: Progress,
): Promise<BulkResult> {
  let changed = 0;
  const refused: RefusedRow[] = [];
  for (let at = 0; at < ids.length; at += STEP) {
    const some = ids.slice(at, at + STEP);
    const left = await change(some);
    changed += some.length - left.length;
    refused.push(...left.slice(0, NAMED - refused.length));
    if (ids.length > STEP) await tx.change.flush();
    await progress?.(at + some.length);
  }
  return { changed, skipped: ids.length - changed, refused };
}

/** Those that were asked for and are there no more. */
export function goneOf(ids: readonly string[], rows: readonly { readonly id: string }[]): RefusedRow[] {
  const found = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !found.has(id)).map((id) => ({ id, name: null, number: null, reason: "gone" }));
}
