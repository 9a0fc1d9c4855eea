import { expect, test } from "vitest";
import type { Costing, CostingLine } from "#domain/quote/costing.ts";
import { discounted } from "#domain/quote/discounts.ts";
import { extraPrice, extrasOf } from "#domain/quote/extras.ts";
import { freeAmongHeads, freePlacesFor } from "#domain/quote/group.ts";
import { groupPrice, printedCost } from "#domain/quote/group-price.ts";
import { baseFor, groupTotal } from "#domain/quote/group-total.ts";
import { costsFor, countFor } from "#domain/quote/line-cost.ts";
import { vatOf } from "#domain/quote/margin-vat.ts";
import { paymentPlan } from "#domain/quote/payment-plan.ts";
import { prepare } from "#domain/quote/prepared-costing.ts";
import { roundPrice } from "#domain/quote/price-rounding.ts";
import { percentText, priceFactor, quoteRate, rateIn, withMode } from "#domain/quote/pricing-rate.ts";
import { compare, fraction, parseDecimal, ZERO } from "#domain/shared/fraction.ts";
import { formatAmount, parseAmount } from "#domain/shared/money.ts";
import { aCosting, aLine } from "#tests/support/costing.ts";

const minor = (text: string): bigint => parseAmount(text, "EUR") ?? -1n;
const costOf = (line: CostingLine, facts: Partial<Costing> = {}, payers = 20): string => {
  const prepared = prepare(aCosting({ lines: [line], ...facts }));
  return formatAmount(printedCost(prepared, costsFor(prepared, payers).total), facts.currency ?? "EUR");
};
const priceOf = (facts: Partial<Costing>, base = 20): string =>
  formatAmount(groupPrice(prepare(aCosting({ bases: [base], ...facts })), base).minor, "EUR");

test("a group line of 300.00 for 12 payers is 25.00 each; a double of 100.00 is 50.00 each", () => {
  expect(priceOf({ lines: [aLine({ id: "g", quantityType: "perGroup", unitCost: "300.00" })] }, 12)).toBe("25.00");
  expect(priceOf({ lines: [aLine({ id: "r", quantityType: "roomShared", capacity: 2, unitCost: "100.00" })] }, 12)).toBe("50.00");
});

test("20 persons at 50.00 with one free from the supplier: 47.50 each", () => {
  const line = aLine({ id: "p", unitCost: "50.00", supplierFree: { rule: "oneIn", n: 20, counts: null } });
  expect(priceOf({ lines: [line] })).toBe("47.50");
});

test("21 in doubles at 100.00: shared 1,050.00, whole 1,100.00; one free after 20 takes off a place", () => {
  const room = (quantityType: "roomShared" | "roomWhole", isFree: boolean) =>
    aLine({ id: "r", quantityType, capacity: 2, unitCost: "100.00", supplierFree: isFree ? { rule: "after", n: 20, counts: null } : null });
  expect(costOf(room("roomShared", false), {}, 21)).toBe("1050.00");
  expect(costOf(room("roomWhole", false), {}, 21)).toBe("1100.00");
  expect(costOf(room("roomShared", true), {}, 21)).toBe("1000.00");
  expect(costOf(room("roomWhole", true), {}, 21)).toBe("1050.00");
});

test("free places from payers: after 20 and one in 20 of 19, 20, 38, 40", () => {
  const both = (payers: number) => [freePlacesFor({ rule: "afterPaying", n: 20 }, payers), freePlacesFor({ rule: "oneIn", n: 20 }, payers)];
  expect([19, 20, 38, 40].map(both)).toEqual([[0, 1], [1, 1], [1, 2], [2, 2]]); // prettier-ignore
  expect(freePlacesFor({ rule: "onPayers", n: 20 }, 59)).toBe(2);
  expect([14, 15, 44, 45].map((payers) => freePlacesFor({ rule: "thresholds", thresholds: [15, 30, 45] }, payers))).toEqual([0, 1, 2, 3]);
});

