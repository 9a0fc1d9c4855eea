import type { Activity } from "#contract/activity.ts";

type Timed = Pick<Activity, "dueTime" | "status"> & { readonly doneTime: string | null };

/** The day in the order of the clock, those without an hour last, and where now stands between them. What was done without an hour stands where it was done. */
export function dayLine<One extends Timed>(activities: readonly One[], now: string) {
  const clockOf = ({ dueTime, status, doneTime }: One): string | null => dueTime ?? (status === "done" ? (doneTime ?? now) : null);
  const isPast = (one: One): boolean => (clockOf(one) ?? "24") <= now || (one.status === "done" && one.dueTime === null);
  const inOrder = activities.toSorted((a, b) => ((clockOf(a) ?? "24") < (clockOf(b) ?? "24") ? -1 : 1));
  const coming = inOrder.filter((one) => !isPast(one));
  return { past: inOrder.filter(isPast), coming, next: coming.find((one) => one.status === "planned") };
}
