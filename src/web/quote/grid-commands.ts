import type { KeyboardEvent } from "react";
import { isOneCell, isWithCtrl } from "#web/quote/grid-moves.ts";
import type { GridVerbs } from "#web/quote/grid-verbs.ts";
import { isLineRow, type GridRow } from "#web/quote/quote-grid-rows.ts";
import type { HeldCells } from "#web/quote/use-held.ts";

type Context = {
  readonly verbs: GridVerbs;
  readonly held: HeldCells;
  readonly row: GridRow | undefined;
  readonly begin: () => void;
  readonly isTypable: boolean;
  readonly openLine: (lineId: string) => void;
};

/** What a key does in the grid besides moving and typing; undefined: nothing. */
export function commandFor(event: KeyboardEvent, { verbs, held, row, begin, isTypable, openLine }: Context): (() => void) | undefined {
  const { key } = event;
  const letter = isWithCtrl(event) && !event.altKey && !event.shiftKey ? key.toLowerCase() : "";
  if (key === "Enter") {
    if (isWithCtrl(event)) return () => verbs.addLine();
    if (event.altKey) return () => isLineRow(row) && openLine(row.id);
    if (!event.shiftKey) return isTypable ? begin : verbs.explain;
  }
  if (isMove(event)) return () => verbs.move(key === "ArrowUp" ? -1 : 1);
  if (letter === "d") return verbs.copyDown;
  if (letter === "a") return held.holdAll;
  if (key === "Delete" || key === "Backspace") return isWithCtrl(event) ? verbs.removeLines : verbs.clear;
  if (key === "F2") return begin;
  if (key === "Escape" && !isOneCell(held.held)) return () => held.hold(held.active);
  return undefined;
}

/** Alt with an arrow, or Ctrl and Shift as elsewhere. */
function isMove(event: KeyboardEvent): boolean {
  const isArrow = event.key === "ArrowUp" || event.key === "ArrowDown";
  return isArrow && (event.altKey || (event.shiftKey && isWithCtrl(event)));
}
