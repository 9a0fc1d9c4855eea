import { daysBetween, type Day } from "#domain/shared/day.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { formatNearDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Pill } from "#web/kit/pill.tsx";

type Due = { readonly dueOn: Day; readonly dueTime: string | null };

type DuePillProps = {
  readonly due: Due;
  /** On a card: late without how late; the time only where there is room. */
  readonly isShort?: boolean;
  readonly title?: string;
};

/** When it is due: late and today say so in words. */
export function DuePill({ due, isShort = false, title }: DuePillProps) {
  const { words } = useSpoken();
  const { locale, today } = useSurroundings();
  const named = title === undefined ? {} : { title };
  const time = due.dueTime === null ? "" : ` ${due.dueTime}`;
  if (due.dueOn < today) {
    const days = daysBetween(due.dueOn, today);
    return (
      <Pill kind="danger" {...named}>
        {isShort ? words.activity.late : words.activity.lateBy({ days })}
      </Pill>
    );
  }
  if (due.dueOn === today) {
    return (
      <Pill kind="success" {...named}>
        {words.activity.today}
        {time}
      </Pill>
    );
  }
  return (
    <Pill {...named}>
      {formatNearDay(due.dueOn, today, locale)}
      {time}
    </Pill>
  );
}

type NextProps = { readonly next: (Due & { readonly title: string }) | null; /** Beside another pill. */ readonly isNarrow: boolean };

/** On a card of the board: what is next, or that nothing is. Absent for whoever may not read activities. */
export function NextActivityPill({ next, isNarrow }: NextProps) {
  const { words } = useSpoken();
  const maySee = useMay("activities", "read");
  if (!maySee) return null;
  if (next === null) return <Pill kind="warning">{words.activity.none}</Pill>;
  return <DuePill due={isNarrow ? { ...next, dueTime: null } : next} isShort title={next.title} />;
}
