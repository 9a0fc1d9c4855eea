import type { Activity } from "#contract/activity.ts";
import { ActivityRow, type RowActs } from "#web/activity/activity-row.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { VisuallyHidden } from "#web/kit/visually-hidden.tsx";
import styles from "#web/my-day/my-day.module.css";

const SHOWN = 8;

/** What is planned after today until Sunday; the day is written once. */
export function WeekPanel({ rows, acts }: { readonly rows: readonly Activity[]; readonly acts: RowActs }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  return (
    <Panel title={words.activity.group.week} count={rows.length} isFlush>
      {rows.length === 0 && <p className={styles.nothing}>{words.myDay.emptyWeek}</p>}
      <ul className={styles.list}>
        {rows.slice(0, SHOWN).map((one, index) => {
          const day = formatDay(one.dueOn, locale, "shortDay");
          const isFirst = rows[index - 1]?.dueOn !== one.dueOn;
          const lead = <span className={styles.day}>{isFirst ? day : <VisuallyHidden>{day}</VisuallyHidden>}</span>;
          const due = one.dueTime === null ? "" : <span className={styles.quiet}>{one.dueTime}</span>;
          return <ActivityRow key={one.id} one={one} acts={acts} within="mine" frame={{ kind: "day", lead, due }} />;
        })}
      </ul>
      {rows.length > SHOWN && (
        <p className={styles.foot}>
          <Link href="/activities">{words.myDay.others({ n: rows.length - SHOWN })}</Link>
        </p>
      )}
    </Panel>
  );
}
