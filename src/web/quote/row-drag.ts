import type { DragEvent } from "react";
import { isLineRow, type GridRow } from "#web/quote/quote-grid-rows.ts";

/** What is dragged within the grid: a line or a day, and which. */
export const DRAGGED = "application/x-escale-quote-row";

export function startDrag(event: DragEvent, row: GridRow): void {
  event.dataTransfer.setData(DRAGGED, `${isLineRow(row) ? "line" : "day"} ${row.id}`);
  event.dataTransfer.effectAllowed = "move";
}
