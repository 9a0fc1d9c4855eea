import { CalendarPlus } from "lucide-react";
import type { MyDay, Watched } from "#contract/my-day.ts";
import type { Owner } from "#web/activity/activity-draft.ts";
import { useMay } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { formatNearDay, formatNumber } from "#web/kit/format.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { hrefWith } from "#web/opportunity/opportunity-search.ts";
import styles from "#web/my-day/my-day.module.css";

type WatchProps = { readonly found: NonNullable<MyDay["toWatch"]>; readonly onPlan: (owner: Owner) => void };

/** Open opportunities that ask for attention, the most pressing first; all of them as lists, by reason. */
export function WatchPanel({ found, onPlan }: WatchProps) {
  const { words } = useAllSpoken();
  const say = words.myDay;
  const { locale } = useSurroundings();
  const others = found.total - found.data.length;
  return (
    <Panel title={say.toWatch} count={found.total} isFlush>
      {found.total === 0 && <p className={styles.nothing}>{say.nothingToWatch}</p>}
      <ul className={styles.list}>
        {found.data.map((one) => (
          <WatchRow key={one.id} one={one} onPlan={onPlan} />
        ))}
      </ul>
      {found.total > 0 && (
        <nav className={styles.views} aria-label={say.allOf}>
          {others > 0 && <span>{say.others({ n: others })}</span>}
          {found.reasons.map(
            ({ reason, total, filter }) =>
              total > 0 && (
                <Link key={reason} href={hrefWith("/opportunities/list", filter)}>
                  {words.opportunity.filter[reason]} {formatNumber(total, locale, 0)}
                </Link>
              ),
          )}
        </nav>
      )}
    </Panel>
  );
}

function WatchRow({ one, onPlan }: { readonly one: Watched; readonly onPlan: (owner: Owner) => void }) {
  const { words } = useAllSpoken();
  const mayPlan = useMay("activities", "write");
  return (
    <li className={styles.watched} data-row={one.id} data-opportunity={one.id}>
      <Link href={`/opportunities/${one.id}`} look="name" className={styles.name}>
        {one.name}
      </Link>
      <ReasonPill one={one} />
      <p className={styles.why}>{useWhy(one)}</p>
      {mayPlan && (
        <IconButton
          icon={CalendarPlus}
          size="small"
          label={words.myDay.planFor(one)}
          onPress={() => onPlan({ opportunityId: one.id })}
          className={styles.plan}
        />
      )}
    </li>
  );
}

function ReasonPill({ one }: { readonly one: Watched }) {
  const { words } = useAllSpoken();
  if (one.reason === "stale") return <Pill kind="warning">{words.opportunity.staleShort({ days: one.stale?.days ?? 0 })}</Pill>;
  if (one.reason === "overdue") return <Pill kind="danger">{words.opportunity.overdueClose}</Pill>;
  if (one.reason === "idle") return <Pill kind="warning">{words.activity.none}</Pill>;
  const missing = one.reason === "missingImportant" ? one.missingImportant : one.missing;
  return <Pill>{words.myDay.fields({ n: missing.length })}</Pill>;
}

function useWhy(one: Watched): string {
  const { words } = useAllSpoken();
  const say = words.myDay;
  const { locale, today } = useSurroundings();
  const near = (day: string): string => formatNearDay(day, today, locale);
  if (one.reason === "stale" && one.stale?.reason === "waitingOver") return say.waitingOver;
  if (one.reason === "stale") return say.lastTouch({ day: near(one.lastTouchOn) });
  if (one.reason === "overdue" && one.expectedCloseOn !== null) return say.closeOverdue({ day: near(one.expectedCloseOn) });
  if (one.reason === "incomplete") {
    const missing = one.missing.map((name) => words.opportunity.missing[name]);
    return words.opportunity.missingList({ list: new Intl.ListFormat(locale).format(missing) });
  }
  if (one.reason === "missingImportant")
    return words.opportunity.missingList({ list: new Intl.ListFormat(locale).format(one.missingImportant) });
  return one.client.name;
}
