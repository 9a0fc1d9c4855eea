import { useState, type KeyboardEvent } from "react";
import type { Day } from "#domain/shared/day.ts";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { parseDay } from "#web/kit/parse-day.ts";

export type DayTextOptions = { value: Day | null; onChange: (value: Day | null) => void };

/** A typed day: read at each key, told when the field is left or on Enter; Esc gives the former one back. */
export function useDayText({ value, onChange }: DayTextOptions) {
  const { today, locale } = useSurroundings();
  const [typed, setTyped] = useState<string>();
  const [wasLeft, setWasLeft] = useState(false);
  const day = typed === undefined ? undefined : parseDay(typed, { today, locale });
  const isUnreadable = typed !== undefined && typed.trim() !== "" && !day;

  function tell(next: Day | null) {
    setTyped(undefined);
    if (next !== value) onChange(next);
  }
  function leave() {
    setWasLeft(true);
    if (typed !== undefined && !isUnreadable) tell(day ?? null);
  }
  function pressKey(event: KeyboardEvent) {
    if (event.key === "Enter") leave();
    if (event.key === "Escape" && typed !== undefined) {
      event.stopPropagation();
      setTyped(undefined);
    }
  }
  return {
    shown: typed ?? (value === null ? "" : formatDay(value, locale, "weekday")),
    /** The typed day in full, to be checked before it is kept. */
    restated: day && formatDay(day, locale, "full"),
    day: day ?? value,
    showsError: isUnreadable && wasLeft,
    type: setTyped,
    enter: () => setWasLeft(false),
    leave,
    pick: tell,
    pressKey,
  };
}
