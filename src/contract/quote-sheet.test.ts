import { expect, test } from "vitest";
import type { z } from "zod";
import { quoteSheet, sheetEdit } from "#contract/quote-sheet.ts";
import { newDay, newLine, newSheet, type QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { showsCosts, withoutCosts, type SeenSheet } from "#domain/quote/seen-sheet.ts";

const sheet: QuoteSheet = newSheet({
  currency: "EUR",
  mode: "margin",
  days: [newDay({ id: "d1", title: "Rome ", publicText: { en: "A day.", fr: null, it: null } })],
  lines: [newLine({ id: "l1", dayId: "d1", currency: "USD", supplierFree: { rule: "after", n: 20, counts: null } })],
});

const problemsOf = (edit: unknown) => sheetEdit.safeParse(edit).error?.issues.map(({ path, message }) => [path.join("/"), message]);

test("a sheet is on the wire what it is in the domain, with and without costs", () => {
  expect(quoteSheet.parse(sheet)).toEqual(sheet);
  expect(quoteSheet.parse(withoutCosts(sheet))).toEqual(withoutCosts(sheet));
  const sent: z.input<typeof quoteSheet> = withoutCosts(sheet);
  const read: SeenSheet = quoteSheet.parse(sent);
  expect(showsCosts(read)).toBe(false);
  expect(showsCosts(quoteSheet.parse(sheet))).toBe(true);
});

test("what is set is what the field takes, else the edit is refused by its place", () => {
  const set = (field: string, to: unknown) => ({ kind: "setLine", lineId: "l1", field, was: null, to });
  expect(problemsOf(set("name", "Flight "))).toBeUndefined();
  expect(problemsOf(set("unitCost", "12,50"))).toEqual([["to", "amount.invalid"]]);
  expect(problemsOf(set("consumers", ["payers", "pets"]))?.[0]?.[0]).toBe("to/1");
  expect(problemsOf(set("destination", { country: "IT", place: null, planet: "Mars" }))?.[0]?.[0]).toBe("to");
  expect(problemsOf(set("id", "other"))?.[0]?.[0]).toBe("field");
  expect(problemsOf({ kind: "setSheet", field: "lines", was: [], to: [] })?.[0]?.[0]).toBe("field");
});
