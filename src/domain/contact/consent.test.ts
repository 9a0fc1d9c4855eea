import { expect, test } from "vitest";
import { consentAfter, consentAfterImport } from "#domain/contact/consent.ts";

const no = { subscribed: false, at: "2026-01-10T09:00:00Z", origin: "phone" };
const yes = { subscribed: true, at: "2026-02-10T09:00:00Z", origin: "form" };
const later = { at: "2026-11-20T09:00:00Z", origin: "fair" };

test("consent keeps its date and origin; the same answer again keeps the first ones", () => {
  expect(consentAfter(null, yes)).toEqual(yes);
  expect(consentAfter(yes, { ...later, subscribed: true })).toEqual(yes);
  expect(consentAfter(yes, null)).toEqual(yes);
});

test("a person may change the answer both ways", () => {
  expect(consentAfter(no, { ...later, subscribed: true })).toEqual({ ...later, subscribed: true });
  expect(consentAfter(yes, { ...later, subscribed: false })).toEqual({ ...later, subscribed: false });
});

test("an import never turns a no into a yes", () => {
  expect(consentAfterImport(no, { ...later, subscribed: true })).toEqual(no);
  expect(consentAfterImport(null, { ...later, subscribed: true })).toEqual({ ...later, subscribed: true });
  expect(consentAfterImport(yes, { ...later, subscribed: false })).toEqual({ ...later, subscribed: false });
  expect(consentAfterImport(no, null)).toEqual(no);
});
