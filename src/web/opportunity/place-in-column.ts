import type { OpportunityCard } from "#contract/opportunity.ts";
import type { BoardSort } from "#web/opportunity/use-board.ts";

/** Where a card moved now will stand among those that are loaded, so that it does not jump when the server has answered. */
export function placeInColumn(cards: readonly OpportunityCard[], card: OpportunityCard, sort: BoardSort): number {
  const at = cards.findIndex((other) => other.id !== card.id && isBefore(card, other, sort));
  return at < 0 ? cards.length : at;
}

function isBefore(card: OpportunityCard, other: OpportunityCard, sort: BoardSort): boolean {
  // A move is a touch: nothing was touched later.
  if (sort === "lastTouchAt") return false;
  const order = orderBy(sort, card, other);
  return order === 0 ? card.id < other.id : order < 0;
}

type Sorted = Exclude<BoardSort, "lastTouchAt">;

/** What is next, then what closes first: as the server does. */
function orderBy(sort: Sorted, card: OpportunityCard, other: OpportunityCard): number {
  if (sort === "amount") return -compared(amountOf(card), amountOf(other));
  if (sort !== "nextActivity") return compared(card[sort], other[sort]);
  const next = compared(card.nextActivity?.dueOn ?? null, other.nextActivity?.dueOn ?? null);
  return next === 0 ? compared(card.expectedCloseOn, other.expectedCloseOn) : next;
}

/** Nothing stands last. */
function compared(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** Only compared, never added up. */
function amountOf(card: OpportunityCard): number {
  return Number(card.amount.amount);
}
