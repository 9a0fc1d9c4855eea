import { useState } from "react";
import type { Activity } from "#contract/activity.ts";
import { useActivityActs } from "#web/activity/use-activities.ts";

/** A tick is done at once; what was ticked here is remembered while the place is on screen. */
export function useTicking() {
  const acts = useActivityActs();
  const [done, setDone] = useState<readonly Activity[]>([]);
  const forget = (id: string) => setDone((before) => before.filter((other) => other.id !== id));
  const tick = async (one: Activity): Promise<void> => {
    if (one.status === "done") {
      const reopened = await acts.reopen(one);
      if (reopened) forget(one.id);
      return;
    }
    const finished = await acts.finish(one);
    if (finished) setDone((before) => [finished, ...before.filter((other) => other.id !== finished.id)]);
  };
  return { done, tick: (one: Activity) => void tick(one), isJustDone: (one: Activity) => done.some((other) => other.id === one.id) };
}
