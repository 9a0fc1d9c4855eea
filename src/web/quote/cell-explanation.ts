/** How the figure of a cell came about, asked of the engine when somebody looks at it. */
import type { GridColumn } from "#domain/quote/costing-grid.ts";
import { explainTotal, type TotalExplained } from "#domain/quote/explain-total.ts";
import type { Explanation } from "#domain/quote/explanation.ts";
import { groupPrice } from "#domain/quote/group-price.ts";
import type { GroupTotal } from "#domain/quote/group-total.ts";
import type { Prepared } from "#domain/quote/prepared-costing.ts";
import type { GridRow } from "#web/quote/quote-grid-rows.ts";
import type { Reckoned } from "#web/quote/reckoned-sheet.ts";

const known = new WeakMap<GridColumn, TotalExplained>();

function explainedColumn(prepared: Prepared, column: GridColumn): TotalExplained {
  const before = known.get(column);
  if (before) return before;
  const explained = explainTotal(prepared, column.price, column.total);
  known.set(column, explained);
  return explained;
}

export function explanationOf({ figures }: Reckoned, row: GridRow, payers: number): Explanation | undefined {
  const column = figures?.columns.find(({ total }) => total.payers === payers);
  if (!figures || !column) return undefined;
  const explained = explainedColumn(figures.prepared, column);
  const exact = explained.price.parts[0];
  switch (row.kind) {
    case "line":
      return exact?.parts.find(({ lineId }) => lineId === row.id);
    case "freePlaces":
      return exact?.parts.find(({ figure }) => figure === "freePlacesPrice");
    case "exactPrice":
      return exact;
    case "price":
      return explained.price;
    case "extra":
      return explained.extras.find(({ lineId }) => lineId === row.id);
    case "marginRate":
      return explained.margin;
    case "leaders":
      return explained.drivers;
    case "day":
    case "general":
      return undefined;
  }
}

/** Of the group the seller works with. */
export function totalExplained(prepared: Prepared, total: GroupTotal): TotalExplained {
  return explainTotal(prepared, groupPrice(prepared, total.base), total);
}