test("free places where heads are known: of 20 none and one, of 41 one and two, of 42 two and two", () => {
  const both = (heads: number) => [freeAmongHeads("after", 20, heads), freeAmongHeads("oneIn", 20, heads)];
  expect([20, 41, 42].map(both)).toEqual([[0, 1], [1, 2], [2, 2]]); // prettier-ignore
});

test("F is the greatest number that agrees with its rule on H = P + F", () => {
  for (let payers = 1; payers <= 200; payers += 1)
    for (const n of [2, 7, 20]) {
      const agrees = (rule: "after" | "oneIn", free: number) => freeAmongHeads(rule, n, payers + free) >= free;
      const after = freePlacesFor({ rule: "afterPaying", n }, payers);
      expect([agrees("after", after), agrees("after", after + 1)]).toEqual([true, false]);
      const oneIn = freePlacesFor({ rule: "oneIn", n }, payers);
      expect([agrees("oneIn", oneIn), agrees("oneIn", oneIn + 1)]).toEqual([true, false]);
    }
});

test("20 payers with 4 children and 1 free place: 17 adults and 4 children", () => {
  const lines = [aLine({ id: "adult", quantityType: "perAdult" }), aLine({ id: "child", quantityType: "perChild" })];
  const prepared = prepare(aCosting({ children: 4, freePlaces: { rule: "onPayers", n: 20 }, lines }));
  const { group } = costsFor(prepared, 20);
  expect(lines.map((line) => countFor(prepared, line, group).heads)).toEqual([17, 4]);
});

test("a vehicle brings a driver, a guide and a boat none unless typed; drivers may eat", () => {
  const meal = aLine({ id: "meal", unitCost: "10.00", consumers: ["drivers"] });
  const capacity = (facts: Partial<CostingLine>) => aLine({ id: "c", quantityType: "perCapacity", capacity: 10, ...facts });
  const meals = (line: CostingLine): string => costOf(meal, { lines: [line, meal] });
  expect(meals(capacity({}))).toBe("20.00");
  expect(meals(capacity({ driversEach: 2 }))).toBe("40.00");
  expect(meals(capacity({ capacityKind: "guide" }))).toBe("0.00");
  expect(meals(capacity({ capacityKind: "boat", driversEach: 1 }))).toBe("20.00");
  expect(meals(capacity({ part: "option" }))).toBe("0.00");
});

test("no heads, no vehicles, and nothing per vehicle in use", () => {
  const coach = aLine({ id: "coach", quantityType: "perCapacity", capacity: 50, unitCost: "100.00", consumers: ["leaders"] });
  const toll = aLine({ id: "toll", quantityType: "perVehicleInUse", unitCost: "7.00", ofLineId: "coach" });
  expect(costOf(toll, { lines: [coach, toll] })).toBe("0.00");
});

test("a percentage takes its rate of the exact cost of what it names, else of all others", () => {
  const one = aLine({ id: "one", quantityType: "perGroup", unitCost: "1000.00" });
  const two = aLine({ id: "two", quantityType: "perGroup", unitCost: "500.00" });
  const fee = aLine({ id: "fee", quantityType: "percentage", percent: "2.5" });
  const tax = aLine({ id: "tax", quantityType: "percentage", percent: "10", ofLineIds: ["fee"] });
  expect(costOf(fee, { lines: [one, two, fee] })).toBe("1537.50");
  expect(costOf(fee, { lines: [one, two, { ...fee, ofLineIds: ["two"] }] })).toBe("1512.50");
  expect(costOf(fee, { lines: [tax, one, { ...fee, ofLineIds: ["one"] }] })).toBe("1027.50");
});

test("10 payers, 800.00 at 20 % and 900.00 at 10 % margin: 200.00", () => {
  const group = (id: string, unitCost: string, ratePercent: string) => aLine({ id, quantityType: "perGroup", unitCost, ratePercent });
  expect(priceOf({ lines: [group("a", "800.00", "20"), group("b", "900.00", "10")] }, 10)).toBe("200.00");
});

