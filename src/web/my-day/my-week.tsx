import { lazy, Suspense, useState } from "react";
import type { Activity } from "#contract/activity.ts";
import type { Doing } from "#web/activity/activity-draft.ts";
import { ActivityRow, type RowActs } from "#web/activity/activity-row.tsx";
import { JustDone } from "#web/activity/just-done.tsx";
import { PostponeAll } from "#web/activity/postpone-all.tsx";
import { useTicking } from "#web/activity/use-ticking.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { TodayPanel } from "#web/my-day/today-panel.tsx";
import { useMyWeek } from "#web/my-day/use-my-day.ts";
import { WeekPanel } from "#web/my-day/week-panel.tsx";
import styles from "#web/my-day/my-day.module.css";

const ActivityDialog = lazy(async () => ({ default: (await import("#web/activity/activity-dialog.tsx")).ActivityDialog }));

/** The reader's own activities: late ones, today, this week. What was ticked stays in sight, for its result and what follows. */
export function MyWeek() {
  const { words } = useAllSpoken();
  const { today } = useSurroundings();
  const { late, soon } = useMyWeek();
  const [doing, setDoing] = useState<Doing>();
  const ticking = useTicking();
  const acts: RowActs = { onTick: ticking.tick, onEdit: (one) => setDoing({ kind: "edit", one }) };
  const planNext = (one: Activity): void => {
    const owner = { opportunityId: one.opportunity?.id ?? null, clientId: one.client?.id ?? null };
    setDoing({ kind: "plan", owner: { ...owner, contactId: one.opportunity || one.client ? null : (one.contact?.id ?? null) }, like: one });
  };
  return (
    <div className={styles.main}>
      <JustDone done={ticking.done.filter((one) => one.dueOn !== today)} acts={acts} within="mine" onPlanNext={planNext} />
      <Loaded query={late} label={words.myDay.loading}>
        {({ pages }) => <LatePanel rows={pages.flatMap((page) => page.data)} total={pages[0]?.total ?? 0} acts={acts} />}
      </Loaded>
      <Loaded query={soon} label={words.myDay.loading}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          return (
            <>
              <TodayPanel
                rows={rows.filter((one) => one.dueOn === today)}
                acts={acts}
                isJustDone={ticking.isJustDone}
                onPlanNext={planNext}
              />
              <WeekPanel rows={rows.filter((one) => one.dueOn > today && one.status === "planned")} acts={acts} />
            </>
          );
        }}
      </Loaded>
      <Suspense fallback={null}>{doing && <ActivityDialog doing={doing} onClose={() => setDoing(undefined)} />}</Suspense>
    </div>
  );
}

type LateProps = { readonly rows: readonly Activity[]; readonly total: number; readonly acts: RowActs };

function LatePanel({ rows, total, acts }: LateProps) {
  const { words } = useAllSpoken();
  if (rows.length === 0) return null;
  return (
    <Panel title={words.activity.group.late} count={total} isFlush edge="danger" action={<PostponeAll rows={rows} />}>
      <ul className={styles.list}>
        {rows.map((one) => (
          <ActivityRow key={one.id} one={one} acts={acts} within="mine" />
        ))}
      </ul>
      {total > rows.length && (
        <p className={styles.foot}>
          <Link href="/activities">{words.myDay.others({ n: total - rows.length })}</Link>
        </p>
      )}
    </Panel>
  );
}
