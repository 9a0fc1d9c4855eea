import { expect, test } from "vitest";
import { breakEven } from "#domain/quote/break-even.ts";
import type { Costing } from "#domain/quote/costing.ts";
import { costingProblems } from "#domain/quote/costing-problems.ts";
import { groupPrice, printedCost } from "#domain/quote/group-price.ts";
import { groupTotal } from "#domain/quote/group-total.ts";
import { countFor, costsFor } from "#domain/quote/line-cost.ts";
import { prepare, type Prepared } from "#domain/quote/prepared-costing.ts";
import { decimalText } from "#domain/quote/pricing-rate.ts";
import { fraction, multiply } from "#domain/shared/fraction.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { drawnExample, workedExample } from "#tests/support/costing.ts";

const euros = (minor: bigint | undefined): string => formatAmount(minor ?? -1n, "EUR");
const times = (prepared: Prepared, line: string, payers: number) => {
  const found = prepared.byId.get(line);
  if (!found) throw new Error(line);
  return countFor(prepared, found.line, costsFor(prepared, payers).group);
};
const exactPrice = (costing: Costing, base: number): string =>
  decimalText(multiply(groupPrice(prepare(costing), base).exact, fraction(1n, 100n)), 2);

test("the worked example has nothing to refuse", () => {
  expect(costingProblems(workedExample())).toEqual([]);
  expect(costingProblems(drawnExample())).toEqual([]);
});

test.each([
  {
    payers: 20,
    free: 1,
    coaches: 1,
    hotelFree: 1,
    cost: "19739.00",
    price: "1204.00",
    revenue: "24080.00",
    margin: "4341.00",
    vat: "723.50",
    net: "3617.50",
  },
  {
    payers: 25,
    free: 1,
    coaches: 1,
    hotelFree: 1,
    cost: "22811.50",
    price: "1113.00",
    revenue: "27825.00",
    margin: "5013.50",
    vat: "835.58",
    net: "4177.92",
  },
  {
    payers: 40,
    free: 2,
    coaches: 1,
    hotelFree: 2,
    cost: "32373.50",
    price: "987.00",
    revenue: "39480.00",
    margin: "7106.50",
    vat: "1184.42",
    net: "5922.08",
  },
])("worked example at $payers payers", ({ payers, free, coaches, hotelFree, ...figures }) => {
  const prepared = prepare(workedExample());
  const total = groupTotal(prepared, payers);
  expect(total?.costs.group).toMatchObject({ payers, freePlaces: free, leaders: 1, drivers: 1 });
  expect(times(prepared, "coach", payers).units).toBe(coaches);
  expect(times(prepared, "hotel", payers).free).toBe(hotelFree);
  expect({
    cost: euros(total?.costMinor),
    price: euros(total?.priceMinor),
    revenue: euros(total?.revenueMinor),
    margin: euros(total?.marginMinor),
    vat: euros(total?.vat.totalMinor),
    net: euros(total?.netMarginMinor),
  }).toEqual(figures);
});

test("sold at 1,113: 14 payers leave −125.50, 15 leave 373.00, so break-even is 15", () => {
  const { payers, sizes } = breakEven(prepare(workedExample()), 111_300n);
  expect(payers).toBe(15);
  expect([euros(sizes[13]?.marginMinor), euros(sizes[14]?.marginMinor)]).toEqual(["-125.50", "373.00"]);
});

test("sold at 867: break-even is 30, and the second coach makes 48 and 49 negative again", () => {
  const { payers, upTo, negativeAgain, sizes } = breakEven(prepare(workedExample()), 86_700n);
  expect({ payers, upTo, negativeAgain }).toEqual({ payers: 30, upTo: 50, negativeAgain: [48, 49] });
  expect([29, 30, 48, 49, 50].map((size) => euros(sizes[size - 1]?.marginMinor))).toEqual([
    "-126.50",
    "126.00",
    "-263.50",
    "-11.00",
    "241.50",
  ]);
});

test("a price that no group pays back: none up to the largest base + 10", () => {
  expect(breakEven(prepare(workedExample()), 100n)).toMatchObject({ payers: undefined, upTo: 50, negativeAgain: [] });
});

test("the chart at a base is the grid's margin", () => {
  const prepared = prepare(workedExample());
  for (const base of [20, 25, 40]) {
    const total = groupTotal(prepared, base);
    expect(breakEven(prepared, total?.priceMinor ?? 0n).sizes[base - 1]?.marginMinor).toBe(total?.marginMinor);
  }
});

test("the drawn example: exact and rounded prices with the free places at 0 %, and at the default", () => {
  const bases = [20, 25, 30, 35, 40];
  expect(bases.map((base) => exactPrice(drawnExample(), base))).toEqual(["1219.09", "1130.08", "1070.73", "1028.35", "1012.61"]);
  expect(bases.map((base) => euros(groupPrice(prepare(drawnExample()), base).minor))).toEqual([
    "1220.00",
    "1135.00",
    "1075.00",
    "1030.00",
    "1015.00",
  ]);
  const atDefault = drawnExample({ freePlacesRatePercent: null });
  expect(bases.map((base) => exactPrice(atDefault, base))).toEqual(["1226.15", "1135.73", "1075.44", "1032.38", "1019.67"]);
});

test("the drawn example at 40: C 33,734.00, R 40,600.00, M 6,866.00, VAT 1,144.33", () => {
  const total = groupTotal(prepare(drawnExample()), 40);
  expect([total?.costMinor, total?.revenueMinor, total?.marginMinor, total?.vat.totalMinor].map(euros)).toEqual([
    "33734.00",
    "40600.00",
    "6866.00",
    "1144.33",
  ]);
});

test("the cells of the picture: what each line and the free places add to the price of a payer", () => {
  const cells = (line: string): string[] =>
    [20, 40].map((base) =>
      decimalText(multiply(groupPrice(prepare(drawnExample()), base).parts.get(line) ?? fraction(0n), fraction(1n, 100n)), 2),
    );
  expect([cells("flight"), cells("transfer"), cells("hotel"), cells("coach")]).toEqual([
    ["239.68", "239.68"],
    ["42.09", "21.05"],
    ["507.5", "507.5"],
    ["359.9", "179.95"],
  ]);
  const free = [20, 40].map((base) =>
    decimalText(multiply(groupPrice(prepare(drawnExample()), base).freePlacesPart, fraction(1n, 100n)), 2),
  );
  expect(free).toEqual(["32.1", "32.1"]);
});

test("the sum of the lines is the total", () => {
  const prepared = prepare(workedExample());
  const { byLine, total } = costsFor(prepared, 40);
  expect([...byLine.values()].reduce((sum, cost) => sum + cost, 0n)).toBe(total);
  expect(euros(printedCost(prepared, total))).toBe("32373.50");
});
