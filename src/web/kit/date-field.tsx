import { Calendar } from "lucide-react";
import { lazy, Suspense, useState, type KeyboardEvent, type Ref } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { Day } from "#domain/shared/day.ts";
import type { FieldProps } from "#web/kit/field.tsx";
import { formatDay } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import { parseDay } from "#web/kit/parse-day.ts";
import { TextField } from "#web/kit/text-field.tsx";
import input from "#web/kit/input.module.css";
import overlay from "#web/kit/overlay.module.css";

const DayCalendar = lazy(async () => ({ default: (await import("#web/kit/day-calendar.tsx")).DayCalendar }));

export type DateFieldProps = FieldProps & {
  value: Day | null;
  /** Told when the field is left, on Enter, or when a day is picked. */
  onChange: (value: Day | null) => void;
  min?: Day;
  max?: Day;
  placeholder?: string;
  onBlur?: () => void;
  inputRef?: Ref<HTMLInputElement>;
};

export function DateField({ value, onChange, min, max, ...rest }: DateFieldProps) {
  const words = useKitWords();
  const { today, locale } = useSurroundings();
  const [typed, setTyped] = useState<string>();
  const [wasLeft, setWasLeft] = useState(false);
  const day = typed === undefined ? undefined : parseDay(typed, { today, locale });
  const isUnreadable = typed !== undefined && typed.trim() !== "" && !day;
  const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };

  function commit() {
    setWasLeft(true);
    if (typed === undefined || isUnreadable) return;
    setTyped(undefined);
    if ((day ?? null) !== value) onChange(day ?? null);
  }
  function pressKey(event: KeyboardEvent) {
    if (event.key === "Enter") commit();
    if (event.key === "Escape" && typed !== undefined) {
      event.stopPropagation();
      setTyped(undefined);
    }
  }
  function pick(next: Day) {
    setTyped(undefined);
    if (next !== value) onChange(next);
  }
  return (
    <TextField
      {...rest}
      value={typed ?? (value === null ? "" : formatDay(value, locale, "weekday"))}
      onChange={setTyped}
      onFocus={() => setWasLeft(false)}
      onBlur={() => {
        commit();
        rest.onBlur?.();
      }}
      onKeyDown={pressKey}
      autoComplete="off"
      hint={day ? formatDay(day, locale, "full") : rest.hint}
      error={isUnreadable && wasLeft ? words.invalidDay : rest.error}
      after={!rest.isReadOnly && !rest.disabledReason && <CalendarButton value={day ?? value} onPick={pick} {...bounds} />}
    />
  );
}

type CalendarButtonProps = { value: Day | null; onPick: (day: Day) => void; min?: Day; max?: Day };

function CalendarButton({ onPick, ...rest }: CalendarButtonProps) {
  const words = useKitWords();
  return (
    <DialogTrigger>
      <Button slot={null} aria-label={words.openCalendar} className={input["inner-button"] ?? ""}>
        <Icon of={Calendar} />
      </Button>
      <Popover className={overlay.popover ?? ""} placement="bottom end" offset={8}>
        <Dialog aria-label={words.openCalendar} data-own-keys>
          {({ close }) => (
            <Suspense fallback={<p className={overlay.nothing}>{words.loading}</p>}>
              <DayCalendar
                {...rest}
                onPick={(day) => {
                  onPick(day);
                  close();
                }}
              />
            </Suspense>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
