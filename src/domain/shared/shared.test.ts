import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, daysBetween, isDay, weekdayOf } from "#domain/shared/day.ts";
import { parseDecimal, roundHalfAway, fraction } from "#domain/shared/fraction.ts";
import { formatAmount, parseAmount, share } from "#domain/shared/money.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { foldText, initialsOf, similarity } from "#domain/shared/text.ts";

const anyDay = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays("1901-01-01", days));

test("10.00 over 3 is 3.34 + 3.33 + 3.33", () => {
  expect(share({ minor: 1000n, currency: "EUR" }, 3).map((part) => part.minor)).toEqual([334n, 333n, 333n]);
});

test("shares add up to the whole", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 1, max: 200 }), (minor, parts) => {
      expect(share({ minor, currency: "EUR" }, parts).reduce((sum, part) => sum + part.minor, 0n)).toBe(minor);
    }),
  );
});

test("an amount has the decimals of its currency: 2 for EUR, none for JPY, 3 for KWD", () => {
  expect(parseAmount("40600.5", "EUR")).toBe(4_060_050n);
  expect(parseAmount("40600.50", "JPY")).toBeUndefined();
  expect(parseAmount("40600.00", "JPY")).toBe(40_600n);
  expect(formatAmount(1_234n, "KWD")).toBe("1.234");
  expect(formatAmount(-5n, "EUR")).toBe("-0.05");
  expect(parseAmount("1,5", "EUR")).toBeUndefined();
});

test("amounts survive the wire", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.constantFrom("EUR", "JPY", "KWD"), (minor, currency) => {
      expect(parseAmount(formatAmount(minor, currency), currency)).toBe(minor);
    }),
  );
});

test("a half is rounded away from zero", () => {
  expect([fraction(1n, 2n), fraction(-1n, 2n), fraction(3n, 2n), fraction(249n, 100n)].map(roundHalfAway)).toEqual([1n, -1n, 2n, 2n]);
  expect(parseDecimal("0.9213")).toEqual({ n: 9213n, d: 10_000n });
});

test("only real days are days", () => {
  expect(["2028-02-29", "2027-02-29", "2027-13-01", "2027-6-1", "1899-12-31"].map(isDay)).toEqual([true, false, false, false, false]);
});

test("counting days forth and back is exact over centuries", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days);
    }),
  );
});

test("a month later is clamped to the month's end", () => {
  expect([addMonths("2027-01-31", 1), addMonths("2028-01-31", 1), addMonths("2027-03-31", -1), addMonths("2027-11-30", 3)]).toEqual([
    "2027-02-28",
    "2028-02-29",
    "2027-02-28",
    "2028-02-29",
  ]);
  expect(weekdayOf("2027-06-12")).toBe(6);
});

test("the day of an instant is that of the zone, also in the nights the clock changes", () => {
  expect(dayInZone("2026-11-23T23:30:00Z", "Europe/Paris")).toBe("2026-11-24");
  expect(dayInZone("2027-03-28T00:30:00Z", "Europe/Paris")).toBe("2027-03-28");
  expect(dayInZone("2026-10-25T22:59:00Z", "Europe/Paris")).toBe("2026-10-25");
});

test("accents and case are folded; similar names are alike", () => {
  expect(foldText("  Pébéo   of América ")).toBe("pebeo of america");
  expect(similarity("Comité d'entreprise Lumière", "Comite entreprise Lumiere")).toBeGreaterThan(0.7);
  expect(similarity("Club alpin", "Diocèse de Lyon")).toBeLessThan(0.1);
  expect(initialsOf("Claire Lambert")).toBe("CL");
});