test("25 % mark-up is 20 % margin, exactly; a line's rate goes before its day's, the quote's, the workspace's", () => {
  expect(rateIn("margin", "markup", fraction(1n, 4n))).toEqual(fraction(1n, 5n));
  expect(rateIn("markup", "margin", fraction(1n, 5n))).toEqual(fraction(1n, 4n));
  expect(compare(priceFactor("markup", fraction(1n, 4n)), priceFactor("margin", fraction(1n, 5n)))).toBe(0);
  const of = (facts: Partial<CostingLine>, quote: Partial<Costing>) =>
    priceOf({ lines: [aLine({ id: "x", quantityType: "perGroup", unitCost: "100.00", ...facts })], mode: "markup", ...quote }, 1);
  const workspaceRate = { mode: "margin", percent: "20" } as const;
  const days = [{ id: "d1", ratePercent: "40" }];
  expect(of({}, { ratePercent: null, workspaceRate })).toBe("125.00");
  expect(of({}, { ratePercent: "30", workspaceRate })).toBe("130.00");
  expect(of({ dayId: "d1" }, { ratePercent: "30", workspaceRate, days })).toBe("140.00");
  expect(of({ dayId: "d1", ratePercent: "50" }, { ratePercent: "30", workspaceRate, days })).toBe("150.00");
});

test("changing the mode converts typed rates to two decimals and leaves the workspace's as its equal", () => {
  const costing = aCosting({ mode: "markup", ratePercent: "22", lines: [aLine({ id: "a", ratePercent: "25" }), aLine({ id: "b" })] });
  const changed = withMode(costing, "margin");
  expect([changed.ratePercent, ...changed.lines.map(({ ratePercent }) => ratePercent)]).toEqual(["18.03", "20", null]);
  const workspaceRate = { mode: "markup", percent: "25" } as const;
  expect(quoteRate(withMode(aCosting({ mode: "markup", ratePercent: null, workspaceRate }), "margin"))).toEqual({
    rate: fraction(1n, 5n),
    origin: "workspace",
  });
  expect(percentText(fraction(9n, 41n))).toBe("21.95");
});

test("rounding: to the minor unit, nearest, up is dearer, no step is finer than the minor unit", () => {
  const price = (text: string, rounding: Costing["rounding"], currency = "EUR") =>
    formatAmount(roundPrice(parseDecimal(text) ?? ZERO, rounding, currency), currency);
  expect(price("120360.4", { to: "none" })).toBe("1203.60");
  expect(price("120340", { to: "nearest", step: "1" })).toBe("1203.00");
  expect(price("120250", { to: "nearest", step: "5" })).toBe("1205.00");
  expect(price("120360", { to: "up", step: "1" })).toBe("1204.00");
  expect(price("120400", { to: "up", step: "1" })).toBe("1204.00");
  expect(price("-3659", { to: "up", step: "1" })).toBe("-36.00");
  expect(price("1203.4", { to: "nearest", step: "0.01" }, "JPY")).toBe("1203");
  expect(price("1203.4", { to: "up", step: "0.01" }, "KWD")).toBe("1.210");
});

test("a foreign line costs unit × its rate ÷ the quote's, and the buffer; nothing is rounded before C", () => {
  const rates = [{ currency: "USD", rate: "0.9213" }];
  const dollars = aLine({ id: "d", quantityType: "perGroup", unitCost: "3480.00", currency: "USD" });
  expect(costOf(dollars, { exchangeRates: rates })).toBe("3206.12");
  expect(costOf(dollars, { exchangeRates: rates, bufferPercent: "3" })).toBe("3302.31");
  const euros = aLine({ id: "e", quantityType: "perGroup", unitCost: "921.30" });
  expect(costOf(euros, { currency: "USD", exchangeRates: rates })).toBe("1000.00");
  expect(costOf({ ...dollars, unitCost: "3480.00" }, { currency: "USD", exchangeRates: rates, bufferPercent: "3" })).toBe("3480.00");
});

