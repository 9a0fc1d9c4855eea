import { expect, test } from "vitest";
import { daysAtStage, eventsOf, type Fact } from "#web/timeline/timeline-event.ts";

function aFact(at: string, fields: Record<string, readonly [unknown, unknown]>, more: Partial<Fact> = {}): Fact {
  return {
    id: at,
    changeId: at,
    at,
    actor: { id: "claire", name: "Claire" },
    origin: "web",
    kind: "opportunity.edited",
    record: { type: "opportunity", id: "naples", name: "Naples" },
    fields: Object.entries(fields).map(([field, [from, to]]) => ({
      field,
      from,
      to,
      label: null,
      type: null,
      fromWords: null,
      toWords: null,
    })),
    activity: null,
    message: null,
    document: null,
    undone: null,
    canUndo: true,
    alone: true,
    ...more,
  };
}

test("edits of one person within ten minutes are one event, from the first value to the last", () => {
  const events = eventsOf([
    aFact("2026-11-20T16:09:00Z", { adults: [40, 42], name: ["B", "A"] }),
    aFact("2026-11-20T16:00:00Z", { adults: [38, 40], name: ["A", "B"], budget: [null, "1200"] }),
  ]);
  expect(events).toHaveLength(1);
  expect(events[0]?.fields.map(({ field, from, to }) => [field, from, to])).toEqual([
    ["adults", 38, 42],
    ["budget", null, "1200"],
  ]);
});

test("another person, a later hour, a move, an undone edit stand on their own", () => {
  const events = eventsOf([
    aFact("2026-11-20T16:30:00Z", { adults: [42, 43] }),
    aFact("2026-11-20T16:09:00Z", { adults: [40, 42] }),
    aFact("2026-11-20T16:08:00Z", { adults: [39, 40] }, { actor: { id: "paul", name: "Paul" } }),
    aFact("2026-11-20T16:07:00Z", { stageId: ["one", "two"] }, { kind: "opportunity.moved" }),
    aFact("2026-11-20T16:06:00Z", { adults: [38, 39] }, { undone: { by: "Paul", at: "2026-11-20T16:07:00Z" } }),
  ]);
  expect(events.map((event) => event.facts.length)).toEqual([1, 1, 1, 1, 1]);
});

test("the days at a stage count from when it was entered, and are unknown beyond what was read", () => {
  const move = aFact("2026-11-20T16:00:00Z", { stageId: ["one", "two"] }, { kind: "opportunity.moved" });
  const created = aFact("2026-11-09T10:00:00Z", { stageId: [null, "one"] }, { kind: "opportunity.created" });
  expect(daysAtStage(move, [move, created])).toBe(11);
  expect(daysAtStage(move, [move])).toBeUndefined();
});
