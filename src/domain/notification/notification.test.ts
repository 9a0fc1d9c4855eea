import { expect, test } from "vitest";
import { foldNotices, isWriting, noticesOf, TOLD_ONE_BY_ONE, type HeardFact } from "#domain/notification/notification.ts";

const [ME, CLAIRE, PAUL] = ["me", "claire", "paul"];
const fact = (kind: HeardFact["kind"], fields: HeardFact["fields"]): HeardFact => ({
  kind,
  type: kind.split(".")[0] ?? "",
  id: "r",
  name: "Naples",
  fields,
});
const told = (one: HeardFact): string[] => noticesOf(one, ME).map(({ kind, recipientId }) => `${kind} ${recipientId}`);

test("an opportunity given away tells the one who gets it and the one who had it", () => {
  expect(told(fact("opportunity.edited", { manager_id: { from: CLAIRE, to: PAUL } }))).toEqual(["given paul", "taken claire"]);
  expect(told(fact("opportunity.created", { manager_id: { from: null, to: PAUL } }))).toEqual(["given paul"]);
  expect(told(fact("opportunity.edited", { manager_id: { from: PAUL, to: null } }))).toEqual(["taken paul"]);
});

test("nobody is told of what they do themselves", () => {
  expect(told(fact("opportunity.created", { manager_id: { from: null, to: ME } }))).toEqual([]);
  expect(told(fact("opportunity.edited", { manager_id: { from: ME, to: CLAIRE } }))).toEqual(["given claire"]);
  expect(told(fact("activity.created", { assignee_id: { from: null, to: ME } }))).toEqual([]);
});

test("an activity tells its new assignee, unless it is recorded as done", () => {
  expect(told(fact("activity.created", { assignee_id: { from: null, to: CLAIRE } }))).toEqual(["assigned claire"]);
  expect(told(fact("activity.edited", { assignee_id: { from: CLAIRE, to: PAUL } }))).toEqual(["assigned paul"]);
  expect(told(fact("activity.done", { assignee_id: { from: null, to: PAUL }, done_at: { from: null, to: "2026-11-20" } }))).toEqual([]);
  expect(told(fact("activity.edited", { title: { from: "a", to: "b" } }))).toEqual([]);
});

test("a text is heard when it is written or changed, not when it is pinned", () => {
  expect(isWriting(fact("message.created", { body: { from: null, to: "x" } }))).toBe(true);
  expect(isWriting(fact("message.edited", { body: { from: "x", to: "y" } }))).toBe(true);
  expect(isWriting(fact("message.pinned", { pinned_at: { from: null, to: "2026-11-20" } }))).toBe(false);
});

test("many at once are told as a number, a few one by one", () => {
  const given = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      kind: "given" as const,
      recipientId: CLAIRE,
      record: { type: "opportunity", id: String(at), name: "x" },
      count: 1,
    }));
  expect(foldNotices(given(TOLD_ONE_BY_ONE))).toHaveLength(TOLD_ONE_BY_ONE);
  const [folded, ...others] = foldNotices([...given(400), ...given(1).map((one) => ({ ...one, recipientId: PAUL }))]);
  expect(folded).toEqual({ kind: "given", recipientId: CLAIRE, record: null, count: 400 });
  expect(others).toHaveLength(1);
});