test("every printed difference is that of printed figures: C 0.105 prints 0.11, R 0.42 leaves 0.31", () => {
  const rates = [{ currency: "USD", rate: "0.5" }];
  const line = aLine({ id: "d", quantityType: "perGroup", unitCost: "0.21", currency: "USD", ratePercent: "75" });
  const total = groupTotal(prepare(aCosting({ bases: [1], exchangeRates: rates, lines: [line] })), 1);
  expect([total?.costMinor, total?.revenueMinor, total?.marginMinor]).toEqual([11n, 42n, 31n]);
});

test("discounts apply in their order, each rounded once, and what remains is never clamped", () => {
  const ten = { name: "ten", kind: "percent", value: "10" } as const;
  const fifty = { name: "fifty", kind: "amount", value: "50.00" } as const;
  const of = { payers: 20, currency: "EUR" };
  expect(discounted(minor("1000.00"), [ten, fifty], of).leftMinor).toBe(minor("850.00"));
  expect(discounted(minor("1000.00"), [fifty, ten], of).leftMinor).toBe(minor("855.00"));
  expect(discounted(minor("333.33"), [ten, ten], of)).toEqual({ deductionsMinor: [3333n, 3000n], leftMinor: 27_000n });
  expect(discounted(minor("10.00"), [{ name: "each", kind: "perPayer", value: "1.00" }], of).leftMinor).toBe(minor("-10.00"));
});

test("a boat of 500.00 as an option, 20 payers, 10 % mark-up: 27.50; four takers add 110.00 to R and 500.00 to C", () => {
  const boat = aLine({ id: "boat", part: "option", quantityType: "perGroup", unitCost: "500.00" });
  const prepared = prepare(aCosting({ mode: "markup", ratePercent: "10", lines: [boat] }));
  const total = groupTotal(prepared, 20, [{ lineId: "boat", takers: 4 }]);
  expect([total?.extras[0]?.priceMinor, total?.revenueMinor, total?.costMinor]).toEqual([2750n, 11_000n, 50_000n]);
  expect(groupTotal(prepared, 20, [{ lineId: "boat", takers: 0 }])).toMatchObject({ revenueMinor: 0n, costMinor: 0n });
});

test("an option of a percentage costs its part: k of n", () => {
  const lines = [
    aLine({ id: "a", quantityType: "perGroup", unitCost: "1000.00" }),
    aLine({ id: "cover", part: "option", quantityType: "percentage", percent: "10" }),
  ];
  const total = groupTotal(prepare(aCosting({ mode: "markup", lines })), 20, [{ lineId: "cover", takers: 5 }]);
  expect([total?.extras[0]?.priceMinor, total?.costMinor]).toEqual([500n, 102_500n]);
});

test("a single supplement is the single less the half double, for its nights, at its own rate; a triple lowers", () => {
  const double = aLine({ id: "double", quantityType: "roomShared", capacity: 2, unitCost: "90.00", repetitions: 6 });
  const other = (unitCost: string, capacity: number) =>
    aLine({
      id: "other",
      part: "supplement",
      quantityType: "roomShared",
      capacity,
      unitCost,
      repetitions: 6,
      ofLineId: "double",
      ratePercent: "20",
    });
  const price = (line: CostingLine) => {
    const prepared = prepare(aCosting({ lines: [double, line] }));
    return extrasOf(prepared).map((extra) => formatAmount(extraPrice(prepared, extra, costsFor(prepared, 20)).minor, "EUR"));
  };
  expect(price(other("70.00", 1))).toEqual(["187.50"]);
  expect(price(other("120.00", 3))).toEqual(["-37.50"]);
});

