import { lazy, Suspense, useState } from "react";
import type { Doing, Owner } from "#web/activity/activity-draft.ts";
import { ActivityList } from "#web/activity/activity-list.tsx";
import type { Within } from "#web/activity/activity-row.tsx";
import type { ActivityQuery } from "#web/activity/use-activities.ts";
import type { Watched } from "#web/activity/use-watched.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Segmented } from "#web/kit/segmented.tsx";
import styles from "#web/activity/activity.module.css";

const ActivityDialog = lazy(async () => ({ default: (await import("#web/activity/activity-dialog.tsx")).ActivityDialog }));

export type ActivitiesPanelProps = {
  readonly query: ActivityQuery;
  readonly owner: Owner;
  readonly within: Within;
  readonly watched?: Watched | undefined;
  readonly clientId?: string | undefined;
};

/** The activities of one record: planned or done, and the two ways to add one. */
export function ActivitiesPanel({ query, owner, within, watched, clientId }: ActivitiesPanelProps) {
  const { words } = useSpoken();
  const say = words.activity;
  const mayWrite = useMay("activities", "write");
  const [state, setState] = useState<"planned" | "done">("planned");
  const [doing, setDoing] = useState<Doing>();
  return (
    <div className={styles.stacked}>
      <div className={styles.acts}>
        <Segmented
          label={say.state}
          options={[
            { id: "planned", label: say.statePlanned },
            { id: "done", label: say.stateDone },
          ]}
          value={state}
          onChange={(id) => setState(id === "done" ? "done" : "planned")}
        />
        {mayWrite && (
          <>
            <span className={styles.end} />
            <Button onPress={() => setDoing({ kind: "log", owner })}>{say.logShort}</Button>
            <Button look="primary" onPress={() => setDoing({ kind: "plan", owner })}>
              {say.planShort}
            </Button>
          </>
        )}
      </div>
      <ActivityList query={query} state={state} within={within} owner={owner} watched={watched} clientId={clientId} />
      <Suspense fallback={null}>
        {doing && <ActivityDialog doing={doing} onClose={() => setDoing(undefined)} watched={watched} clientId={clientId} />}
      </Suspense>
    </div>
  );
}
