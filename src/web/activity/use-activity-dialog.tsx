import { lazy, Suspense, useState, type ReactNode } from "react";
import type { Doing, Owner } from "#web/activity/activity-draft.ts";
import type { Watched } from "#web/activity/use-watched.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";

const ActivityDialog = lazy(async () => ({ default: (await import("#web/activity/activity-dialog.tsx")).ActivityDialog }));

type Around = {
  /** Or what finds it at the moment it is asked for: the row that has the focus. */
  readonly owner: Owner | (() => Owner);
  /** The page's name in the sheet of shortcuts. */
  readonly group: string;
  readonly watched?: Watched | undefined;
  readonly clientId?: string | undefined;
};

/** A plans an activity on the record of this page; a call that was made is noted from its timeline. */
export function useActivityDialog({ owner, group, watched, clientId }: Around) {
  const { words } = useSpoken();
  const mayPlan = useMay("activities", "write");
  const [doing, setDoing] = useState<Doing>();
  const ownerNow = (): Owner => (typeof owner === "function" ? owner() : owner);
  const planFor = (one: Owner): void => setDoing({ kind: "plan", owner: one });
  const plan = (): void => planFor(ownerNow());
  useShortcut({ keys: "a", label: words.activity.plan, group }, plan, mayPlan);
  const dialog: ReactNode = (
    <Suspense fallback={null}>
      {doing && <ActivityDialog doing={doing} onClose={() => setDoing(undefined)} watched={watched} clientId={clientId} />}
    </Suspense>
  );
  return { plan, planFor, dialog, call: mayPlan ? { onCall: () => setDoing({ kind: "log", owner: ownerNow() }) } : {} };
}
