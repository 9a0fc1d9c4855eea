import { useEffect, useRef, useState, type MouseEvent, type PointerEvent } from "react";

/** Drawn as far as this, the gesture counts; let go before, nothing happens. */
export const SWIPE_PX = 96;
const BEGINS_PX = 10;
const HOLD_MS = 500;

export type Gestures = {
  readonly isOn: boolean;
  readonly right?: (() => void) | undefined;
  readonly left?: (() => void) | undefined;
  readonly hold?: () => void;
  /** What has gestures of its own. */
  readonly butNot?: string;
};

type Start = { readonly x: number; readonly y: number; readonly hold: ReturnType<typeof setTimeout> | undefined };

/** A finger drawn to a side, or held still. Up and down it scrolls; a mouse drags and clicks as ever. */
export function useSwipe({ isOn, right, left, hold, butNot }: Gestures) {
  const [shift, setShift] = useState(0);
  const start = useRef<Start>(undefined);
  const isSwiping = useRef(false);
  // The click that ends a gesture is not meant as one.
  const wasGesture = useRef(false);
  const end = (): void => {
    clearTimeout(start.current?.hold);
    start.current = undefined;
    isSwiping.current = false;
    setShift(0);
  };
  useEffect(() => () => clearTimeout(start.current?.hold), []);
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    wasGesture.current = false;
    if (!isOn || event.pointerType !== "touch" || !event.isPrimary || isWithin(event, butNot)) return;
    const held = (): void => {
      wasGesture.current = true;
      end();
      hold?.();
    };
    start.current = { x: event.clientX, y: event.clientY, hold: hold && setTimeout(held, HOLD_MS) };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (!start.current) return;
    const [across, down] = [event.clientX - start.current.x, event.clientY - start.current.y];
    if (Math.max(Math.abs(across), Math.abs(down)) < BEGINS_PX) return;
    clearTimeout(start.current.hold);
    if (!isSwiping.current && Math.abs(down) > Math.abs(across)) return end();
    isSwiping.current = true;
    wasGesture.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    setShift((across > 0 ? right : left) ? across : 0);
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    const across = start.current && isSwiping.current ? event.clientX - start.current.x : 0;
    end();
    if (across >= SWIPE_PX) right?.();
    if (across <= -SWIPE_PX) left?.();
  };
  const onClickCapture = (event: MouseEvent<HTMLElement>): void => {
    if (!wasGesture.current) return;
    wasGesture.current = false;
    event.preventDefault();
    event.stopPropagation();
  };
  /** Held, a link would open the browser's own menu. */
  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    if (start.current || wasGesture.current) event.preventDefault();
  };
  return { shift, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: end, onClickCapture, onContextMenu } };
}

export type SwipeHandlers = ReturnType<typeof useSwipe>["handlers"];

function isWithin(event: PointerEvent<HTMLElement>, selector: string | undefined): boolean {
  return selector !== undefined && event.target instanceof Element && event.target.closest(selector) !== null;
}