test("a group between two bases pays the lower one's price, above the last the last one's, below the first none", () => {
  expect([19, 20, 24, 25, 60].map((payers) => baseFor([25, 20, 40], payers))).toEqual([undefined, 20, 20, 25, 40]);
  const line = aLine({ id: "g", quantityType: "perGroup", unitCost: "1000.00" });
  const prepared = prepare(aCosting({ bases: [20, 25], lines: [line] }));
  expect(groupTotal(prepared, 19)).toBeUndefined();
  expect(groupTotal(prepared, 24)).toMatchObject({ base: 20, priceMinor: 5000n, revenueMinor: 120_000n, costMinor: 100_000n });
});

test("VAT on the margin: inside it, EU part only, standard lines outside the scheme", () => {
  const vat = { regime: "margin", percent: "20" } as const;
  const euros = (text: string) => parseDecimal(text) ?? ZERO;
  const of = (revenue: string, costs: { eu?: string; nonEu?: string; standard?: string }) => {
    const all = [costs.eu, costs.nonEu, costs.standard].reduce((sum, one) => sum + minor(one ?? "0"), 0n);
    return vatOf(vat, {
      revenueMinor: minor(revenue),
      marginMinor: minor(revenue) - all,
      costs: { eu: euros(costs.eu ?? "0"), nonEu: euros(costs.nonEu ?? "0"), standard: euros(costs.standard ?? "0") },
    });
  };
  expect(of("2000.00", { eu: "1700.00" }).totalMinor).toBe(minor("50.00"));
  expect(of("5000.00", { eu: "2400.00", nonEu: "1600.00" }).totalMinor).toBe(minor("100.00"));
  expect(of("5000.00", { eu: "2400.00", standard: "1600.00" })).toMatchObject({
    onMarginMinor: minor("100.00"),
    standardMinor: minor("333.33"),
    totalMinor: minor("433.33"),
  });
  expect(of("100.00", { eu: "200.00" }).totalMinor).toBe(0n);
  expect(of("120.00", {}).totalMinor).toBe(minor("20.00"));
  expect(
    vatOf({ regime: "none", percent: "20" }, { revenueMinor: 1n, marginMinor: 1n, costs: { eu: ZERO, nonEu: ZERO, standard: ZERO } })
      .totalMinor,
  ).toBe(0n);
});

test("12,345.67 at 30/40/30: 3,703.70, 4,938.27, 3,703.70", () => {
  const plan = [
    { name: "Deposit", daysBeforeDeparture: null, percent: "30" },
    { name: "Second", daysBeforeDeparture: 90, percent: "40" },
    { name: "Balance", daysBeforeDeparture: 30, percent: "30" },
  ];
  const rows = paymentPlan(minor("12345.67"), { paymentPlan: plan, bookedOn: "2026-11-20", departsOn: "2027-06-12" });
  expect(rows.map(({ amountMinor }) => formatAmount(amountMinor, "EUR"))).toEqual(["3703.70", "4938.27", "3703.70"]);
  expect(rows.map(({ dueOn }) => dueOn)).toEqual(["2026-11-20", "2027-03-14", "2027-05-13"]);
  const undated = paymentPlan(minor("12345.67"), { paymentPlan: plan, bookedOn: "2026-11-20", departsOn: null });
  expect(undated.map(({ dueOn }) => dueOn)).toEqual(["2026-11-20", null, null]);
});

test("what is due by booking day is one first row with all its names: 13 May for 12 June takes 70 %", () => {
  const plan = [
    { name: "Balance", daysBeforeDeparture: 7, percent: "30" },
    { name: "Deposit", daysBeforeDeparture: null, percent: "30" },
    { name: "Second", daysBeforeDeparture: 30, percent: "40" },
  ];
  const rows = paymentPlan(minor("1000.00"), { paymentPlan: plan, bookedOn: "2027-05-13", departsOn: "2027-06-12" });
  expect(rows.map(({ names, amountMinor, dueOn }) => [names.join(", "), amountMinor, dueOn])).toEqual([
    ["Deposit, Second", 70_000n, "2027-05-13"],
    ["Balance", 30_000n, "2027-06-05"],
  ]);
});
