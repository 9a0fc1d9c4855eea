import { expect, test } from "vitest";
import { CLIENT_FACTS } from "#domain/client/facts.ts";
import { CONTACT_FACTS } from "#domain/contact/facts.ts";
import { OPPORTUNITY_FACTS } from "#domain/opportunity/facts.ts";
import { FACT_KINDS, fieldsChanged } from "#domain/shared/fact.ts";
import { USER_FACTS } from "#domain/user/facts.ts";
import { WORKSPACE_FACTS } from "#domain/workspace/facts.ts";

test("the facts of a record are those that begin with its word", () => {
  expect(OPPORTUNITY_FACTS).toEqual([
    "opportunity.created",
    "opportunity.edited",
    "opportunity.moved",
    "opportunity.won",
    "opportunity.lost",
    "opportunity.reopened",
    "opportunity.deleted",
    "opportunity.restored",
    "opportunity.contacts",
    "opportunity.partners",
    "opportunity.competitors",
  ]);
  expect(CLIENT_FACTS).toContain("client.contacts");
  expect(CLIENT_FACTS.some((kind: string) => kind.startsWith("clientKind"))).toBe(false);
  expect([CONTACT_FACTS, USER_FACTS, WORKSPACE_FACTS].every((kinds) => kinds.length > 0)).toBe(true);
});

test("no fact is listed twice", () => {
  expect(new Set(FACT_KINDS).size).toBe(FACT_KINDS.length);
});

test("only the fields that differ are told, each from and to; absent and empty are the same", () => {
  const before: Record<string, unknown> = { name: "Rome", amountMinor: 1n, tags: ["a"], departsOn: null };
  expect(fieldsChanged(before, { name: "Rome", amountMinor: 2n, tags: ["a"], departsOn: undefined })).toEqual({
    amountMinor: { from: 1n, to: 2n },
  });
  expect(fieldsChanged(before, { tags: ["a", "b"], departsOn: "2027-06-12" })).toEqual({
    tags: { from: ["a"], to: ["a", "b"] },
    departsOn: { from: null, to: "2027-06-12" },
  });
});
