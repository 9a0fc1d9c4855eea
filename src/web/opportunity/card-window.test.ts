import { expect, test } from "vitest";
import { CARD_GAP, piecesOf, placesIn, type Piece } from "#web/opportunity/card-window.ts";

const even = () => 100;
const uneven = (place: number) => 80 + (place % 3) * 40;

function heightOfAll(pieces: readonly Piece[], heightOf: (place: number) => number): number {
  const heights = pieces.map((piece) => ("place" in piece ? heightOf(piece.place) : piece.height));
  return heights.reduce((sum, height) => sum + height, 0) + (pieces.length - 1) * CARD_GAP;
}

test("a band shows the cards that touch it", () => {
  expect(placesIn({ top: 0, bottom: 300 }, 1000, even)).toEqual([0, 2]);
  expect(placesIn({ top: 1060, bottom: 1300 }, 1000, even)).toEqual([10, 12]);
  expect(placesIn({ top: -500, bottom: 50 }, 1000, even)).toEqual([0, 0]);
});

test("a column shorter than the band keeps its last card", () => {
  expect(placesIn({ top: 5000, bottom: 6000 }, 3, even)).toEqual([2, 2]);
  expect(placesIn({ top: 0, bottom: 6000 }, 3, even)).toEqual([0, 2]);
  expect(placesIn({ top: 0, bottom: 6000 }, 0, even)).toEqual([0, 0]);
});

test("what is left out keeps its room, whatever is held besides", () => {
  const n = 1000;
  const all = heightOfAll(
    [...Array(n).keys()].map((place) => ({ place })),
    uneven,
  );
  for (const held of [[], [0], [3, 4, 5], [499, 501, 999], [-1, 2000]])
    for (const shown of [
      [0, 9],
      [490, 510],
      [990, 999],
    ] as const)
      expect(heightOfAll(piecesOf(shown, held, n, uneven), uneven)).toBe(all);
});

test("what is held stands at its place, among few others", () => {
  const pieces = piecesOf([490, 500], [3, 495], 1000, even);
  const places = pieces.flatMap((piece) => ("place" in piece ? [piece.place] : []));
  expect(places).toEqual([3, ...Array.from({ length: 11 }, (_, at) => 490 + at)]);
  expect(piecesOf([0, 0], [], 0, even)).toEqual([]);
});
