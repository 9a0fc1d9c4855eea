/** Whole blocks of the grid: pasted from a spreadsheet, copied to it, copied down, cut. */
import { newLine, type SheetLine } from "#domain/quote/quote-sheet.ts";
import { applyEdits, type SheetEdit } from "#domain/quote/sheet-edit.ts";
import { editsOfCopied, editsOfEmptied, editsOfTyped, type Typing } from "#web/quote/cell-edits.ts";
import type { Block } from "#web/quote/block-text.ts";
import { boundsOf, isOneCell, type Held, type Place } from "#web/quote/grid-moves.ts";
import { isLineRow, type GridColumnId, type GridRow, type LineRow } from "#web/quote/quote-grid-rows.ts";

export type Grid = { readonly rows: readonly GridRow[]; readonly columns: readonly GridColumnId[] };

export type Pasted = {
  readonly edits: readonly SheetEdit[];
  readonly added: number;
  /** Cells with something in them that could not be read. */
  readonly unread: number;
};

type Pasting = Typing & { readonly newId: () => string };

/**
 * From the cell downwards over the lines of the same day; what is left makes new lines after the last of them. Columns of
 * prices take nothing: prices are reckoned.
 */
export function editsOfPaste(pasting: Pasting, { rows, columns }: Grid, at: Place, block: Block): Pasted {
  const row = rows[at.row];
  const filled = block.filter((cells) => cells.some((cell) => cell !== ""));
  if (row && block.length === 1 && block[0]?.length === 1 && !isLineRow(row)) return intoCell(pasting, row, columns[at.column], filled);
  const { lines, place, last } = targetOf(pasting, rows, at.row);
  let { sheet } = pasting;
  const edits: SheetEdit[] = [];
  let unread = 0;
  let after = last;
  const write = (edit: readonly SheetEdit[]): void => {
    edits.push(...edit);
    sheet = applyEdits(sheet, edit).sheet;
  };
  for (const [index, cells] of filled.entries()) {
    const known = lines[index];
    const id = known?.id ?? pasting.newId();
    if (!known) {
      write([{ kind: "addLine", line: newLine({ id, currency: sheet.currency, ...place }), afterLineId: after }]);
      after = id;
    }
    for (const [offset, cell] of cells.entries()) {
      const column = columns[at.column + offset];
      const line = sheet.lines.find((one) => one.id === id);
      if (cell === "" || column === undefined || typeof column === "number" || !line) continue;
      const typed = editsOfTyped({ ...pasting, sheet }, { row: rowOf(line), column }, cell);
      if (typed) write(typed);
      else unread += 1;
    }
  }
  return { edits, added: Math.max(0, filled.length - lines.length), unread };
}

function intoCell(typing: Typing, row: GridRow, column: GridColumnId | undefined, [cells]: Block): Pasted {
  const edits = column === undefined ? undefined : editsOfTyped(typing, { row, column }, cells?.[0] ?? "");
  return { edits: edits ?? [], added: 0, unread: edits ? 0 : 1 };
}

const rowOf = (line: SheetLine): LineRow => ({ kind: line.part === "base" ? "line" : "extra", id: line.id, line });

type Target = {
  readonly lines: readonly SheetLine[];
  readonly place: Pick<SheetLine, "dayId" | "part">;
  /** What new lines come after. */
  readonly last: string | null;
};

/** The lines from this row to the end of its day; of a heading none: its new lines come last. */
function targetOf({ sheet }: Typing, rows: readonly GridRow[], at: number): Target {
  const row = rows[at];
  if (isLineRow(row)) {
    const { dayId, part } = row.line;
    const isExtra = row.kind === "extra";
    const ofDay = sheet.lines.filter((line) => (isExtra ? line.part !== "base" : line.part === "base" && line.dayId === dayId));
    const last = ofDay.findLast((line) => line.dayId === dayId)?.id ?? null;
    return { lines: ofDay.slice(ofDay.findIndex(({ id }) => id === row.id)), place: { dayId, part }, last };
  }
  const dayId = rows.slice(0, at + 1).findLast(({ kind }) => kind === "day")?.id ?? null;
  return { lines: [], place: { dayId, part: "base" }, last: sheet.lines.findLast((line) => line.dayId === dayId)?.id ?? null };
}

/** Ctrl+D: the first row of the block into the others; of one cell, what stands above it. */
export function editsOfCopyDown(grid: Grid, held: Held): readonly SheetEdit[] {
  const { top, bottom, left, right } = boundsOf(held);
  const from = isOneCell(held) ? grid.rows.slice(0, top).findLast(isLineRow) : grid.rows[top];
  if (!isLineRow(from)) return [];
  const into = grid.rows.slice(isOneCell(held) ? top : top + 1, bottom + 1).filter(isLineRow);
  const columns = grid.columns.slice(left, right + 1);
  return into.flatMap(({ line }) => columns.flatMap((column) => editsOfCopied(from.line, line, column)));
}

/** Delete over a block. */
export function editsOfClear({ sheet }: Pick<Typing, "sheet">, grid: Grid, held: Held): readonly SheetEdit[] {
  const { top, bottom, left, right } = boundsOf(held);
  const columns = grid.columns.slice(left, right + 1);
  return grid.rows.slice(top, bottom + 1).flatMap((row) => columns.flatMap((column) => editsOfEmptied(sheet, { row, column })));
}

/** Ctrl+Delete, and cutting with the names: the lines themselves. */
export function editsOfRemoval(grid: Grid, held: Held): readonly SheetEdit[] {
  const { top, bottom } = boundsOf(held);
  return grid.rows
    .slice(top, bottom + 1)
    .filter(isLineRow)
    .map(({ id }) => ({ kind: "removeLine", lineId: id }));
}

/** Cutting with the names takes the lines away; else the cells are emptied. */
export function editsOfCut(typing: Pick<Typing, "sheet">, grid: Grid, held: Held): readonly SheetEdit[] {
  const isWhole = grid.columns[boundsOf(held).left] === "name";
  return isWhole ? editsOfRemoval(grid, held) : editsOfClear(typing, grid, held);
}
