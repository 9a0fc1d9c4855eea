import { durationOf, returnAfter, returnWhenDepartureMoves } from "#domain/opportunity/dates.ts";
import type { Day } from "#domain/shared/day.ts";
import { useSpoken } from "#web/app/words.ts";
import { DateField } from "#web/kit/date-field.tsx";
import { Fact } from "#web/kit/facts-list.tsx";
import { formatDay } from "#web/kit/format.ts";
import { InlineField } from "#web/kit/inline-field.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import type { EditsProps } from "#web/opportunity/use-opportunity.ts";
import styles from "#web/opportunity/opportunity-page.module.css";

type Departure = { readonly departsOn: Day | null; readonly flexibleDays: number };

/** Departure, return and duration: each moves the others. A new departure keeps the duration. */
export function TripDatesFacts({ one, save }: EditsProps) {
  return (
    <>
      <DepartureFact one={one} save={save} />
      <ReturnFact one={one} save={save} />
      <DurationFact one={one} save={save} />
    </>
  );
}

function DepartureFact({ one, save }: EditsProps) {
  const { words } = useSpoken();
  const { field, flexible } = words.opportunity;
  const { locale } = useSurroundings();
  const keep = ({ departsOn, flexibleDays }: Departure): Promise<void> => {
    if (departsOn === one.departsOn) return save({ flexibleDays });
    return save({ departsOn, flexibleDays, ...(departsOn === null ? {} : { returnsOn: returnWhenDepartureMoves(one, departsOn) }) });
  };
  return (
    <Fact label={field.departsOn}>
      <InlineField<Departure>
        label={field.departsOn}
        value={one}
        canEdit={one.can.edit}
        onSave={keep}
        editor={({ draft, change }) => (
          <span className={styles.pair}>
            <DateField
              label={field.departsOn}
              hidesLabel
              autoFocus
              value={draft.departsOn}
              onChange={(departsOn) => departsOn !== draft.departsOn && change({ ...draft, departsOn })}
            />
            <NumberField
              label={field.flexibleDays}
              value={draft.flexibleDays}
              min={0}
              max={60}
              onChange={(days) => days !== draft.flexibleDays && change({ ...draft, flexibleDays: days ?? 0 })}
            />
          </span>
        )}
      >
        {one.departsOn === null ? "–" : formatDay(one.departsOn, locale, "full")}{" "}
        {one.flexibleDays > 0 && flexible({ days: one.flexibleDays })}
      </InlineField>
    </Fact>
  );
}

function ReturnFact({ one, save }: EditsProps) {
  const { words } = useSpoken();
  const { returnsOn: label } = words.opportunity.field;
  const { locale } = useSurroundings();
  return (
    <Fact label={label}>
      <InlineField
        label={label}
        value={one.returnsOn}
        canEdit={one.can.edit}
        onSave={(returnsOn, before) => save({ returnsOn }, { returnsOn: before })}
        editor={({ draft, change }) => (
          <DateField
            label={label}
            hidesLabel
            autoFocus
            value={draft}
            onChange={change}
            {...(one.departsOn ? { min: one.departsOn } : {})}
          />
        )}
      >
        {one.returnsOn === null ? "–" : formatDay(one.returnsOn, locale, "full")}
      </InlineField>
    </Fact>
  );
}

/** Only once there is a departure to count from. */
function DurationFact({ one, save }: EditsProps) {
  const { words } = useSpoken();
  const { field, duration: say } = words.opportunity;
  const duration = durationOf(one.departsOn, one.returnsOn);
  const { departsOn } = one;
  if (departsOn === null) return null;
  return (
    <Fact label={field.duration}>
      <InlineField
        label={field.duration}
        value={duration?.days ?? null}
        canEdit={one.can.edit}
        onSave={(days) => save({ returnsOn: days === null ? null : returnAfter(departsOn, days) })}
        editor={({ draft, change }) => (
          <NumberField
            label={field.days}
            hidesLabel
            autoFocus
            value={draft}
            min={1}
            max={999}
            unit={field.days.toLocaleLowerCase()}
            onChange={change}
          />
        )}
      >
        {duration ? say(duration) : "–"}
      </InlineField>
    </Fact>
  );
}
