import { expect, test } from "vitest";
import type { Costing, CostingLine } from "#domain/quote/costing.ts";
import { costingProblems, takenProblems } from "#domain/quote/costing-problems.ts";
import { aCosting, aLine } from "#tests/support/costing.ts";

const codes = (facts: Partial<Costing>): string[] => costingProblems(aCosting(facts)).map(({ pointer, code }) => `${pointer} ${code}`);
const ofLine = (facts: Partial<CostingLine>, others: readonly CostingLine[] = []): string[] =>
  codes({ lines: [aLine({ id: "x", ...facts }), ...others] });
const coach = aLine({ id: "coach", quantityType: "perCapacity", capacity: 50 });
const room = aLine({ id: "room", quantityType: "roomShared", capacity: 2 });

test("refuses a capacity, an occupancy or a base below one, by name", () => {
  expect(ofLine({ quantityType: "perCapacity", capacity: 0 })).toEqual(["/lines/0/capacity value.tooSmall"]);
  expect(ofLine({ quantityType: "roomWhole", capacity: null })).toEqual(["/lines/0/capacity value.tooSmall"]);
  expect(ofLine({ quantityType: "roomShared", capacity: 1.5 })).toEqual(["/lines/0/capacity value.tooSmall"]);
  expect(codes({ bases: [0] })).toEqual(["/bases/0 value.tooSmall"]);
  expect(costingProblems(aCosting({ lines: [aLine({ id: "x", name: "Coach", quantityType: "perCapacity" })] }))[0]?.about).toBe("Coach");
});

test("refuses no base, one twice, more children than a base", () => {
  expect(codes({ bases: [] })).toEqual(["/bases bases.none"]);
  expect(codes({ bases: [20, 30, 20] })).toEqual(["/bases/2 bases.twice"]);
  expect(codes({ bases: [20], children: 21 })).toEqual(["/children children.tooMany"]);
  expect(codes({ leaders: -1 })).toEqual(["/leaders value.tooSmall"]);
});

test("refuses free-place rules without a sense: n below one, one in one, thresholds that do not rise", () => {
  expect(codes({ freePlaces: { rule: "afterPaying", n: 0 } })).toEqual(["/freePlaces/n value.tooSmall"]);
  expect(codes({ freePlaces: { rule: "oneIn", n: 1 } })).toEqual(["/freePlaces/n value.tooSmall"]);
  expect(codes({ freePlaces: { rule: "onPayers", n: 1 } })).toEqual([]);
  expect(codes({ freePlaces: { rule: "thresholds", thresholds: [15, 15, 10] } })).toEqual([
    "/freePlaces/thresholds/1 thresholds.order",
    "/freePlaces/thresholds/2 thresholds.order",
  ]);
  expect(ofLine({ supplierFree: { rule: "oneIn", n: 1, counts: null } })).toEqual(["/lines/0/supplierFree/n value.tooSmall"]);
  expect(ofLine({ quantityType: "perGroup", supplierFree: { rule: "after", n: 20, counts: null } })).toEqual([
    "/lines/0/supplierFree supplierFree.unsuitable",
  ]);
});

test("refuses repetitions that are negative or not whole", () => {
  expect(ofLine({ repetitions: -1 })).toEqual(["/lines/0/repetitions value.notWhole"]);
  expect(ofLine({ repetitions: 1.5 })).toEqual(["/lines/0/repetitions value.notWhole"]);
  expect(ofLine({ repetitions: Number.NaN })).toEqual(["/lines/0/repetitions value.notWhole"]);
});

test("refuses a negative cost, but of a supplement; money finer than its minor unit; a negative percentage", () => {
  expect(ofLine({ unitCost: "-1.00" })).toEqual(["/lines/0/unitCost cost.negative"]);
  expect(ofLine({ unitCost: "-1.00", part: "option" })).toEqual(["/lines/0/unitCost cost.negative"]);
  expect(ofLine({ unitCost: "-1.00", part: "supplement" })).toEqual([]);
  expect(ofLine({ unitCost: "1.005" })).toEqual(["/lines/0/unitCost amount.tooFine"]);
  expect(ofLine({ unitCost: "many" })).toEqual(["/lines/0/unitCost amount.invalid"]);
  expect(ofLine({ quantityType: "percentage", percent: "-1" })).toEqual(["/lines/0/percent cost.negative"]);
  expect(ofLine({ quantityType: "percentage", percent: null })).toEqual(["/lines/0/percent value.required"]);
});

test("refuses a margin of 100 %, a mark-up of −100 %, and no rate at all", () => {
  expect(codes({ ratePercent: "100" })).toEqual(["/ratePercent pricing.marginTooHigh"]);
  expect(codes({ ratePercent: "99.99" })).toEqual([]);
  expect(codes({ mode: "markup", ratePercent: "-100" })).toEqual(["/ratePercent pricing.markupTooLow"]);
  expect(ofLine({ ratePercent: "100" })).toEqual(["/lines/0/ratePercent pricing.marginTooHigh"]);
  expect(codes({ ratePercent: null, lines: [aLine({ id: "x" })] })).toEqual(["/lines/0/ratePercent pricing.noRate"]);
  expect(codes({ ratePercent: null, freePlaces: { rule: "onPayers", n: 20 } })).toEqual(["/ratePercent pricing.noRate"]);
  expect(codes({ ratePercent: null, workspaceRate: { mode: "markup", percent: "25" }, lines: [aLine({ id: "x" })] })).toEqual([]);
});

