import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import type { Activity } from "#contract/activity.ts";
import { addDays, daysBetween } from "#domain/shared/day.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { ACTIVITY_ICONS } from "#web/activity/activity-icon.tsx";
import { DuePill } from "#web/activity/activity-pill.tsx";
import { nextMonday } from "#web/activity/activity-time.ts";
import { useActivityActs } from "#web/activity/use-activities.ts";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { formatNearDay, formatRelativeDays, formatTime } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Menu } from "#web/kit/menu.tsx";
import styles from "#web/activity/activity.module.css";

export type RowActs = { readonly onTick: (one: Activity) => void; readonly onEdit: (one: Activity) => void };
/** What the place says already: the name of its opportunity or client is not repeated. */
export type Within = "opportunity" | "client" | "contact" | "mine" | undefined;

/** In a day's line or a week's days: what stands before the row, and instead of when it is due. */
export type RowFrame = {
  readonly kind: "stop" | "day";
  readonly lead: ReactNode;
  readonly due: ReactNode;
  /** The one that comes next stands out. */
  readonly isNext?: boolean;
  readonly after?: ReactNode;
};

type RowProps = { readonly one: Activity; readonly acts: RowActs; readonly within: Within; readonly frame?: RowFrame };

/** Tick, kind, what; on which opportunity; when. */
export function ActivityRow({ one, acts, within, frame }: RowProps) {
  const { words } = useSpoken();
  const say = words.activity;
  const isDone = one.status === "done";
  return (
    <li
      className={styles.row}
      data-row={one.id}
      data-done={isDone || undefined}
      data-mine={within === "mine" || undefined}
      data-frame={frame?.kind}
      data-next={frame?.isNext || undefined}
    >
      {frame?.lead}
      {one.can.edit ? (
        <Checkbox
          look="circle"
          label={isDone ? say.markPlanned(one) : say.markDone(one)}
          hidesLabel
          isSelected={isDone}
          onChange={() => acts.onTick(one)}
          className={styles.tick}
        />
      ) : (
        <span className={styles.tick} />
      )}
      <span className={styles.kind} title={say.kind[one.kind]}>
        <Icon of={ACTIVITY_ICONS[one.kind]} />
        <span className={styles.heard}>{say.kind[one.kind]}</span>
      </span>
      <div className={styles.words}>
        <p className={styles.what}>{one.title}</p>
        <About one={one} within={within} />
        {isDone && one.outcome !== null && <p className={styles.outcome}>{one.outcome}</p>}
      </div>
      <span className={styles.when}>
        {one.durationMinutes !== null && <span className={styles.quiet}>{say.minutes({ n: one.durationMinutes })}</span>}
        {!isDone && one.contact?.phone?.valid && (
          <a href={`tel:${one.contact.phone.number}`} className={styles.phone}>
            {one.contact.phone.national}
          </a>
        )}
        {isDone ? <DoneAt one={one} /> : (frame?.due ?? <DuePill due={one} />)}
        {one.assignee && within !== "mine" && <Avatar name={one.assignee.name} />}
      </span>
      {one.can.edit ? <RowMenu one={one} acts={acts} /> : <span />}
      {frame?.after}
    </li>
  );
}

function About({ one, within }: { one: Activity; within: Within }) {
  const parts = [
    within !== "opportunity" && one.opportunity && (
      <Link key="o" href={`/opportunities/${one.opportunity.id}`}>
        {one.opportunity.name}
      </Link>
    ),
    within !== "opportunity" && within !== "client" && one.client && <span key="c">{one.client.name}</span>,
    within !== "contact" && one.contact && <span key="p">{one.contact.name}</span>,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return <p className={styles.about}>{parts.flatMap((part, index) => (index === 0 ? [part] : [" · ", part]))}</p>;
}

function DoneAt({ one }: { one: Activity }) {
  const { words } = useSpoken();
  const { locale, today } = useSurroundings();
  const zone = useMe().workspace.timezone;
  if (one.doneAt === null) return null;
  const day = dayInZone(one.doneAt, zone);
  const days = daysBetween(today, day);
  const when =
    days === 0 ? formatTime(one.doneAt, locale, zone) : days === -1 ? formatRelativeDays(-1, locale) : formatNearDay(day, today, locale);
  return <span className={styles.quiet}>{words.activity.doneAt({ when })}</span>;
}

function RowMenu({ one, acts }: { one: Activity; acts: RowActs }) {
  const { words } = useSpoken();
  const say = words.activity;
  const { today } = useSurroundings();
  const own = useActivityActs();
  const run = (id: string): void => {
    if (id === "edit") acts.onEdit(one);
    if (id === "tomorrow") void own.postpone([one.id], addDays(today, 1));
    if (id === "monday") void own.postpone([one.id], nextMonday(today));
    if (id === "remove") void own.remove(one);
  };
  const isPlanned = one.status === "planned";
  return (
    <Menu
      label={say.actions(one)}
      trigger={<IconButton icon={Ellipsis} size="small" label={say.actions(one)} />}
      groups={[
        { id: "edit", items: [{ id: "edit", label: say.edit }] },
        {
          id: "postpone",
          items: isPlanned
            ? [
                { id: "tomorrow", label: say.tomorrow },
                { id: "monday", label: say.monday },
              ]
            : [],
        },
        { id: "remove", items: one.can.delete ? [{ id: "remove", label: say.remove, isDanger: true }] : [] },
      ]}
      onAction={run}
    />
  );
}
