import fc from "fast-check";
import { expect, test } from "vitest";
import { costingGrid } from "#domain/quote/costing-grid.ts";
import { costingProblems } from "#domain/quote/costing-problems.ts";
import { CONSUMERS, PRICING_MODES, ROUNDING_STEPS, VAT_TREATMENTS, type Costing, type CostingLine } from "#domain/quote/costing.ts";
import { explainTotal } from "#domain/quote/explain-total.ts";
import type { Explanation } from "#domain/quote/explanation.ts";
import { groupPrice } from "#domain/quote/group-price.ts";
import { groupTotal } from "#domain/quote/group-total.ts";
import { costsFor } from "#domain/quote/line-cost.ts";
import { paymentPlan } from "#domain/quote/payment-plan.ts";
import { prepare } from "#domain/quote/prepared-costing.ts";
import { stepMinor } from "#domain/quote/price-rounding.ts";
import { QUANTITY_TYPES, type QuantityType } from "#domain/product/product.ts";
import { compare } from "#domain/shared/fraction.ts";
import { aCosting, aLine } from "#tests/support/costing.ts";

const cents = (max: number) => fc.integer({ min: 0, max }).map((n) => (n / 100).toFixed(2));
const percent = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((n) => (n / 100).toFixed(2));

const aRandomLine = (index: number): fc.Arbitrary<CostingLine> =>
  fc
    .record({
      quantityType: fc.constantFrom<QuantityType>(...QUANTITY_TYPES.filter((type) => type !== "perVehicleInUse")),
      unitCost: cents(500_000),
      currency: fc.constantFrom("EUR", "USD", "EUR"),
      repetitions: fc.integer({ min: 0, max: 9 }),
      consumers: fc.uniqueArray(fc.constantFrom(...CONSUMERS.filter((one) => one !== "drivers")), { minLength: 1 }),
      capacity: fc.integer({ min: 1, max: 60 }),
      driversEach: fc.constantFrom(null, 0, 2),
      supplierFree: fc.option(
        fc.record({ rule: fc.constantFrom("after", "oneIn"), n: fc.integer({ min: 2, max: 30 }), counts: fc.constant(null) }),
      ),
      percent: percent(20),
      ratePercent: fc.option(percent(60)),
      vatTreatment: fc.constantFrom(...VAT_TREATMENTS),
    })
    .map((facts) => {
      const isPercentage = facts.quantityType === "percentage";
      const isFreeable = facts.quantityType.startsWith("room") || ["perPerson", "perAdult", "perChild"].includes(facts.quantityType);
      const ofLineIds = isPercentage ? ["l0"] : null;
      return aLine({ id: `l${index}`, ...facts, ofLineIds, supplierFree: isFreeable ? facts.supplierFree : null });
    });

const aRandomCosting: fc.Arbitrary<Costing> = fc
  .record({
    first: cents(500_000),
    lines: fc.array(fc.integer(), { maxLength: 6 }).chain((some) => fc.tuple(...some.map((_, index) => aRandomLine(index + 1)))),
    bases: fc.uniqueArray(fc.integer({ min: 5, max: 70 }), { minLength: 1, maxLength: 4 }),
    children: fc.integer({ min: 0, max: 5 }),
    leaders: fc.integer({ min: 0, max: 3 }),
    freePlaces: fc.oneof(
      fc.constant({ rule: "none" } as const),
      fc.record({ rule: fc.constantFrom("afterPaying", "oneIn", "onPayers"), n: fc.integer({ min: 2, max: 30 }) }),
      fc.constant({ rule: "thresholds", thresholds: [15, 30, 45] } as const),
    ),
    mode: fc.constantFrom(...PRICING_MODES),
    ratePercent: percent(60),
    freePlacesRatePercent: fc.option(percent(60)),
    rounding: fc.oneof(
      fc.constant({ to: "none" } as const),
      fc.record({ to: fc.constantFrom("nearest", "up"), step: fc.constantFrom(...ROUNDING_STEPS) }),
    ),
    discounts: fc.array(
      fc.record({ name: fc.constant("d"), kind: fc.constantFrom("percent", "amount", "perPayer"), value: percent(100) }),
      { maxLength: 3 },
    ),
    bufferPercent: percent(5),
  })
  .map(({ first, lines, ...facts }) =>
    aCosting({
      ...facts,
      exchangeRates: [{ currency: "USD", rate: "0.9213" }],
      lines: [aLine({ id: "l0", quantityType: "perGroup", unitCost: first }), ...lines],
    }),
  );

const holds = (rule: (costing: Costing) => void): void => {
  fc.assert(
    fc.property(aRandomCosting, (costing) => {
      rule(costing);
    }),
    { numRuns: 120 },
  );
};

const shown = (costing: Costing) =>
  costingGrid(prepare(costing)).map(({ price, total, extras }) => ({
    price: price.minor,
    gain: price.roundingGainMinor,
    cost: total.costMinor,
    revenue: total.revenueMinor,
    margin: total.marginMinor,
    vat: total.vat.totalMinor,
    net: total.netMarginMinor,
    extras: extras.map((extra) => extra.minor),
  }));

test("these costings have nothing to refuse", () => {
  holds((costing) => expect(costingProblems(costing)).toEqual([]));
});

test("adding a cost never lowers the price", () => {
  fc.assert(
    fc.property(aRandomCosting, aRandomLine(9), (costing, line) => {
      const more = { ...costing, lines: [...costing.lines, line] };
      for (const base of costing.bases) {
        const [before, after] = [groupPrice(prepare(costing), base), groupPrice(prepare(more), base)];
        expect(compare(after.exact, before.exact)).toBeGreaterThanOrEqual(0);
        expect(after.minor >= before.minor).toBe(true);
      }
    }),
    { numRuns: 120 },
  );
});

