import { expect, test } from "vitest";
import { finish, isOverdueActivity, refusePlanned, refuseUnlinked } from "#domain/activity/activity.ts";

const now = "2026-11-24T09:42:00.000Z";

test("a planned activity is overdue from the day after its own, a done one never", () => {
  expect(isOverdueActivity({ dueOn: "2026-11-24", isDone: false }, "2026-11-24")).toBe(false);
  expect(isOverdueActivity({ dueOn: "2026-11-23", isDone: false }, "2026-11-24")).toBe(true);
  expect(isOverdueActivity({ dueOn: "2026-11-23", isDone: true }, "2026-11-24")).toBe(false);
});

test("is done now unless an earlier moment is named; never in the future, never twice", () => {
  expect(finish({ isDone: false }, { doneAt: undefined, now })).toEqual({ doneAt: now });
  expect(finish({ isDone: false }, { doneAt: "2026-11-23T15:00:00.000Z", now })).toEqual({
    doneAt: "2026-11-23T15:00:00.000Z",
  });
  expect(() => finish({ isDone: false }, { doneAt: "2026-11-24T09:43:00.000Z", now })).toThrow("request.invalid");
  expect(() => finish({ isDone: true }, { doneAt: undefined, now })).toThrow("activity.done");
});

test("only a done activity is reopened", () => {
  expect(() => refusePlanned({ isDone: false })).toThrow("activity.notDone");
  expect(() => refusePlanned({ isDone: true })).not.toThrow();
});

test("hangs on an opportunity, a client or a contact", () => {
  expect(() => refuseUnlinked({ opportunityId: null, clientId: null, contactId: null })).toThrow("request.invalid");
  expect(() => refuseUnlinked({ opportunityId: null, clientId: null, contactId: "c" })).not.toThrow();
});
