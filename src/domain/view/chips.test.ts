import { expect, test } from "vitest";
import type { FilterTree } from "#domain/filter/filter.ts";
import { writeFilter } from "#domain/filter/notation.ts";
import { BUILT_IN_VIEWS, VIEW_RESOURCES, type ViewResource } from "#domain/view/view.ts";
import { gatherChips, isSameFilter, spreadChips } from "#domain/view/chips.ts";

const open: FilterTree = { field: "outcome", op: "is", value: "open" };
const some: readonly FilterTree[] = [
  open,
  { all: [] },
  { all: [open, { field: "departsOn", op: "between", value: ["2027-03-01", "2027-05-31"] }] },
  { all: [open, { field: "departsOn", op: "during", value: "nextQuarter" }, { field: "managerId", op: "is", value: "me" }] },
  { any: [open, { field: "amount", op: "gte", value: "5000" }] },
  { all: [{ field: "priority", op: "is", value: true }, { any: [{ field: "stale", op: "is", value: true }, open] }] },
  {
    all: [
      { field: "stageId", op: "is", value: "a" },
      { field: "stageId", op: "is", value: "b" },
    ],
  },
  { field: "text", op: "contains", value: "Naples (été)" },
];
const trees: readonly (readonly [string, ViewResource, FilterTree])[] = [
  ...VIEW_RESOURCES.flatMap((resource) => some.map((tree) => [writeFilter(tree), resource, tree] as const)),
  ...Object.values(BUILT_IN_VIEWS).map(({ resource, filter }) => [writeFilter(filter), resource, filter] as const),
];

test.each(trees)("%s on chips of %s and in the address says the same", (_text, resource, tree) => {
  const { chips, rest } = spreadChips(tree, resource);
  expect(isSameFilter(gatherChips({ ...chips, ...(rest ? { filter: writeFilter(rest) } : {}) }, resource), tree)).toBe(true);
});

test("what chips can say stands on chips, the rest is left for the tree", () => {
  const { chips, rest } = spreadChips(BUILT_IN_VIEWS.departures.filter, "opportunities");
  expect(chips).toEqual({});
  expect(rest).toEqual({ all: [{ field: "departsOn", op: "during", value: "nextQuarter" }] });
  expect(spreadChips(BUILT_IN_VIEWS.priorities.filter, "opportunities")).toEqual({
    chips: { managerId: "me", priority: "true" },
    rest: undefined,
  });
  expect(spreadChips({ all: [] }, "opportunities").chips).toEqual({ outcome: "all" });
  expect(spreadChips(BUILT_IN_VIEWS.prospects.filter, "clients").chips).toEqual({ status: "prospect", withoutOpportunity: "true" });
  expect(spreadChips({ all: [] }, "contacts").chips).toEqual({});
});

test("the order of conditions makes no difference, their kind does", () => {
  const other: FilterTree = { field: "priority", op: "is", value: true };
  expect(isSameFilter({ all: [open, other] }, { all: [other, open] })).toBe(true);
  expect(isSameFilter({ all: [open, other] }, { any: [open, other] })).toBe(false);
});
