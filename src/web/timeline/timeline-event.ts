import type { Answer } from "#web/api/api.ts";

export type Fact = Answer<"showOpportunityTimeline">["data"][number];
export type FactField = Fact["fields"][number];

/** What is told at once: one fact, or edits that one person made within ten minutes. */
export type TimelineEvent = Fact & { readonly facts: readonly Fact[] };

const TOGETHER_MS = 600_000;

/** Facts come newest first; so do events. */
export function eventsOf(facts: readonly Fact[]): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  for (const fact of facts) {
    const later = events.at(-1);
    if (later && areTogether(later, fact)) events[events.length - 1] = joined(later, fact);
    else events.push({ ...fact, facts: [fact] });
  }
  return events;
}

/** A change of stage or outcome is always told on its own. */
function areTogether(later: TimelineEvent, fact: Fact): boolean {
  return (
    fact.kind.endsWith(".edited") &&
    later.kind === fact.kind &&
    later.actor.id === fact.actor.id &&
    later.record.id === fact.record.id &&
    later.origin === fact.origin &&
    later.undone === null &&
    fact.undone === null &&
    Date.parse(later.at) - Date.parse(fact.at) <= TOGETHER_MS
  );
}

/** From what it was before the first to what it was after the last; what ended as it began is not told. */
function joined(later: TimelineEvent, earlier: Fact): TimelineEvent {
  const fields = new Map(earlier.fields.map((field) => [field.field, field]));
  for (const field of later.fields) {
    const before = fields.get(field.field);
    fields.set(field.field, before ? { ...field, from: before.from, fromWords: before.fromWords } : field);
  }
  const changed = [...fields.values()].filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
  return { ...later, fields: changed, facts: [...later.facts, earlier] };
}

/** Days spent at the stage that was left, if the timeline reaches back to when it was entered. */
export function daysAtStage(event: Fact, older: readonly Fact[]): number | undefined {
  const left = event.fields.find((field) => field.field === "stageId")?.from;
  const entered = older.find(
    (fact) => Date.parse(fact.at) <= Date.parse(event.at) && fact.fields.some((field) => field.field === "stageId" && field.to === left),
  );
  return entered && Math.floor((Date.parse(event.at) - Date.parse(entered.at)) / 86_400_000);
}
