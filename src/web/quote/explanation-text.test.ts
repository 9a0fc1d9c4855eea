import { describe, expect, it } from "vitest";
import { costingGrid } from "#domain/quote/costing-grid.ts";
import { explainTotal } from "#domain/quote/explain-total.ts";
import type { Explanation } from "#domain/quote/explanation.ts";
import { prepare } from "#domain/quote/prepared-costing.ts";
import { aCosting, aLine, drawnExample } from "#tests/support/costing.ts";
import { sumText } from "#web/quote/explanation-text.ts";

const TOLD = { locale: "fr", currency: "EUR", currencyOf: () => "EUR" };

function explained(costing = drawnExample(), payers = 40) {
  const prepared = prepare(costing);
  const column = costingGrid(prepared).find(({ total }) => total.payers === payers);
  if (!column) throw new Error("no such base");
  return explainTotal(prepared, column.price, column.total);
}

function partsOf({ price }: ReturnType<typeof explained>): readonly Explanation[] {
  return price.parts[0]?.parts ?? [];
}

const sumOf = (lineId: string) => {
  const found = partsOf(explained()).find((part) => part.lineId === lineId);
  return found && sumText(found, TOLD)?.replaceAll("\u00a0", " ");
};

describe("the sum of a cell", () => {
  it("is what is typed, over the payers, with the rate", () => {
    expect(sumOf("coach")).toBe("5 900 € ÷ 40 × 1,22 = 179,95 €");
    expect(sumOf("transfer")).toBe("690 € ÷ 40 × 1,22 ≈ 21,05 €");
  });

  it("leaves out what cancels: one for each payer costs its unit", () => {
    expect(sumOf("flight")).toBe("214 € × 1,12 = 239,68 €");
    expect(sumOf("hotel")).toBe("812 € ÷ 2 × 1,25 = 507,50 €");
  });

  it("says how a margin comes about", () => {
    const { margin } = explained();
    expect(sumText(margin, TOLD)?.replaceAll("\u00a0", " ")).toBe("40 600 € − 33 734 € = 6 866 €");
  });

  it("writes an exchange with its rates", () => {
    const costing = aCosting({
      bases: [40],
      mode: "markup",
      ratePercent: "10",
      exchangeRates: [{ currency: "USD", rate: "0.9" }],
      bufferPercent: "3",
      lines: [aLine({ id: "museum", unitCost: "20", currency: "USD" })],
    });
    const [line] = partsOf(explained(costing));
    const told = { ...TOLD, currencyOf: () => "USD" };
    expect(line && sumText(line, told)?.replaceAll("\u00a0", " ")).toBe("20 $US × 0,9 × 1,03 × 1,1 ≈ 20,39 €");
  });

  it("of many terms is told in the panel, not in a line", () => {
    const { price } = explained();
    const exact = price.parts[0];
    expect(exact?.terms).toHaveLength(7);
    expect(exact && sumText(exact, TOLD)).toBeUndefined();
  });
});
