import type { Activity } from "#contract/activity.ts";
import { ActivityRow, type RowActs } from "#web/activity/activity-row.tsx";
import { Aftermath } from "#web/activity/just-done.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { formatTime } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { dayLine } from "#web/my-day/day-line.ts";
import { useClock } from "#web/my-day/use-clock.ts";
import styles from "#web/my-day/my-day.module.css";

type TodayProps = {
  readonly rows: readonly Activity[];
  readonly acts: RowActs;
  readonly isJustDone: (one: Activity) => boolean;
  readonly onPlanNext: (one: Activity) => void;
};

/** The day as a line by the clock: done is filled, now is a ring, what comes is hollow, what has no hour is last. */
export function TodayPanel({ rows, acts, isJustDone, onPlanNext }: TodayProps) {
  const { words } = useAllSpoken();
  const now = useClock();
  const { timeZone } = useSurroundings();
  const timed = rows.map((one) => ({ ...one, doneTime: one.doneAt === null ? null : formatTime(one.doneAt, "en", timeZone) }));
  const { past, coming, next } = dayLine(timed, now);
  const stop = (one: Activity) => (
    <Stop key={one.id} one={one} acts={acts} isNext={one === next} {...(isJustDone(one) && one.can.edit ? { onPlanNext } : {})} />
  );
  return (
    <Panel title={words.activity.group.today} count={rows.length} isFlush>
      {rows.length === 0 ? (
        <p className={styles.nothing}>{words.myDay.emptyToday}</p>
      ) : (
        <ol className={styles.line}>
          {past.map(stop)}
          <Now time={now} />
          {coming.map(stop)}
        </ol>
      )}
    </Panel>
  );
}

function Now({ time }: { time: string }) {
  const { words } = useAllSpoken();
  return (
    <li className={styles.now}>
      <span className={styles.hour}>{time}</span>
      <span className={styles.mark} data-now />
      <span className={styles.nowWord}>{words.myDay.now}</span>
    </li>
  );
}

type StopProps = {
  readonly one: Activity;
  readonly acts: RowActs;
  readonly isNext: boolean;
  readonly onPlanNext?: (one: Activity) => void;
};

function Stop({ one, acts, isNext, onPlanNext }: StopProps) {
  const { words } = useAllSpoken();
  const lead = (
    <>
      <span className={styles.hour}>{one.dueTime ?? "–"}</span>
      <span
        className={styles.mark}
        data-done={one.status === "done" || undefined}
        data-hourless={(one.dueTime === null && one.status === "planned") || undefined}
      />
    </>
  );
  const due = one.dueTime === null ? <span className={styles.quiet}>{words.myDay.noHour}</span> : "";
  return (
    <ActivityRow
      one={onPlanNext ? { ...one, outcome: null } : one}
      acts={acts}
      within="mine"
      frame={{ kind: "stop", lead, due, isNext, after: onPlanNext && <Aftermath one={one} onPlanNext={onPlanNext} /> }}
    />
  );
}
