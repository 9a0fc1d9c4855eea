import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FilterFields, FilterTree } from "#domain/filter/filter.ts";
import { matches } from "#domain/filter/matches.ts";
import { parseFilter, writeFilter } from "#domain/filter/notation.ts";
import { spanOf, dayFrom } from "#domain/filter/period.ts";
import { readFilter, simplified } from "#domain/filter/read-filter.ts";
import { Refusal } from "#domain/shared/refusal.ts";

const FIELDS: FilterFields = {
  name: { kind: "text" },
  managerId: { kind: "choice", isId: true, self: "me" },
  outcome: { kind: "choice", values: ["open", "won", "lost"] },
  amount: { kind: "money" },
  participants: { kind: "number" },
  departsOn: { kind: "day" },
  priority: { kind: "flag" },
};
const TODAY = "2026-11-24";
const ME = "01900000-0000-7000-8000-000000000001";
const on = { fields: FIELDS, asker: { userId: ME, teamIds: [] }, today: TODAY, currency: "EUR" };

function refusalOf(input: unknown): Refusal {
  try {
    readFilter(input, FIELDS);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("periods", () => {
  test.each([
    ["today", "2026-11-24", "2026-11-24"],
    ["thisWeek", "2026-11-23", "2026-11-29"],
    ["nextWeek", "2026-11-30", "2026-12-06"],
    ["lastMonth", "2026-10-01", "2026-10-31"],
    ["nextMonth", "2026-12-01", "2026-12-31"],
    ["thisQuarter", "2026-10-01", "2026-12-31"],
    ["nextQuarter", "2027-01-01", "2027-03-31"],
    ["lastQuarter", "2026-07-01", "2026-09-30"],
    ["thisYear", "2026-01-01", "2026-12-31"],
    ["last30Days", "2026-10-25", "2026-11-24"],
    ["next7Days", "2026-11-24", "2026-12-01"],
    ["past", null, "2026-11-23"],
    ["future", "2026-11-25", null],
  ])("%s is from %s to %s", (period, from, to) => {
    expect(spanOf(period, TODAY)).toEqual({ from, to });
  });

  test("a day may be counted from today", () => {
    expect(dayFrom("today-14", TODAY)).toBe("2026-11-10");
    expect(dayFrom("today+1", TODAY)).toBe("2026-11-25");
    expect(dayFrom("2027-01-01", TODAY)).toBe("2027-01-01");
  });
});

describe("reading a filter", () => {
  test("points at an unknown field and says the nearest", () => {
    const refusal = refusalOf({ all: [{ field: "departOn", op: "during", value: "thisMonth" }] });
    expect(refusal.fields).toEqual([{ pointer: "/filter/all/0/field", code: "field.unknown" }]);
    expect(refusal.details["suggestions"]).toEqual({ departOn: "departsOn" });
  });

  test("points at an operator that the kind of field has not", () => {
    expect(refusalOf({ field: "name", op: "during", value: "x" }).fields).toEqual([{ pointer: "/filter/op", code: "field.unknown" }]);
  });

  test.each([
    [{ field: "managerId", op: "is", value: "Claire" }, "/filter/value", "value.format"],
    [{ field: "outcome", op: "in", value: ["open", "wonn"] }, "/filter/value/1", "value.notInList"],
    [{ field: "departsOn", op: "gte", value: "2027-02-30" }, "/filter/value", "day.invalid"],
    [{ field: "amount", op: "gte", value: "a lot" }, "/filter/value", "amount.invalid"],
    [{ field: "participants", op: "between", value: [1] }, "/filter/value", "value.tooSmall"],
    [{ field: "priority", op: "is", value: "yes" }, "/filter/value", "value.type"],
    [{ any: [] }, "/filter/any", "value.tooSmall"],
    [[], "/filter", "value.type"],
    [{ field: "constructor", op: "is", value: "x" }, "/filter/field", "field.unknown"],
  ])("refuses %j at %s", (input, pointer, code) => {
    expect(refusalOf(input).fields).toEqual([{ pointer, code }]);
  });

  test("is at most five levels deep and fifty conditions long", () => {
    let deep: unknown = { field: "priority", op: "is", value: true };
    for (let level = 0; level < 6; level += 1) deep = { all: [deep] };
    expect(refusalOf(deep).fields[0]?.code).toBe("filter.tooDeep");
    const many = { any: Array.from({ length: 51 }, () => ({ field: "priority", op: "is", value: true })) };
    expect(refusalOf(many).fields[0]?.code).toBe("filter.tooMany");
  });
});

const condition: fc.Arbitrary<object> = fc.oneof(
  fc.record({
    field: fc.constant("name"),
    op: fc.constantFrom("contains", "is", "isNot"),
    value: fc.string({ minLength: 1, maxLength: 12 }),
  }),
  fc.record({ field: fc.constant("managerId"), op: fc.constantFrom("is", "isNot"), value: fc.constantFrom("me", ME) }),
  fc.record({
    field: fc.constant("outcome"),
    op: fc.constantFrom("in", "notIn"),
    value: fc.subarray(["open", "won", "lost"], { minLength: 1 }),
  }),
  fc.record({ field: fc.constant("participants"), op: fc.constantFrom("gte", "lte"), value: fc.integer({ min: -5, max: 90 }) }),
  fc.record({ field: fc.constant("priority"), op: fc.constant("is"), value: fc.boolean() }),
  fc.record({ field: fc.constant("departsOn"), op: fc.constantFrom("isEmpty", "isNotEmpty") }),
  fc.record({ field: fc.constant("departsOn"), op: fc.constant("during"), value: fc.constantFrom("nextQuarter", "last30Days", "past") }),
);

const trees = fc.letrec<{ tree: object }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    condition,
    fc.record({ all: fc.array(tie("tree"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) }),
  ),
})).tree;

const records = fc.record({
  name: fc.string({ maxLength: 12 }),
  managerId: fc.constantFrom(ME, null),
  outcome: fc.constantFrom("open", "won", "lost"),
  participants: fc.option(fc.integer({ min: 0, max: 90 })),
  departsOn: fc.constantFrom(null, "2026-11-01", "2026-11-24", "2027-02-01"),
  priority: fc.boolean(),
});

test("the short text of an address says the same filter", () => {
  fc.assert(
    fc.property(trees, (written) => {
      const known = readableOf(written);
      if (!known) return;
      expect(readFilter(parseFilter(writeFilter(known)), FIELDS)).toEqual(known);
    }),
  );
});

function readableOf(tree: object): FilterTree | undefined {
  try {
    return readFilter(tree, FIELDS);
  } catch {
    return undefined;
  }
}

test("a text that is no filter is none", () => {
  for (const text of ["", "all(", "all(x)", "name~is~a~b", "all(name~is~a))", "{", "all()x"]) expect(parseFilter(text)).toBeUndefined();
  expect(parseFilter("all()")).toEqual({ all: [] });
});

test("made simpler it holds of the same records", () => {
  fc.assert(
    fc.property(trees, records, (written, record) => {
      const tree = readableOf(written);
      return tree === undefined || matches(simplified(tree), record, on) === matches(tree, record, on);
    }),
  );
});
