/** What can be done with the cells that are held: lines added, moved, copied down, emptied, cut, copied and pasted. */
import { applyEdits, type SheetEdit } from "#domain/quote/sheet-edit.ts";
import { announce } from "#web/kit/announce.tsx";
import { editsOfClear, editsOfCopyDown, editsOfCut, editsOfPaste, editsOfRemoval, type Grid } from "#web/quote/block-edits.ts";
import { readBlock, writeBlock } from "#web/quote/block-text.ts";
import { copiedText } from "#web/quote/cell-draft.ts";
import type { Typing } from "#web/quote/cell-edits.ts";
import { explanationOf } from "#web/quote/cell-explanation.ts";
import { editsOfDayMove, editsOfLineMove, editsOfNewLine } from "#web/quote/move-edits.ts";
import { isLineRow, type GridRow } from "#web/quote/quote-grid-rows.ts";
import { mayEditFigures, type QuoteWork } from "#web/quote/quote-work.ts";
import type { HeldCells } from "#web/quote/use-held.ts";
import type { Words } from "#words/en.ts";

export type VerbContext = {
  readonly work: QuoteWork;
  readonly grid: Grid;
  readonly held: HeldCells;
  readonly typing: Typing;
  readonly words: Words;
  readonly warn: (text: string) => unknown;
  /** Its name is edited once the row is there. */
  readonly want: (rowId: string) => void;
};

export type GridVerbs = {
  readonly addLine: (below?: GridRow) => void;
  readonly move: (by: 1 | -1) => void;
  readonly copyDown: () => void;
  readonly clear: () => void;
  readonly removeLines: () => void;
  readonly copy: () => string;
  readonly cut: () => string;
  readonly paste: (text: string) => void;
  readonly explain: () => void;
};

export function gridVerbs(context: VerbContext): GridVerbs {
  const { work, grid, held, typing } = context;
  const change = (edits: readonly SheetEdit[]): void => {
    if (mayEditFigures(work) && edits.length > 0) work.edit(edits);
  };
  const row = grid.rows[held.active.row];
  return {
    addLine: (below = row) => mayEditFigures(work) && addLine(context, below),
    move: (by) => mayEditFigures(work) && move(context, row, by),
    copyDown: () => change(editsOfCopyDown(grid, held.held)),
    clear: () => change(editsOfClear(typing, grid, held.held)),
    removeLines: () => change(editsOfRemoval(grid, held.held)),
    copy: () => copied(context),
    cut: () => {
      const text = copied(context);
      change(editsOfCut(typing, grid, held.held));
      return text;
    },
    paste: (text) => mayEditFigures(work) && paste(context, text),
    explain: () => {
      const column = grid.columns[held.active.column];
      const found = row && typeof column === "number" && work.costs ? explanationOf(work.reckoned, row, column) : undefined;
      if (found) work.explain(found);
    },
  };
}

function addLine({ work, grid, words, want }: VerbContext, below: GridRow | undefined): void {
  const { sheet } = work.reckoned;
  const id = crypto.randomUUID();
  const name = words.quoting.grid.newLine;
  want(id);
  if (isLineRow(below)) return work.edit(editsOfNewLine(sheet, { id, name }, below.line));
  const at = below ? grid.rows.findIndex((one) => one.id === below.id) : grid.rows.length;
  const dayId = grid.rows.slice(0, at + 1).findLast(({ kind }) => kind === "day")?.id ?? null;
  work.edit(editsOfNewLine(sheet, { id, name, dayId }));
}

/** Told to readers of the screen by ear: the focus goes along. */
function move({ work, words }: VerbContext, row: GridRow | undefined, by: 1 | -1): void {
  const { sheet } = work.reckoned;
  const edits = isLineRow(row) ? editsOfLineMove(sheet, row.line, by) : editsOfDayMove(sheet, row?.id ?? "", by);
  if (edits.length === 0) return;
  work.edit(edits);
  const after = applyEdits(sheet, edits).sheet;
  const peers: readonly { readonly id: string }[] = isLineRow(row) ? after.lines : after.days;
  announce(words.quoting.grid.moved({ name: nameOf(row), n: peers.findIndex(({ id }) => id === row?.id) + 1, of: peers.length }));
}

function paste({ work, grid, held, typing, words, warn }: VerbContext, text: string): void {
  const at = { row: held.bounds.top, column: held.bounds.left };
  const pasted = editsOfPaste({ ...typing, newId: () => crypto.randomUUID() }, grid, at, readBlock(text));
  if (pasted.edits.length > 0) work.edit(pasted.edits);
  const say = words.quoting.grid;
  if (pasted.unread > 0) warn(say.unread({ n: pasted.unread }));
  else if (pasted.added > 0) announce(say.added({ n: pasted.added }));
}

function copied({ work, grid, held, typing, words }: VerbContext): string {
  const { top, bottom, left, right } = held.bounds;
  const columns = grid.columns.slice(left, right + 1);
  const told = { locale: typing.locale, words };
  return writeBlock(
    grid.rows.slice(top, bottom + 1).map((row) => columns.map((column) => copiedText({ row, column }, work.reckoned, told))),
  );
}

export function nameOf(row: GridRow | undefined): string {
  if (isLineRow(row)) return row.line.name;
  return row?.kind === "day" ? row.day.title : "";
}
