import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { PERIODS, someDays } from "#domain/filter/period.ts";
import { isDay } from "#domain/shared/day.ts";
import { foldText } from "#domain/shared/text.ts";
import { valuesOf, type FilterValue } from "#domain/filter/filter.ts";
import { ask } from "#web/api/api.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { useMe } from "#web/app/me.ts";
import { ClientPicker } from "#web/contact/client-picker.tsx";
import { ContactPicker } from "#web/contact/contact-picker.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { Select } from "#web/kit/select.tsx";
import { TagField } from "#web/kit/tag-field.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import type { DraftCondition } from "#web/view/filter-draft.ts";
import { useFieldOptions, useFields, useFilterWords } from "#web/view/use-filter-fields.ts";
import styles from "#web/view/filter-dialog.module.css";

type ValueProps = {
  readonly condition: DraftCondition;
  readonly set: (value: FilterValue | undefined) => void;
  readonly error: string | undefined;
};

/** The field for the value of a condition: by the kind of its field and by how it compares. */
export function FilterValueField(props: ValueProps) {
  const { field, op } = props.condition;
  const kind = useFields()[field]?.kind;
  if (op === "isEmpty" || op === "isNotEmpty") return null;
  if (kind === "flag") return <YesOrNo {...props} />;
  if (op === "during") return <PeriodField {...props} />;
  if (op === "between") return <Between {...props} />;
  if (kind === "choice" || kind === "choices") return <ChoiceValue {...props} />;
  const [value] = listOf(props.condition.value);
  return <OneValue {...props} value={value} label={undefined} change={props.set} />;
}

const listOf = (value: FilterValue | undefined): readonly (string | number)[] =>
  valuesOf({ field: "", op: "is", ...(value === undefined ? {} : { value }) });

type OneProps = ValueProps & {
  readonly value: string | number | undefined;
  readonly label: string | undefined;
  readonly change: (value: string | number | undefined) => void;
};

function OneValue({ condition, value, label, change, error }: OneProps) {
  const say = useFilterWords();
  const { currency } = useMe().workspace;
  const kind = useFields()[condition.field]?.kind;
  const field = { label: label ?? say.value, hidesLabel: true, error, ...(label === undefined ? {} : { placeholder: label }) };
  if (kind === "money")
    return (
      <MoneyField
        {...field}
        currency={currency}
        allowsNegative
        value={value === undefined ? null : String(value)}
        onChange={(next) => change(next ?? undefined)}
      />
    );
  if (kind === "number")
    return <NumberField {...field} value={value === undefined ? null : Number(value)} onChange={(next) => change(next ?? undefined)} />;
  if (kind !== "day") return <TextField {...field} value={value === undefined ? "" : String(value)} onChange={change} maxLength={200} />;
  return <DayValue {...field} value={value === undefined ? null : String(value)} onChange={(next) => change(next ?? undefined)} />;
}

