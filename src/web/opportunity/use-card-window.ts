import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { piecesOf, placesIn, type Heights, type Piece } from "#web/opportunity/card-window.ts";

/** Of a card that was not drawn yet. */
const USUAL_HEIGHT = 146;
/** Drawn above and below what is seen: a wheel turns no faster. */
const AROUND = 480;
const FIRST_DRAWN = 8;

export type CardWindow = {
  readonly pieces: readonly Piece[];
  /** To be put on every card that is drawn. */
  readonly measure: (id: string, element: HTMLElement | null) => void;
};

/** Which cards of a column are drawn: those in sight of the board's own scrolling, and those that are held. */
export function useCardWindow(list: RefObject<HTMLElement | null>, ids: readonly string[], held: readonly number[]): CardWindow {
  const { heightOf, measure } = useHeights(ids);
  const [shown, setShown] = useState<readonly [number, number]>([0, FIRST_DRAWN - 1]);
  const look = useRef<() => void>(() => undefined);
  look.current = () => {
    const board = list.current?.closest("[data-board]");
    if (!list.current || !board) return;
    const above = board.getBoundingClientRect().top - list.current.getBoundingClientRect().top;
    const band = { top: above - AROUND, bottom: above + board.clientHeight + AROUND };
    const [first, last] = placesIn(band, ids.length, heightOf);
    setShown((before) => (before[0] === first && before[1] === last ? before : [first, last]));
  };
  useLayoutEffect(() => look.current());
  useEffect(() => {
    const board = list.current?.closest("[data-board]");
    if (!board) return undefined;
    const see = (): void => look.current();
    const size = new ResizeObserver(see);
    size.observe(board);
    board.addEventListener("scroll", see, { passive: true });
    return () => {
      size.disconnect();
      board.removeEventListener("scroll", see);
    };
  }, [list]);
  return { pieces: piecesOf(shown, held, ids.length, heightOf), measure };
}

/** As measured when last drawn; what was never drawn is as high as the first ones are on the average, for good: nothing jumps. */
function useHeights(ids: readonly string[]): { readonly heightOf: Heights; readonly measure: CardWindow["measure"] } {
  const heights = useRef(new Map<string, number>());
  const usual = useRef<number>(undefined);
  const heightOf = useCallback((place: number): number => heights.current.get(ids[place] ?? "") ?? usual.current ?? USUAL_HEIGHT, [ids]);
  const measure = useCallback((id: string, element: HTMLElement | null): void => {
    if (element && element.offsetHeight > 0) heights.current.set(id, element.offsetHeight);
  }, []);
  useLayoutEffect(() => {
    const known = [...heights.current.values()];
    if (known.length > 0) usual.current ??= Math.round(known.reduce((sum, height) => sum + height, 0) / known.length);
  }, []);
  return { heightOf, measure };
}
