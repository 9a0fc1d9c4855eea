/** What a column draws, from top to bottom: cards by their place, and the room of those that are left out between them. */
export type Piece = { readonly place: number } | { readonly from: number; readonly height: number };

/** Between two cards. */
export const CARD_GAP = 6;

export type Heights = (place: number) => number;

/** The places that a band of the column shows, first and last; the end of a column that is shorter than the band is never empty. */
export function placesIn(band: { readonly top: number; readonly bottom: number }, n: number, heightOf: Heights): readonly [number, number] {
  let first = n - 1;
  let last = n - 1;
  let top = 0;
  for (let place = 0; place < n; place += 1) {
    const bottom = top + heightOf(place);
    if (first === n - 1 && bottom > band.top) first = place;
    if (top > band.bottom) {
      last = Math.max(first, place - 1);
      break;
    }
    top = bottom + CARD_GAP;
  }
  return [Math.max(0, first), Math.max(0, last)];
}

/** The cards of the band and those that are held besides, with room kept for all others. */
export function piecesOf(shown: readonly [number, number], held: readonly number[], n: number, heightOf: Heights): Piece[] {
  const [first, last] = shown;
  const places = new Set(held.filter((place) => place >= 0 && place < n));
  for (let place = first; place <= Math.min(last, n - 1); place += 1) places.add(place);
  const pieces: Piece[] = [];
  let next = 0;
  for (const place of [...places].toSorted((a, b) => a - b)) {
    if (place > next) pieces.push({ from: next, height: roomOf(next, place, heightOf) });
    pieces.push({ place });
    next = place + 1;
  }
  if (next < n) pieces.push({ from: next, height: roomOf(next, n, heightOf) });
  return pieces;
}

/** The gaps around the room itself are the list's own. */
function roomOf(from: number, until: number, heightOf: Heights): number {
  let height = -CARD_GAP;
  for (let place = from; place < until; place += 1) height += heightOf(place) + CARD_GAP;
  return height;
}