type DayProps = {
  readonly label: string;
  readonly hidesLabel: boolean;
  readonly error: string | undefined;
  readonly placeholder?: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

/** A day of the calendar, or one that moves with it: today with so many days more or less. */
function DayValue({ value, onChange, ...field }: DayProps) {
  const say = useFilterWords();
  const isRelative = value !== null && value !== "" && !isDay(value);
  const days = isRelative ? Number(value.replace("today", "") || 0) : 0;
  return (
    <>
      <Select
        label={say.howDay}
        hidesLabel
        options={[
          { id: "day", label: say.aDay },
          { id: "relative", label: say.relativeDay },
        ]}
        value={isRelative ? "relative" : "day"}
        onChange={(kind) => onChange(kind === "relative" ? "today" : null)}
      />
      {isRelative ? (
        <NumberField
          {...field}
          label={say.daysFromToday}
          unit={say.daysFromToday}
          value={days}
          min={-9999}
          max={9999}
          onChange={(next) => onChange(next === null || next === 0 ? "today" : `today${next < 0 ? "-" : "+"}${Math.abs(next)}`)}
        />
      ) : (
        <DateField {...field} value={value === "" ? null : value} onChange={onChange} />
      )}
    </>
  );
}

function Between({ condition, set, error }: ValueProps) {
  const say = useFilterWords();
  const [from, to] = listOf(condition.value);
  const both = (next: readonly (string | number | undefined)[]): void => set(next.map((one) => one ?? ""));
  return (
    <>
      <OneValue
        condition={condition}
        set={set}
        error={error}
        value={from === "" ? undefined : from}
        label={say.from}
        change={(next) => both([next, to])}
      />
      <OneValue
        condition={condition}
        set={set}
        error={undefined}
        value={to === "" ? undefined : to}
        label={say.to}
        change={(next) => both([from, next])}
      />
    </>
  );
}

function YesOrNo({ condition, set }: ValueProps) {
  const say = useFilterWords();
  return (
    <Select
      label={say.value}
      hidesLabel
      options={[
        { id: "true", label: say.yes },
        { id: "false", label: say.no },
      ]}
      value={String(condition.value)}
      onChange={(id) => set(id === "true")}
    />
  );
}

const SOME = { last: "lastDays", next: "nextDays" } as const;
const DAYS_AT_FIRST = 30;

function PeriodField({ condition, set, error }: ValueProps) {
  const say = useFilterWords();
  const value = String(condition.value ?? "");
  const some = someDays(value);
  const write = (side: "last" | "next", days: number): void => set(`${side}${days}Days`);
  const options = [...PERIODS, SOME.last, SOME.next].map((id) => ({ id, label: say.periods[id] }));
  return (
    <>
      <Select
        label={say.value}
        hidesLabel
        options={options}
        value={some ? SOME[some.side] : value}
        onChange={(id) => {
          if (id === SOME.last || id === SOME.next) write(id === SOME.last ? "last" : "next", some?.days ?? DAYS_AT_FIRST);
          else set(id);
        }}
        error={error}
      />
      {some && (
        <NumberField
          label={say.days}
          hidesLabel
          unit={say.days}
          value={some.days}
          min={1}
          max={9999}
          onChange={(days) => days !== null && write(some.side, Math.min(9999, Math.max(1, days)))}
        />
      )}
    </>
  );
}

/** Lists that are short enough to be shown at once. */
const SHOWN_AT_ONCE = 12;

function ChoiceValue(props: ValueProps) {
  const say = useFilterWords();
  const { condition, set, error } = props;
  const options = useFieldOptions()[condition.field];
  const [text, setText] = useState("");
  const values = listOf(condition.value).map(String);
  const field = { label: say.value, hidesLabel: true, error };
  if (condition.field === "clientId" || condition.field === "contactId") return <RecordValue {...props} />;
  if (condition.op === "in" || condition.op === "notIn") {
    const matches = (options ?? []).filter(({ label }) => foldText(label).includes(foldText(text))).slice(0, 30);
    return (
      <TagField
        {...field}
        values={values.map((id) => options?.find((option) => option.id === id) ?? { id, label: options ? "…" : id })}
        onChange={(next) => set(next.length === 0 ? undefined : next.map(({ id }) => id))}
        matches={matches}
        onSearch={setText}
        allowsFreeText={options === undefined}
      />
    );
  }
  if (!options) return <TextField {...field} value={values[0] ?? ""} onChange={set} maxLength={120} />;
  if (options.length > SHOWN_AT_ONCE) return <ChoiceField {...field} options={options} value={values[0] ?? null} onChange={set} />;
  return <Select {...field} options={options} value={values[0] ?? null} onChange={set} />;
}

function RecordValue({ condition, set, error }: ValueProps) {
  const say = useFilterWords();
  const [id = ""] = listOf(condition.value).map(String);
  const isClient = condition.field === "clientId";
  const found = useQuery({
    queryKey: [isClient ? "clients" : "contacts", "one", id],
    queryFn: async ({ signal }): Promise<{ readonly name: string }> =>
      isClient ? ask("showClient", { params: { id } }, { signal }) : ask("showContact", { params: { id } }, { signal }),
    enabled: id !== "",
    retry: false,
  });
  const value = id === "" ? null : { id, label: found.data?.name ?? "…" };
  const field = {
    label: say.value,
    hidesLabel: true,
    error,
    className: styles.value,
    value,
    onChange: (option: { id: string } | null) => set(option?.id),
  };
  return isClient ? <ClientPicker {...field} /> : <ContactPicker {...field} taken={[]} />;
}
