import { lazy, Suspense, useState } from "react";
import type { Activity } from "#contract/activity.ts";
import { addDays, weekdayOf, type Day } from "#domain/shared/day.ts";
import type { Doing, Owner } from "#web/activity/activity-draft.ts";
import { ActivityRow, type RowActs, type Within } from "#web/activity/activity-row.tsx";
import { JustDone } from "#web/activity/just-done.tsx";
import { useActivities, type ActivityQuery } from "#web/activity/use-activities.ts";
import { PostponeAll } from "#web/activity/postpone-all.tsx";
import { useTicking } from "#web/activity/use-ticking.ts";
import type { Watched } from "#web/activity/use-watched.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import styles from "#web/activity/activity.module.css";

const ActivityDialog = lazy(async () => ({ default: (await import("#web/activity/activity-dialog.tsx")).ActivityDialog }));

export type ActivityListProps = {
  readonly query: ActivityQuery;
  readonly state: "planned" | "done";
  readonly within?: Within;
  readonly owner?: Owner;
  readonly watched?: Watched | undefined;
  readonly clientId?: string | undefined;
};

const PLANNED = { status: "planned", sort: "dueOn,dueTime", limit: 100 } as const;
const DONE = { status: "done", sort: "-doneAt", limit: 50 } as const;

/** Planned ones in groups, late ones first; or done ones, the last first. */
export function ActivityList({ query, state, within, owner = {}, watched, clientId }: ActivityListProps) {
  const { words } = useSpoken();
  const [doing, setDoing] = useState<Doing>();
  const ticking = useTicking();
  const found = useActivities({ ...query, ...(state === "planned" ? PLANNED : DONE) });
  const acts: RowActs = { onTick: ticking.tick, onEdit: (one) => setDoing({ kind: "edit", one }) };
  const planNext = (one: Activity): void =>
    setDoing({
      kind: "plan",
      owner: { opportunityId: one.opportunity?.id ?? null, clientId: one.client?.id ?? null, ...owner },
      like: one,
    });
  return (
    <Loaded query={found} label={words.activity.loading}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.data);
        const isPlanned = state === "planned";
        return (
          <div className={styles.stacked}>
            {isPlanned && (
              <JustDone
                done={ticking.done.filter((one) => !rows.some((row) => row.id === one.id))}
                acts={acts}
                within={within}
                onPlanNext={planNext}
              />
            )}
            {isPlanned ? <Planned rows={rows} acts={acts} within={within} /> : <Done rows={rows} acts={acts} within={within} />}
            {found.hasNextPage && (
              <Button onPress={() => void found.fetchNextPage()} isPending={found.isFetchingNextPage}>
                {words.activity.more}
              </Button>
            )}
            <Suspense fallback={null}>
              {doing && <ActivityDialog doing={doing} onClose={() => setDoing(undefined)} watched={watched} clientId={clientId} />}
            </Suspense>
          </div>
        );
      }}
    </Loaded>
  );
}

type RowsProps = { readonly rows: readonly Activity[]; readonly acts: RowActs; readonly within: Within };
type Group = "late" | "today" | "week" | "later";

function groupOf({ dueOn }: { dueOn: Day }, today: Day): Group {
  if (dueOn < today) return "late";
  if (dueOn === today) return "today";
  return dueOn <= addDays(today, 7 - weekdayOf(today)) ? "week" : "later";
}

function Planned({ rows, acts, within }: RowsProps) {
  const { words } = useSpoken();
  const { today } = useSurroundings();
  if (rows.length === 0) return <Nothing text={words.activity.emptyPlanned} title={words.activity.statePlanned} />;
  const groups = Map.groupBy(rows, (one) => groupOf(one, today));
  return (["late", "today", "week", "later"] as const).flatMap((group) => {
    const own = groups.get(group);
    if (!own) return [];
    const late = group === "late" ? { edge: "danger" as const, action: <PostponeAll rows={own} /> } : {};
    return [
      <Panel key={group} title={words.activity.group[group]} count={own.length} isFlush {...late}>
        <Rows rows={own} acts={acts} within={within} />
      </Panel>,
    ];
  });
}

function Done({ rows, acts, within }: RowsProps) {
  const { words } = useSpoken();
  if (rows.length === 0) return <Nothing text={words.activity.emptyDone} title={words.activity.stateDone} />;
  return (
    <Panel title={words.activity.group.done} isFlush>
      <Rows rows={rows} acts={acts} within={within} />
    </Panel>
  );
}

function Nothing({ title, text }: { title: string; text: string }) {
  return (
    <Panel title={title} isFlush>
      <p className={styles.nothing}>{text}</p>
    </Panel>
  );
}

function Rows({ rows, acts, within }: RowsProps) {
  return (
    <ul className={styles.list}>
      {rows.map((one) => (
        <ActivityRow key={one.id} one={one} acts={acts} within={within} />
      ))}
    </ul>
  );
}
