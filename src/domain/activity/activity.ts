/**
 * An activity: a call, a visit, a meeting, a mail, a task or a deadline; planned for a day (and perhaps an hour) or done.
 * It hangs on an opportunity, or on a client or contact alone. Done, it is a touch; planned, it does not stop the clock.
 */
import type { Day, Instant } from "#domain/shared/day.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";

export const ACTIVITY_KINDS = ["call", "visit", "meeting", "mail", "task", "deadline"] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** A planned one is overdue from the day after its own: within the day it is still to be done today. */
export function isOverdueActivity(activity: { readonly dueOn: Day; readonly isDone: boolean }, today: Day): boolean {
  return !activity.isDone && activity.dueOn < today;
}

type Doing = { readonly doneAt: Instant | undefined; readonly now: Instant };

/** Done now, or at an earlier moment that a person names; never later than now. Instants are in UTC, to the millisecond. */
export function finish(activity: { readonly isDone: boolean }, { doneAt, now }: Doing): { readonly doneAt: Instant } {
  if (activity.isDone) throw new Refusal("activity.done");
  return { doneAt: momentDone({ doneAt, now }) };
}

export function momentDone({ doneAt, now }: Doing): Instant {
  if (doneAt === undefined) return now;
  if (doneAt > now) throw refuseField("/doneAt", "instant.future");
  return doneAt;
}

export function refusePlanned(activity: { readonly isDone: boolean }): void {
  if (!activity.isDone) throw new Refusal("activity.notDone");
}

type Links = { readonly opportunityId: string | null; readonly clientId: string | null; readonly contactId: string | null };

/** What an activity hangs on decides who may see it: at least one of the three. */
export function refuseUnlinked({ opportunityId, clientId, contactId }: Links): void {
  if (!opportunityId && !clientId && !contactId) throw refuseField("/opportunityId", "activity.noOwner");
}
