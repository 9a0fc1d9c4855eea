import { useCallback, useMemo, useState } from "react";
import { boundsOf, within, type Bounds, type Held, type Place } from "#web/quote/grid-moves.ts";
import type { Grid } from "#web/quote/block-edits.ts";

/** A cell by its row's name: rows come and go while it is held. */
type At = Place & { readonly rowId: string };

export type HeldCells = {
  readonly held: Held;
  readonly bounds: Bounds;
  /** The cell that has the focus. */
  readonly active: Place;
  readonly hold: (place: Place, extends_?: boolean) => void;
  readonly holdAll: () => void;
};

export function useHeld(grid: Grid): HeldCells {
  const [cells, setCells] = useState<{ readonly from: At; readonly to: At }>();
  const indexOf = useMemo(() => new Map(grid.rows.map(({ id }, index) => [id, index])), [grid.rows]);
  const extent = { rows: grid.rows.length, columns: grid.columns.length };
  const placeOf = ({ rowId, row, column }: At): Place => within({ row: indexOf.get(rowId) ?? row, column }, extent);
  const first = { row: 0, column: 0 };
  const held: Held = cells ? { from: placeOf(cells.from), to: placeOf(cells.to) } : { from: first, to: first };
  const at = useCallback((place: Place): At => ({ ...place, rowId: grid.rows[place.row]?.id ?? "" }), [grid.rows]);
  return {
    held,
    bounds: boundsOf(held),
    active: held.to,
    hold: (place, isExtending = false) => setCells((before) => ({ from: isExtending && before ? before.from : at(place), to: at(place) })),
    holdAll: () => setCells({ from: at(first), to: at({ row: extent.rows - 1, column: extent.columns - 1 }) }),
  };
}
