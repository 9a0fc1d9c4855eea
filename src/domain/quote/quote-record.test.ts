import { expect, test } from "vitest";
import type { Priced } from "#domain/product/price-period.ts";
import { compareSheets, priceEffects } from "#domain/quote/compare-sheets.ts";
import { prepare } from "#domain/quote/prepared-costing.ts";
import { purchasesFor } from "#domain/quote/purchases.ts";
import { figuresOf, firstPayers, totalFor } from "#domain/quote/quote-figures.ts";
import { inCurrencyOf, markOfMargin, type QuoteMark } from "#domain/quote/quote-mark.ts";
import { newDay, newLine, newSheet, type QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { mayAccept, mayDecline, maySend, statusOn, statusWithoutYes } from "#domain/quote/quote-status.ts";
import { isOfWords, showsCosts, withoutCosts } from "#domain/quote/seen-sheet.ts";
import { asTemplate, renewedSheet, sheetFromNothing, sheetFromTrip, type SoldProduct } from "#domain/quote/sheet-from.ts";
import { aCosting, aLine } from "#tests/support/costing.ts";

const AGENCY = { currency: "EUR", rate: null };
const TODAY = "2026-11-20";
const ids = () => {
  let n = 0;
  return () => `id${(n += 1)}`;
};
const START = { currency: "EUR", mode: "markup", exchangeRates: [], today: TODAY } as const;
const aSheet = (facts: Partial<QuoteSheet> = {}) => newSheet({ currency: "EUR", mode: "markup", ratePercent: "20", ...facts });
const line = (id: string, facts = {}) => newLine({ id, name: id, currency: "EUR", unitCost: "100.00", ...facts });

test("a sent version is expired from the day after its validity on; a draft never is", () => {
  expect(statusOn("sent", "2026-11-20", TODAY)).toBe("sent");
  expect(statusOn("sent", "2026-11-19", TODAY)).toBe("expired");
  expect(statusOn("sent", null, TODAY)).toBe("sent");
  expect(statusOn("draft", "2026-11-19", TODAY)).toBe("draft");
});

test("a draft is sent, what was sent is declined, all but the accepted may be accepted; a yes taken back leaves it as it stood", () => {
  const stands = (status: "draft" | "sent" | "accepted" | "declined" | "superseded") => ({ status, isFrozen: status !== "draft" });
  const all = ["draft", "sent", "accepted", "declined", "superseded"] as const;
  expect(all.filter((status) => maySend(stands(status)))).toEqual(["draft"]);
  expect(all.filter((status) => mayDecline(stands(status)))).toEqual(["sent"]);
  expect(all.filter((status) => mayAccept(stands(status)))).toEqual(["draft", "sent", "declined", "superseded"]);
  expect([statusWithoutYes(true), statusWithoutYes(false)]).toEqual(["sent", "draft"]);
});

const sold = (facts: Partial<SoldProduct>): SoldProduct => ({
  name: "Product",
  productId: null,
  supplierId: null,
  unit: "service",
  quantity: "1",
  unitCost: "100.00",
  isSupplement: false,
  category: null,
  capacity: null,
  ...facts,
});

test("a sheet from a trip: as many days as it lasts, its payers are the base, and its products cost what they cost there", () => {
  const trip = {
    adults: 30,
    children: 2,
    infants: null,
    freePlaces: 2,
    departsOn: "2027-06-12",
    returnsOn: "2027-06-16",
    destinations: [{ country: "IT", place: "Naples" }],
  };
  const products = [
    sold({ unit: "person", quantity: "60", unitCost: "10.00" }),
    sold({ unit: "room", quantity: "15", unitCost: "90.00", capacity: 2 }),
    sold({ unit: "day", quantity: "2.5", unitCost: "100.00" }),
    sold({ unit: "person", quantity: "4", unitCost: "35.00", isSupplement: true }),
    sold({ quantity: "3", unitCost: null }),
  ];
  const sheet = sheetFromTrip({ ...START, makeId: ids() }, trip, products);
  expect(sheet).toMatchObject({ bases: [30], payers: 30, children: 2, departsOn: "2027-06-12", validUntil: "2026-12-20" });
  expect(sheet.days).toHaveLength(5);
  expect(sheet.lines.map(({ quantityType, repetitions, unitCost, part }) => [quantityType, repetitions, unitCost, part])).toEqual([
    ["perPerson", 2, "10.00", "base"],
    ["roomWhole", 1, "90.00", "base"],
    ["perGroup", 1, "250", "base"],
    ["perPerson", 1, "35.00", "supplement"],
    ["perGroup", 3, "0", "base"],
  ]);
  const { total } = figuresOf({ ...sheet, ratePercent: "0" }, AGENCY);
  expect(total?.costMinor).toBe(60_000n + 135_000n + 25_000n);
});

test("nothing is known of a trip without dates and people: no day, and the usual bases", () => {
  const unknown = { adults: null, children: null, infants: null, freePlaces: null, departsOn: null, returnsOn: null, destinations: [] };
  const sheet = sheetFromTrip({ ...START, makeId: ids() }, unknown, []);
  expect(sheet).toEqual(sheetFromNothing({ ...START, makeId: ids() }));
});

test("renewed for another departure, the catalogue's price is that of the new day, what was typed stays", () => {
  const period = { weekdays: null, price: null, currency: null, quantityType: null, allotment: null };
  const hotel: Priced = {
    cost: "90.00",
    price: null,
    currency: "EUR",
    quantityType: "roomShared",
    periods: [
      { ...period, from: "2027-06-01", until: "2027-06-30", cost: "100.00" },
      { ...period, from: "2027-09-01", until: "2027-09-30", cost: "80.00" },
    ],
  };
  const days = [newDay({ id: "d1" }), newDay({ id: "d2" })];
  const lines = [
    line("catalogue", { dayId: "d2", productId: "hotel", unitCost: "100", priceUntil: "2027-06-30" }),
    line("typed", { dayId: "d2", productId: "hotel", unitCost: "95.00" }),
    line("free", { unitCost: "1.00" }),
  ];
  const before = aSheet({ departsOn: "2027-06-12", days, lines });
  const catalogue = new Map([["hotel", hotel]]);
  const after = renewedSheet(before, { today: TODAY, exchangeRates: [], departsOn: "2027-09-05", catalogue });
  expect(after.lines.map(({ unitCost, withoutPeriod }) => [unitCost, withoutPeriod])).toEqual([
    ["80.00", false],
    ["95.00", false],
    ["1.00", false],
  ]);
  const winter = renewedSheet(before, { today: TODAY, exchangeRates: [], departsOn: "2027-12-05", catalogue });
  expect(winter.lines.map(({ unitCost, withoutPeriod }) => [unitCost, withoutPeriod])).toEqual([
    ["90.00", true],
    ["95.00", true],
    ["1.00", false],
  ]);
});

test("a template keeps nothing of one client", () => {
  const taken = [{ lineId: "boat", takers: 3 }];
  expect(asTemplate(aSheet({ notes: "For Anna", payers: 33, taken, validUntil: TODAY, bookedOn: TODAY }))).toMatchObject({
    notes: null,
    payers: null,
    taken: [],
    validUntil: null,
    bookedOn: null,
  });
});

test("the number of payers: typed in the sheet, else the opportunity's where a base serves it, else the smallest base", () => {
  expect(firstPayers({ payers: 33, bases: [20, 40] }, 25)).toBe(33);
  expect(firstPayers({ payers: null, bases: [40, 20] }, 25)).toBe(25);
  expect(firstPayers({ payers: null, bases: [40, 20] }, 12)).toBe(20);
  expect(firstPayers({ payers: null, bases: [] }, 12)).toBeNull();
});

test("below the smallest base there are prices and no total", () => {
  const sheet = aSheet({ bases: [20], payers: 12, lines: [line("coach")] });
  expect(figuresOf(sheet, AGENCY)).toMatchObject({ pricesMinor: [12_000n], total: undefined, problems: [{ code: "payers.belowMinimum" }] });
  expect(totalFor(sheet, AGENCY, { payers: 20, taken: [] }).total?.revenueMinor).toBe(240_000n);
});

test("two sheets compared: lines and days that came, went and changed, and the price of every base of either", () => {
  const before = aSheet({ bases: [20, 30], days: [newDay({ id: "d1", title: "Rome" })], lines: [line("a"), line("b")] });
  const after = aSheet({ bases: [20, 40], leaders: 1, lines: [line("a", { unitCost: "90.00" }), line("c")] });
  const { fields, days, lines } = compareSheets(before, after);
  expect(fields.map(({ field, from, to }) => [field, from, to])).toEqual([
    ["bases", [20, 30], [20, 40]],
    ["leaders", 0, 1],
  ]);
  expect(days).toMatchObject([{ id: "d1", change: "removed" }]);
  expect(lines).toMatchObject([
    { id: "a", change: "changed", fields: [{ field: "unitCost", from: "100.00", to: "90.00" }] },
    { id: "c", change: "added" },
    { id: "b", change: "removed" },
  ]);
  const priced = (sheet: QuoteSheet) => ({ bases: sheet.bases, pricesMinor: figuresOf(sheet, AGENCY).pricesMinor });
  expect(priceEffects(priced(before), priced(after))).toEqual([
    { payers: 20, beforeMinor: 24_000n, afterMinor: 22_800n },
    { payers: 30, beforeMinor: 24_000n, afterMinor: null },
    { payers: 40, beforeMinor: null, afterMinor: 22_800n },
  ]);
  expect(compareSheets(before, before)).toEqual({ fields: [], days: [], lines: [] });
});

test("what is bought: rooms and vehicles to book, the supplier's gift, options as often as they are taken", () => {
  const costing = aCosting({
    bases: [20],
    ratePercent: "10",
    exchangeRates: [{ currency: "USD", rate: "0.5" }],
    bufferPercent: "10",
    lines: [
      aLine({
        id: "rooms",
        quantityType: "roomWhole",
        capacity: 2,
        unitCost: "90.00",
        repetitions: 3,
        supplierFree: { rule: "oneIn", n: 20, counts: null },
      }),
      aLine({ id: "coach", quantityType: "perCapacity", capacity: 19, unitCost: "500.00" }),
      aLine({ id: "dollars", unitCost: "10.00", currency: "USD" }),
      aLine({ id: "boat", part: "option", quantityType: "perGroup", unitCost: "300.00" }),
      aLine({ id: "nobody", part: "option", unitCost: "1.00" }),
    ],
  });
  const bought = purchasesFor(prepare(costing), 21, [{ lineId: "boat", takers: 4 }]);
  expect(bought.map(({ lineId, units, heads, free, ownMinor, costMinor }) => [lineId, units, heads, free, ownMinor, costMinor])).toEqual([
    ["rooms", 11, 21, 1, 283_500n, 283_500n],
    ["coach", 2, 21, 0, 100_000n, 100_000n],
    ["dollars", 21, 21, 0, 21_000n, 11_550n],
    ["boat", 1, 4, 0, 30_000n, 30_000n],
  ]);
});

const mark = (facts: Partial<QuoteMark>): QuoteMark => ({
  quoteId: "q",
  versionId: "v",
  number: 1,
  payers: 20,
  taken: [],
  totalMinor: "0",
  marginMinor: "0",
  currency: "EUR",
  rate: "1",
  rateOn: null,
  rateSource: null,
  ...facts,
});

test("the margin is the accepted one's, else the chosen one's; figures cross currencies at both frozen rates, rounded once", () => {
  const [chosen, accepted] = [mark({ number: 1 }), mark({ number: 2 })];
  expect(markOfMargin(chosen, accepted)).toBe(accepted);
  expect(markOfMargin(chosen, null)).toBe(chosen);
  expect(inCurrencyOf(200_000n, mark({ currency: "USD", rate: "0.9213" }), { currency: "EUR", rate: "1" })).toBe(184_260n);
  expect(inCurrencyOf(184_260n, mark({}), { currency: "USD", rate: "0.9213" })).toBe(200_000n);
  expect(inCurrencyOf(100n, mark({ currency: "EUR", rate: "1" }), { currency: "JPY", rate: "0.006" })).toBe(167n);
});

test("without costs no figure that tells them is left, and only words may be edited", () => {
  const supplierFree = { rule: "after", n: 20, counts: null } as const;
  const days = [newDay({ id: "d", ratePercent: "31" })];
  const seen = withoutCosts(
    aSheet({ bufferPercent: "37", ratePercent: "33", days, lines: [line("a", { unitCost: "4321.00", ratePercent: "39", supplierFree })] }),
  );
  expect(showsCosts(seen)).toBe(false);
  expect(JSON.stringify(seen)).not.toMatch(/4321|"3[1379]"|after/);
  expect(isOfWords({ kind: "setLine", lineId: "a", field: "publicName", was: null, to: "Coach" })).toBe(true);
  expect(isOfWords({ kind: "setLine", lineId: "a", field: "unitCost", was: "1", to: "2" })).toBe(false);
  expect(isOfWords({ kind: "setSheet", field: "discounts", was: [], to: [] })).toBe(false);
  expect(isOfWords({ kind: "removeLine", lineId: "a" })).toBe(false);
});