test("refuses a currency without a rate", () => {
  expect(ofLine({ currency: "USD" })).toEqual(["/lines/0/currency rate.missing"]);
  expect(codes({ currency: "USD" })).toEqual(["/currency rate.missing"]);
  expect(codes({ exchangeRates: [{ currency: "USD", rate: "0" }] })).toEqual(["/exchangeRates/0/rate rate.invalid"]);
  expect(codes({ bufferPercent: "101" })).toEqual(["/bufferPercent value.percent"]);
});

test("refuses references to nothing, the wrong kind, itself, in a circle", () => {
  const toll = (ofLineId: string | null): Partial<CostingLine> => ({ quantityType: "perVehicleInUse", ofLineId });
  expect(ofLine(toll("coach"), [coach])).toEqual([]);
  expect(ofLine(toll(null), [coach])).toEqual(["/lines/0/ofLineId value.required"]);
  expect(ofLine(toll("nothing"))).toEqual(["/lines/0/ofLineId reference.unknown"]);
  expect(ofLine(toll("room"), [room])).toEqual(["/lines/0/ofLineId reference.wrongKind"]);
  expect(ofLine(toll("coach"), [{ ...coach, part: "option" }])).toEqual(["/lines/0/ofLineId reference.wrongKind"]);
  expect(ofLine({ quantityType: "roomShared", capacity: 1, part: "supplement", ofLineId: "coach" }, [coach])).toEqual([
    "/lines/0/ofLineId reference.wrongKind",
  ]);
  expect(ofLine({ dayId: "nowhere" })).toEqual(["/lines/0/dayId reference.unknown"]);
  const fee = (id: string, ofLineIds: string[] | null) => aLine({ id, quantityType: "percentage", percent: "5", ofLineIds });
  expect(codes({ lines: [fee("a", ["a"])] })).toEqual(["/lines/0/ofLineIds/0 reference.itself"]);
  expect(codes({ lines: [fee("a", ["b"]), fee("b", ["c"]), fee("c", ["a"])] })).toEqual([
    "/lines/0/ofLineIds reference.circle",
    "/lines/1/ofLineIds reference.circle",
    "/lines/2/ofLineIds reference.circle",
  ]);
  expect(codes({ lines: [fee("a", null), fee("b", null), coach] })).toEqual([
    "/lines/0/ofLineIds reference.circle",
    "/lines/1/ofLineIds reference.circle",
  ]);
  expect(codes({ lines: [fee("a", null), fee("b", ["coach"]), coach] })).toEqual([]);
});

test("refuses a line consumed by the drivers it brings", () => {
  expect(ofLine({ quantityType: "perCapacity", capacity: 50, consumers: ["drivers"] })).toEqual([
    "/lines/0/consumers consumers.ownDrivers",
  ]);
  expect(ofLine({ quantityType: "perCapacity", capacityKind: "boat", capacity: 50, consumers: ["payers", "drivers"] })).toEqual([]);
});

test("refuses a discount or a VAT outside 0 to 100 %, and a plan that is not 100 %", () => {
  expect(codes({ discounts: [{ name: "d", kind: "percent", value: "100.01" }] })).toEqual(["/discounts/0/value value.percent"]);
  expect(codes({ discounts: [{ name: "d", kind: "amount", value: "1.005" }] })).toEqual(["/discounts/0/value amount.tooFine"]);
  expect(codes({ vat: { regime: "margin", percent: "-1" } })).toEqual(["/vat/percent value.percent"]);
  const part = (percent: string) => ({ name: "x", daysBeforeDeparture: null, percent });
  expect(codes({ paymentPlan: [part("30"), part("69.99")] })).toEqual(["/paymentPlan plan.notWhole"]);
  expect(codes({ paymentPlan: [part("30"), part("70")] })).toEqual([]);
  expect(codes({ paymentPlan: [part("101")] })).toEqual(["/paymentPlan/0/percent value.percent"]);
});

test("refuses two lines of one id, more takers than payers, a group below the smallest base", () => {
  expect(codes({ lines: [coach, coach] })).toEqual(["/lines/1/id link.twice"]);
  const costing = aCosting({ lines: [coach, aLine({ id: "boat", part: "option" })] });
  const taken = (payers: number, lineId: string, takers: number) =>
    takenProblems(costing, payers, [{ lineId, takers }]).map(({ pointer, code }) => `${pointer} ${code}`);
  expect(taken(20, "boat", 20)).toEqual([]);
  expect(taken(20, "boat", 21)).toEqual(["/taken/0/takers takers.tooMany"]);
  expect(taken(20, "coach", 1)).toEqual(["/taken/0/lineId reference.wrongKind"]);
  expect(taken(20, "none", 1)).toEqual(["/taken/0/lineId reference.unknown"]);
  expect(taken(19, "boat", 1)).toEqual(["/payers payers.belowMinimum"]);
});
