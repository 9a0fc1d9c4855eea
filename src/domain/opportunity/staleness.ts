/**
 * Stale: no touch for the days of its stage. A touch is a done activity, a note or message, a document, a mail, a quote or
 * proposal event, a stage move. "Waiting until" a day stops the clock; past it, stale at once.
 */
import { addDays, addMonths, daysBetween, type Day } from "#domain/shared/day.ts";

export type Staleness =
  | { readonly kind: "fresh" }
  | { readonly kind: "waiting"; readonly until: Day }
  | { readonly kind: "stale"; readonly since: Day; readonly days: number; readonly reason: "noTouch" | "waitingOver" };

type Watched = {
  readonly outcome: "open" | "won" | "lost";
  readonly lastTouchOn: Day;
  readonly staleDays: number;
  readonly waitingUntil: Day | null;
};

export function stalenessOf(watched: Watched, today: Day): Staleness {
  if (watched.outcome !== "open") return { kind: "fresh" };
  const days = daysBetween(watched.lastTouchOn, today);
  const { waitingUntil } = watched;
  if (waitingUntil !== null && waitingUntil >= today) return { kind: "waiting", until: waitingUntil };
  // A touch on the day waited for, or after it, answers the waiting: the stage's own clock counts again.
  if (waitingUntil !== null && waitingUntil > watched.lastTouchOn) {
    return { kind: "stale", since: addDays(waitingUntil, 1), days, reason: "waitingOver" };
  }
  if (days < watched.staleDays) return { kind: "fresh" };
  return { kind: "stale", since: addDays(watched.lastTouchOn, watched.staleDays), days, reason: "noTouch" };
}

/** At most 12 months ahead. */
export function mayWaitUntil(day: Day, today: Day): boolean {
  return day <= addMonths(today, 12);
}

/** Planned beyond the day on which the opportunity would be stale: waiting until then is proposed. */
export function proposesWaiting(plannedOn: Day, watched: Pick<Watched, "outcome" | "lastTouchOn" | "staleDays">): boolean {
  return watched.outcome === "open" && plannedOn >= addDays(watched.lastTouchOn, watched.staleDays);
}
