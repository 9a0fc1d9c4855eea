import { describe, expect, it } from "vitest";
import { boundsOf, isTyped, placeAfter, placeAfterTab, within, type Key } from "#web/quote/grid-moves.ts";

const EXTENT = { rows: 6, columns: 5 };
const key = (name: string, held: Partial<Key> = {}): Key => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const after = (name: string, held: Partial<Key> = {}) => placeAfter(key(name, held), { row: 2, column: 2 }, EXTENT);

describe("keys in the grid", () => {
  it("arrows go one cell, and stop at the edge", () => {
    expect(after("ArrowUp")).toEqual({ row: 1, column: 2 });
    expect(after("ArrowDown")).toEqual({ row: 3, column: 2 });
    expect(after("ArrowLeft")).toEqual({ row: 2, column: 1 });
    expect(after("ArrowRight")).toEqual({ row: 2, column: 3 });
    expect(placeAfter(key("ArrowUp"), { row: 0, column: 0 }, EXTENT)).toEqual({ row: 0, column: 0 });
    expect(after("PageDown")).toEqual({ row: 5, column: 2 });
  });

  it("Ctrl or ⌘ with an arrow goes to the edge", () => {
    expect(after("ArrowDown", { ctrlKey: true })).toEqual({ row: 5, column: 2 });
    expect(after("ArrowLeft", { metaKey: true })).toEqual({ row: 2, column: 0 });
  });

  it("Home and End are those of the row, with Ctrl those of the grid", () => {
    expect(after("Home")).toEqual({ row: 2, column: 0 });
    expect(after("End")).toEqual({ row: 2, column: 4 });
    expect(after("Home", { ctrlKey: true })).toEqual({ row: 0, column: 0 });
    expect(after("End", { ctrlKey: true })).toEqual({ row: 5, column: 4 });
  });

  it("Alt is for moving lines, letters are for typing", () => {
    expect(after("ArrowDown", { altKey: true })).toBeUndefined();
    expect(after("a")).toBeUndefined();
  });

  it("Tab walks on to the next row, and leaves at either end", () => {
    expect(placeAfterTab({ row: 2, column: 4 }, false, EXTENT)).toEqual({ row: 3, column: 0 });
    expect(placeAfterTab({ row: 2, column: 0 }, true, EXTENT)).toEqual({ row: 1, column: 4 });
    expect(placeAfterTab({ row: 5, column: 4 }, false, EXTENT)).toBeUndefined();
    expect(placeAfterTab({ row: 0, column: 0 }, true, EXTENT)).toBeUndefined();
  });

  it("a character is typed, a command is not", () => {
    expect(isTyped(key("é"))).toBe(true);
    expect(isTyped(key("5"))).toBe(true);
    expect(isTyped(key("c", { ctrlKey: true }))).toBe(false);
    expect(isTyped(key("Enter"))).toBe(false);
  });

  it("a block is held in whichever direction it was drawn", () => {
    expect(boundsOf({ from: { row: 4, column: 3 }, to: { row: 1, column: 0 } })).toEqual({ top: 1, bottom: 4, left: 0, right: 3 });
  });

  it("a place beyond what is left of the grid is its last one", () => {
    expect(within({ row: 9, column: 2 }, { rows: 3, columns: 5 })).toEqual({ row: 2, column: 2 });
    expect(within({ row: 0, column: 0 }, { rows: 0, columns: 0 })).toEqual({ row: 0, column: 0 });
  });
});
