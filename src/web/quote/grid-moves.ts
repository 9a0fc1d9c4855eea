/** Where a key leads in a grid, and which block is held: rows and columns counted from 0. */

export type Place = { readonly row: number; readonly column: number };
export type Extent = { readonly rows: number; readonly columns: number };
/** From the cell it began in to the one it was drawn to; they may be the same. */
export type Held = { readonly from: Place; readonly to: Place };

export type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

const PAGE = 10;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
};

export const isWithCtrl = ({ ctrlKey, metaKey }: Key): boolean => ctrlKey || metaKey;

/** Undefined: the key does not move. Ctrl with an arrow goes to the edge, as in a spreadsheet. */
export function placeAfter(key: Key, from: Place, extent: Extent): Place | undefined {
  if (key.altKey) return undefined;
  const last = { row: extent.rows - 1, column: extent.columns - 1 };
  if (key.key === "Home") return { row: isWithCtrl(key) ? 0 : from.row, column: 0 };
  if (key.key === "End") return { row: isWithCtrl(key) ? last.row : from.row, column: last.column };
  const step = STEPS[key.key];
  if (!step) return undefined;
  const [down, right] = isWithCtrl(key) ? [step[0] * extent.rows, step[1] * extent.columns] : step;
  return within({ row: from.row + down, column: from.column + right }, extent);
}

/** Tab walks on to the next row, and out of the grid at either end. */
export function placeAfterTab(from: Place, isBack: boolean, extent: Extent): Place | undefined {
  const at = from.row * extent.columns + from.column + (isBack ? -1 : 1);
  if (at < 0 || at >= extent.rows * extent.columns) return undefined;
  return { row: Math.floor(at / extent.columns), column: at % extent.columns };
}

export function within({ row, column }: Place, { rows, columns }: Extent): Place {
  const clamped = (value: number, count: number): number => Math.min(Math.max(value, 0), Math.max(count - 1, 0));
  return { row: clamped(row, rows), column: clamped(column, columns) };
}

export type Bounds = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

export function boundsOf({ from, to }: Held): Bounds {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

export const isOneCell = ({ from, to }: Held): boolean => from.row === to.row && from.column === to.column;

/** A character typed over a cell: not a command, not a named key. */
export function isTyped(key: Key): boolean {
  return [...key.key].length === 1 && key.key !== " " && !isWithCtrl(key) && !key.altKey;
}
