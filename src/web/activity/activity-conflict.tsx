import type { Activity } from "#contract/activity.ts";
import type { ActivityEdit } from "#web/activity/use-activities.ts";
import { ConflictValues } from "#web/app/conflict-values.tsx";
import { usePeople } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { valueIn, valueOf, type Overtaken } from "#web/app/write-over.ts";
import type { Option } from "#web/kit/option.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { formatDay, formatInstant } from "#web/kit/format.ts";

type ActivityConflictProps = {
  readonly overtaken: Overtaken<Activity, ActivityEdit>;
  /** The contact that was chosen here. */
  readonly contact: Option | null;
  readonly onKeep: () => void;
  readonly onTake: () => void;
};

/** Somebody else changed the same fields of the activity while its dialog was open. */
export function ActivityConflict({ overtaken, contact, ...acts }: ActivityConflictProps) {
  const { words } = useSpoken();
  const { current, change, fields, by } = overtaken;
  const textOf = useValueText(current, contact);
  const labels: Readonly<Record<string, string>> = words.activity.field;
  const rows = fields.map((field) => ({
    field,
    label: labels[field.replace(/^contactId$/, "contact")] ?? field,
    mine: textOf(field, valueOf(change, field)),
    theirs: textOf(field, valueIn(current, field)),
  }));
  return <ConflictValues by={by} rows={rows} {...acts} />;
}

function useValueText(current: Activity, chosen: Option | null): (field: string, value: unknown) => string {
  const { words, locale } = useSpoken();
  const { timeZone } = useSurroundings();
  const people = usePeople().data?.data ?? [];
  const kinds: Readonly<Record<string, string>> = words.activity.kind;
  const known: Readonly<Record<string, (value: string) => string | undefined>> = {
    kind: (kind) => kinds[kind],
    assigneeId: (id) => people.find((person) => person.id === id)?.name,
    contactId: (id) => (id === chosen?.id ? chosen.label : current.contact?.name),
    dueOn: (day) => formatDay(day, locale),
    remindAt: (at) => formatInstant(at, locale, timeZone),
  };
  return (field, value) => {
    if (typeof value === "number") return String(value);
    return typeof value === "string" && value !== "" ? (known[field]?.(value) ?? value) : "–";
  };
}
