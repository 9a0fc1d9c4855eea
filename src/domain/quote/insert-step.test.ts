import { expect, test } from "vitest";
import type { PricePeriod } from "#domain/product/price-period.ts";
import {
  catalogueLine,
  dayOfSteps,
  daysOfTemplate,
  type CatalogueProduct,
  type CatalogueStep,
  type Pricing,
} from "#domain/quote/catalogue-lines.ts";
import { insertDays, type InsertPlace } from "#domain/quote/insert-step.ts";
import { newDay, newLine, newSheet, type QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { applyEdits } from "#domain/quote/sheet-edit.ts";

const NOWHERE = { country: null, place: null };
const period = (from: string, until: string, cost: string): PricePeriod => ({
  from,
  until,
  weekdays: null,
  cost,
  price: null,
  currency: null,
  quantityType: null,
  allotment: null,
});
const product = (facts: Partial<CatalogueProduct> = {}): CatalogueProduct => ({
  id: "p",
  name: "Hotel",
  publicName: "Hôtel 4*",
  category: "accommodation",
  capacity: 2,
  supplierId: "s",
  destination: { country: "IT", place: "Naples" },
  cost: "80.00",
  price: "100.00",
  currency: "EUR",
  quantityType: "roomShared",
  periods: [],
  ...facts,
});
const step = (facts: Partial<CatalogueStep> = {}): CatalogueStep => ({
  id: "step",
  kind: "day",
  name: "Vesuvius",
  publicName: null,
  destination: NOWHERE,
  publicText: { en: "The crater.", fr: "Le cratère.", it: null },
  products: [{ product: product(), repetitions: 2 }],
  ...facts,
});
const pricing = (on: string | null, ...currencies: string[]): Pricing => ({ on, currencies: new Set(["EUR", ...currencies]) });

const sheet = (facts: Partial<QuoteSheet> = {}): QuoteSheet => newSheet({ currency: "EUR", mode: "markup", ...facts });
function means() {
  let count = 0;
  return { newId: () => `new${(count += 1)}`, rates: [{ currency: "USD", rate: "0.9", onDay: "2026-11-01", source: "typed" }] };
}
const inserted = (before: QuoteSheet, days: Parameters<typeof insertDays>[1], place: InsertPlace) => {
  const insertion = insertDays(before, days, place, means());
  const applied = applyEdits(before, insertion.edits);
  expect(applied.conflicts).toEqual([]);
  expect(applyEdits(applied.sheet, applied.inverse).sheet).toEqual(before);
  return { ...insertion, sheet: applied.sheet };
};

test("a line has the price of its day, its period's last day, its supplier and its public name", () => {
  const periods = [period("2027-06-01", "2027-06-30", "90.00")];
  const use = { repetitions: 3, stepId: "step" };
  const held = catalogueLine(product({ periods }), use, pricing("2027-06-10"));
  expect(held).toMatchObject({
    line: {
      name: "Hotel",
      publicName: "Hôtel 4*",
      unitCost: "90.00",
      quantityType: "roomShared",
      capacity: 2,
      repetitions: 3,
      supplierId: "s",
      productId: "p",
      stepId: "step",
      vatTreatment: "eu",
      priceUntil: "2027-06-30",
      withoutPeriod: false,
    },
    warnings: [],
  });
  const outside = catalogueLine(product({ periods }), use, pricing("2027-07-01"));
  expect(outside).toMatchObject({ line: { unitCost: "80.00", priceUntil: null, withoutPeriod: true }, warnings: ["noPeriod"] });
  expect(catalogueLine(product({ periods }), use, pricing(null)).warnings).toEqual(["noPeriod"]);
});

test("a cost nobody said and a currency without a rate are told; a percentage takes its figure as percents", () => {
  const use = { repetitions: 1, stepId: null };
  const costless = catalogueLine(product({ cost: null, currency: "JPY" }), use, pricing(null));
  expect([costless.line.unitCost, costless.line.currency, costless.warnings]).toEqual(["0", "JPY", ["noCost", "noRate"]]);
  const share = catalogueLine(product({ quantityType: "percentage", cost: "3.5" }), use, pricing(null));
  expect([share.line.percent, share.line.unitCost, share.warnings]).toEqual(["3.5", "0", []]);
  expect(catalogueLine(product({ destination: { country: "JP", place: null } }), use, pricing(null)).line.vatTreatment).toBe("nonEu");
});

test("a trip template: day k is dated k − 1 days after the first, its steps' texts under each other", () => {
  const periods = [period("2027-06-11", "2027-06-11", "95.00")];
  const night = step({
    id: "night",
    kind: "accommodation",
    name: "Night",
    publicText: { en: "A quiet night.", fr: null, it: null },
    products: [{ product: product({ periods }), repetitions: 1 }],
  });
  const days = daysOfTemplate(
    {
      days: [
        { title: null, steps: [night, step()] },
        { title: "Second day", steps: [night] },
        { title: null, steps: [] },
      ],
    },
    pricing("2027-06-10"),
  );
  expect(days.map(({ title, on, stepId }) => [title, on, stepId])).toEqual([
    ["Vesuvius", "2027-06-10", "step"],
    ["Second day", "2027-06-11", "night"],
    ["", "2027-06-12", null],
  ]);
  expect(days[0]?.publicText).toEqual({ en: "A quiet night.\n\nThe crater.", fr: "Le cratère.", it: null });
  expect(days.map(({ lines }) => lines.map(({ line, warnings }) => [line.unitCost, ...warnings]))).toEqual([
    [["80.00", "noPeriod"], ["80.00"]],
    [["95.00"]],
    [],
  ]);
});

test("into a day that is there: lines after its lines, text under its text, title and place where it had none", () => {
  const before = sheet({
    days: [newDay({ id: "d1", publicText: { en: "Arrival.", fr: null, it: null } }), newDay({ id: "d2", title: "Kept" })],
    lines: [newLine({ id: "l1", dayId: "d1", currency: "EUR" }), newLine({ id: "l2", dayId: "d2", currency: "EUR" })],
  });
  const day = dayOfSteps(null, [step({ destination: { country: "IT", place: "Ercolano" } })], pricing(null));
  const { sheet: after } = inserted(before, [day], { intoDayId: "d1" });
  expect(after.lines.map(({ id }) => id)).toEqual(["l1", "new1", "l2"]);
  expect(after.days[0]).toMatchObject({
    title: "Vesuvius",
    stepId: "step",
    destination: { place: "Ercolano" },
    publicText: { en: "Arrival.\n\nThe crater.", fr: "Le cratère.", it: null },
  });
  expect(inserted(before, [day], { intoDayId: "d2" }).sheet.days[1]?.title).toBe("Kept");
  expect(inserted(before, [day], { intoDayId: null }).sheet.lines[0]?.dayId).toBeNull();
});

test("as new days: in their order after the one named, with a foreign currency's rate frozen once; later lines are named", () => {
  const before = sheet({
    departsOn: "2027-06-10",
    days: [newDay({ id: "d1" }), newDay({ id: "d2" })],
    lines: [
      newLine({ id: "l1", dayId: "d1", currency: "EUR", productId: "p" }),
      newLine({ id: "l2", dayId: "d2", currency: "EUR", productId: "p" }),
    ],
  });
  const abroad = step({ products: [{ product: product({ currency: "USD" }), repetitions: 1 }] });
  const days = daysOfTemplate(
    {
      days: [
        { title: "A", steps: [abroad] },
        { title: "B", steps: [abroad] },
      ],
    },
    pricing("2027-06-11", "USD"),
  );
  const { sheet: after, movedLineIds, warnings } = inserted(before, days, { afterDayId: "d1" });
  expect(after.days.map(({ title }) => title)).toEqual(["", "A", "B", ""]);
  expect(after.exchangeRates).toEqual([{ currency: "USD", rate: "0.9", onDay: "2026-11-01", source: "typed" }]);
  expect([movedLineIds, warnings]).toEqual([["l2"], []]);
  const first = inserted(before, days, { afterDayId: null });
  expect(first.sheet.days.map(({ title }) => title)).toEqual(["A", "B", "", ""]);
  expect(first.movedLineIds).toEqual(["l1", "l2"]);
});
