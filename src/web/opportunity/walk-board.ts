import type { KeyboardEvent } from "react";

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  j: [0, 1],
  k: [0, -1],
};

/** Arrows walk cards and columns; J and K the cards of a column. */
export function walkBoard(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (!step || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const columns = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-column]")].map((column) => [
    ...column.querySelectorAll<HTMLAnchorElement>("article h3 a"),
  ]);
  const at = columns.findIndex((links) => links.includes(document.activeElement as HTMLAnchorElement));
  const row = at < 0 ? 0 : (columns[at]?.indexOf(document.activeElement as HTMLAnchorElement) ?? 0);
  const links = at < 0 ? columns.find(isFilled) : step[0] === 0 ? columns[at] : beside(columns, at, step[0]);
  if (!links) return;
  const isSideways = at >= 0 && step[0] !== 0;
  const target = isSideways ? level(links, columns[at]?.[row]) : links[Math.min(Math.max(at < 0 ? 0 : row + step[1], 0), links.length - 1)];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

type Links = readonly HTMLAnchorElement[];

function isFilled(links: Links): boolean {
  return links.length > 0;
}

/** The next column that holds a card, to the right (1) or to the left (-1). */
function beside(columns: readonly Links[], at: number, direction: number): Links | undefined {
  return direction > 0 ? columns.slice(at + 1).find(isFilled) : columns.slice(0, at).findLast(isFilled);
}

/** The card that stands at the height of another: of a long column only those in sight are drawn. */
function level(links: Links, other: HTMLAnchorElement | undefined): HTMLAnchorElement | undefined {
  const top = other?.getBoundingClientRect().top ?? 0;
  const away = (link: HTMLAnchorElement): number => Math.abs(link.getBoundingClientRect().top - top);
  return links.toSorted((a, b) => away(a) - away(b))[0];
}

/** From anywhere on the page into the board. */
export function focusFirstCard(board: HTMLElement | null): void {
  board?.querySelector<HTMLElement>("article h3 a")?.focus();
}