test("the sum of the lines is the total, and the parts of the price are the price", () => {
  holds((costing) => {
    for (const { price, total } of costingGrid(prepare(costing))) {
      expect([...price.costs.byLine.values()].reduce((sum, cost) => sum + cost, 0n)).toBe(price.costs.total);
      const parts = [...price.parts.values()].reduce((sum, { n }) => sum + n, price.freePlacesPart.n);
      expect(parts).toBe(price.exact.n);
      expect(total.revenueMinor + total.deductionsMinor.reduce((sum, one) => sum + one, 0n)).toBe(total.beforeDiscountsMinor);
      expect(total.marginMinor).toBe(total.revenueMinor - total.costMinor);
      expect(total.netMarginMinor).toBe(total.marginMinor - total.vat.onMarginMinor - total.vat.standardMinor);
    }
  });
});

test("permuting lines, days and bases changes no figure", () => {
  holds((costing) => {
    const turned = { ...costing, lines: [...costing.lines].reverse(), bases: [...costing.bases].reverse() };
    expect(shown(turned).reverse()).toEqual(shown(costing));
  });
});

test("the rounding gain is less than a step for every payer, and never a loss when rounding up", () => {
  holds((costing) => {
    for (const { price } of costingGrid(prepare(costing))) {
      const step = stepMinor(costing.rounding, costing.currency) * BigInt(price.costs.group.payers);
      expect(price.roundingGainMinor <= step && price.roundingGainMinor >= -step).toBe(true);
      if (costing.rounding.to === "up") expect(price.roundingGainMinor >= 0n).toBe(true);
    }
  });
});

test("what was stored gives the same figures again", () => {
  holds((costing) => expect(shown(JSON.parse(JSON.stringify(costing)))).toEqual(shown(costing)));
});

test("free places by the other convention differ exactly as the formula says: by what their heads cost", () => {
  const rules = ["afterPaying", "oneIn"] as const;
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 80 }), cents(50_000), (n, payers, unitCost) => {
      const [after, oneIn] = rules.map((rule) => {
        const prepared = prepare(aCosting({ bases: [payers], freePlaces: { rule, n }, lines: [aLine({ id: "p", unitCost })] }));
        return { ...costsFor(prepared, payers), scale: prepared.scale };
      });
      const more = Math.floor(payers / (n - 1)) - Math.floor(payers / n);
      expect((oneIn?.group.freePlaces ?? 0) - (after?.group.freePlaces ?? 0)).toBe(more);
      const head = (after?.total ?? 0n) / BigInt(payers + (after?.group.freePlaces ?? 0));
      expect((oneIn?.total ?? 0n) - (after?.total ?? 0n)).toBe(BigInt(more) * head);
    }),
  );
});

test("instalments add up, whatever the plan", () => {
  const parts = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 6 }).map((some) => {
    const sum = some.reduce((all, one) => all + one, 0);
    const whole = some.map((one) => Math.floor((one * 10_000) / sum));
    const rest = 10_000 - whole.reduce((all, one) => all + one, 0);
    return whole.map((one, index) => ((one + (index === 0 ? rest : 0)) / 100).toFixed(2));
  });
  fc.assert(
    fc.property(
      parts,
      fc.bigInt({ min: -10_000_000n, max: 10_000_000n }),
      fc.array(fc.option(fc.integer({ min: 0, max: 300 })), { minLength: 6 }),
      (plan, total, days) => {
        const costing = {
          paymentPlan: plan.map((share, index) => ({ name: `i${index}`, percent: share, daysBeforeDeparture: days[index] ?? null })),
          bookedOn: "2026-11-20",
          departsOn: "2027-03-01",
        };
        const rows = paymentPlan(total, costing);
        expect(rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(total);
        expect(rows.flatMap(({ names }) => names)).toHaveLength(plan.length);
      },
    ),
  );
});

test("what is explained is what is printed, and every formula gives its figure", () => {
  holds((costing) => {
    const prepared = prepare(costing);
    for (const base of costing.bases) {
      const total = groupTotal(prepared, base);
      if (!total) throw new Error("a base is never below the smallest");
      const told = explainTotal(prepared, groupPrice(prepared, base), total);
      expect(cent(told.price.value)).toBe(total.priceMinor);
      expect(cent(told.revenue.value)).toBe(total.revenueMinor);
      expect(cent(told.netMargin.value)).toBe(total.netMarginMinor);
      for (const one of Object.values(told).flat()) follow(one);
    }
  });
});

const cent = (value: string): bigint => BigInt(Math.round(Number(value) * 100));

/** The terms, with × and ÷ before + and −; figures are shortened to ten decimals, so a little is lost on the way. */
function valueOf({ terms }: Explanation): number {
  let [sum, product] = [0, 0];
  for (const { sign, value } of terms) {
    if (sign === "×") product *= Number(value);
    else if (sign === "÷") product /= Number(value);
    else [sum, product] = [sum + product, sign === "-" ? -Number(value) : Number(value)];
  }
  return sum + product;
}

const LEAVES = new Set(["rateFactor", "discount"]);

function follow(one: Explanation): void {
  if (one.terms.length > 0 && !LEAVES.has(one.figure)) {
    const [reckoned, printed] = [valueOf(one), Number(one.value)];
    const step = one.rounded ? Number(one.rounded.step) : 0;
    expect(Math.abs(reckoned - printed), JSON.stringify(one)).toBeLessThanOrEqual(step + 1e-4 + Math.abs(printed) * 1e-5);
  }
  for (const part of one.parts) follow(part);
}
