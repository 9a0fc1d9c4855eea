/** Costings for tests: the two worked examples of the rules, and builders with only the facts that matter. */
import type { Costing, CostingLine } from "#domain/quote/costing.ts";

export function aLine(facts: Partial<CostingLine> & { id: string }): CostingLine {
  return {
    dayId: null,
    name: facts.id,
    part: "base",
    quantityType: "perPerson",
    unitCost: "0",
    currency: "EUR",
    repetitions: 1,
    consumers: ["payers", "freePlaces"],
    capacity: null,
    capacityKind: "vehicle",
    driversEach: null,
    supplierFree: null,
    ofLineId: null,
    ofLineIds: null,
    percent: null,
    ratePercent: null,
    vatTreatment: "eu",
    ...facts,
  };
}

export function aCosting(facts: Partial<Costing> = {}): Costing {
  return {
    currency: "EUR",
    workspaceCurrency: "EUR",
    exchangeRates: [],
    bufferPercent: "0",
    bases: [20],
    children: 0,
    leaders: 0,
    freePlaces: { rule: "none" },
    mode: "margin",
    ratePercent: "0",
    workspaceRate: null,
    freePlacesRatePercent: null,
    rounding: { to: "none" },
    vat: { regime: "margin", percent: "20" },
    discounts: [],
    days: [],
    lines: [],
    paymentPlan: [],
    bookedOn: null,
    departsOn: null,
    ...facts,
  };
}

/** RULES 2.5: coach, driver, guide, hotel, leader's single, meals, entrances, flight; 18 % margin on price, up to 1. */
export function workedExample(facts: Partial<Costing> = {}): Costing {
  const everyone = ["payers", "freePlaces", "leaders"] as const;
  return aCosting({
    bases: [20, 25, 40],
    leaders: 1,
    freePlaces: { rule: "onPayers", n: 20 },
    mode: "margin",
    ratePercent: "18",
    rounding: { to: "up", step: "1" },
    lines: [
      aLine({ id: "coach", quantityType: "perCapacity", unitCost: "4200.00", capacity: 50, consumers: everyone }),
      aLine({ id: "driver", quantityType: "perVehicleInUse", unitCost: "65.00", repetitions: 6, ofLineId: "coach" }),
      aLine({ id: "guide", quantityType: "perGroup", unitCost: "1750.00" }),
      aLine({
        id: "hotel",
        quantityType: "roomShared",
        unitCost: "90.00",
        capacity: 2,
        repetitions: 6,
        supplierFree: { rule: "after", n: 20, counts: everyone },
      }),
      aLine({ id: "leaderSingle", quantityType: "roomShared", unitCost: "70.00", capacity: 1, repetitions: 6, consumers: ["leaders"] }),
      aLine({ id: "meals", unitCost: "96.00", consumers: everyone }),
      aLine({ id: "entrances", unitCost: "38.00", consumers: everyone }),
      aLine({ id: "flight", unitCost: "210.50", consumers: everyone }),
    ],
    ...facts,
  });
}

/** RULES 2.5, second: mark-up on cost, free places at 0 %, up to 5. */
export function drawnExample(facts: Partial<Costing> = {}): Costing {
  return aCosting({
    bases: [20, 25, 30, 35, 40],
    freePlaces: { rule: "onPayers", n: 20 },
    mode: "markup",
    ratePercent: "22",
    freePlacesRatePercent: "0",
    rounding: { to: "up", step: "5" },
    lines: [
      aLine({ id: "flight", unitCost: "214.00", ratePercent: "12" }),
      aLine({ id: "transfer", quantityType: "perGroup", unitCost: "690.00" }),
      aLine({ id: "guide", quantityType: "perGroup", unitCost: "180.00" }),
      aLine({ id: "coach", quantityType: "perGroup", unitCost: "5900.00" }),
      aLine({ id: "hotel", quantityType: "roomShared", unitCost: "812.00", capacity: 2, ratePercent: "25" }),
      aLine({ id: "entrance", unitCost: "22.00" }),
    ],
    ...facts,
  });
}
