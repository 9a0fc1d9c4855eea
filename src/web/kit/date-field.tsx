import { Calendar } from "lucide-react";
import { lazy, Suspense, type Ref } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { Day } from "#domain/shared/day.ts";
import type { FieldProps } from "#web/kit/field.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import { TextField } from "#web/kit/text-field.tsx";
import { useDayText } from "#web/kit/use-day-text.ts";
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
  const text = useDayText({ value, onChange });
  const canPick = !rest.isReadOnly && rest.disabledReason === undefined;
  return (
    <TextField
      {...rest}
      value={text.shown}
      onChange={text.type}
      onFocus={text.enter}
      onBlur={() => {
        text.leave();
        rest.onBlur?.();
      }}
      onKeyDown={text.pressKey}
      autoComplete="off"
      hint={text.restated ?? rest.hint}
      error={text.showsError ? words.invalidDay : rest.error}
      after={canPick ? <CalendarButton value={text.day} onPick={text.pick} min={min} max={max} /> : undefined}
    />
  );
}

type CalendarButtonProps = { value: Day | null; onPick: (day: Day) => void; min: Day | undefined; max: Day | undefined };

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
