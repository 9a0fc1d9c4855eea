import { parseDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Calendar, CalendarCell, CalendarGrid, CalendarHeading } from "react-aria-components/Calendar";
import type { Day } from "#domain/shared/day.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import styles from "#web/kit/day-calendar.module.css";

export type DayCalendarProps = { value: Day | null; onPick: (day: Day) => void; min?: Day | undefined; max?: Day | undefined };

/** A month to pick a day from. Fetched when first opened. */
export function DayCalendar({ value, onPick, min, max }: DayCalendarProps) {
  const words = useKitWords();
  const { today } = useSurroundings();
  return (
    <Calendar
      className={styles.calendar ?? ""}
      value={value === null ? null : parseDate(value)}
      defaultFocusedValue={parseDate(value ?? today)}
      onChange={(date) => onPick(date.toString())}
      minValue={min === undefined ? undefined : parseDate(min)}
      maxValue={max === undefined ? undefined : parseDate(max)}
      autoFocus
    >
      <header className={styles.header}>
        <Button slot="previous" aria-label={words.previousMonth} className={styles.turn ?? ""}>
          <Icon of={ChevronLeft} />
        </Button>
        <CalendarHeading className={styles.month} />
        <Button slot="next" aria-label={words.nextMonth} className={styles.turn ?? ""}>
          <Icon of={ChevronRight} />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short" className={styles.grid ?? ""}>
        {(date) => <CalendarCell date={date} className={styles.cell ?? ""} data-today={date.toString() === today || undefined} />}
      </CalendarGrid>
    </Calendar>
  );
}
