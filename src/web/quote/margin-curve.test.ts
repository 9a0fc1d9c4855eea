import { describe, expect, it } from "vitest";
import { breakEven } from "#domain/quote/break-even.ts";
import { prepare } from "#domain/quote/prepared-costing.ts";
import { workedExample } from "#tests/support/costing.ts";
import { marginCurve, runsOf } from "#web/quote/margin-curve.ts";

const FRAME = { width: 260, height: 120, left: 10, right: 10, top: 10, bottom: 20 };

describe("the margin by size of group", () => {
  const even = breakEven(prepare(workedExample()), 86_700n);
  const curve = marginCurve(even, FRAME);

  it("is drawn from one payer to ten above the largest base, losses under the line of zero", () => {
    expect(curve.points).toHaveLength(50);
    expect(curve.points[0]?.x).toBe(10);
    expect(curve.points.at(-1)?.x).toBe(250);
    expect(curve.points.every(({ y, isLoss }) => y > curve.zero === isLoss)).toBe(true);
  });

  it("changes its line where the sign changes: at 30, at 48 and at 50", () => {
    expect(runsOf(curve.points).map(({ isLoss }) => isLoss)).toEqual([true, false, true, false]);
  });
});
