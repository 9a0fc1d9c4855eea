import { addDays, weekdayOf, type Day } from "#domain/shared/day.ts";

/** "9", "930", "9h30", "14:30" → "09:00", "09:30", "09:30", "14:30"; undefined when it is no time. */
export function parseTime(text: string): string | null | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === "") return null;
  const match = /^(\d{1,2})(?:\s*[:h.]?\s*(\d{2}))?\s*h?$/.exec(typed);
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? "0")];
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** The next Monday, never today. */
export function nextMonday(today: Day): Day {
  return addDays(today, 8 - weekdayOf(today));
}

export type Remind = "none" | "keep" | "time" | "hour" | "day";

/** The instant of a wall-clock time in a zone: the offset of that moment, found in two steps across a change of clocks. */
export function instantIn(zone: string, day: Day, time: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const first = wanted - offsetAt(wanted, zone);
  return new Date(wanted - offsetAt(first, zone)).toISOString();
}

function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    dateStyle: "short",
    timeStyle: "medium",
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const year = part("year");
  const shown = Date.UTC(year < 100 ? 2000 + year : year, part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(instant / 1000) * 1000;
}

/** When the assignee is reminded; without an hour only the day before has a meaning, and "at that time" is 9:00. */
export function remindInstant(remind: Remind, due: { readonly day: Day; readonly time: string | null }, zone: string): string | null {
  if (remind === "none" || remind === "keep") return null;
  if (remind === "day") return instantIn(zone, addDays(due.day, -1), "09:00");
  const at = Date.parse(instantIn(zone, due.day, due.time ?? "09:00"));
  return new Date(remind === "hour" ? at - 3_600_000 : at).toISOString();
}
