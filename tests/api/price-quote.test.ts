import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "#cli/commands.ts";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let claire: TestUser;
let blind: TestUser;
let folder: string;

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation);
  claire = await aUser(installation, workspaceId);
  blind = await aUser(installation, workspaceId, { role: "manager", overrides: { costs: false } });
  folder = mkdtempSync(path.join(os.tmpdir(), "escale-costing-"));
});
afterAll(async () => {
  await installation?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const EVERYONE = ["payers", "freePlaces", "leaders"];

/** RULES 2.5, as an integrator would send it. */
const example = (facts: Loose = {}): Loose => ({
  currency: "EUR",
  bases: [20, 25, 40],
  leaders: 1,
  freePlaces: { rule: "onPayers", n: 20 },
  mode: "margin",
  ratePercent: "18",
  rounding: { to: "up", step: "1" },
  vat: { regime: "margin", percent: "20" },
  lines: [
    { id: "coach", name: "Coach", quantityType: "perCapacity", unitCost: "4200.00", capacity: 50, consumers: EVERYONE },
    { id: "driver", name: "Driver", quantityType: "perVehicleInUse", unitCost: "65.00", repetitions: 6, ofLineId: "coach" },
    { id: "guide", name: "Guide", quantityType: "perGroup", unitCost: "1750.00" },
    {
      id: "hotel",
      name: "Hotel",
      quantityType: "roomShared",
      unitCost: "90.00",
      capacity: 2,
      repetitions: 6,
      supplierFree: { rule: "after", n: 20, counts: EVERYONE },
    },
    { id: "single", name: "Leader", quantityType: "roomShared", unitCost: "70.00", capacity: 1, repetitions: 6, consumers: ["leaders"] },
    { id: "meals", name: "Meals", quantityType: "perPerson", unitCost: "96.00", consumers: EVERYONE },
    { id: "entrances", name: "Entrances", quantityType: "perPerson", unitCost: "38.00", consumers: EVERYONE },
    { id: "flight", name: "Flight", quantityType: "perPerson", unitCost: "210.50", consumers: EVERYONE },
  ],
  ...facts,
});

const price = async (body: Loose): Promise<{ status: number; body: Loose }> => claire.ask("POST", "/quotes/price", { body });

test("the worked example, over HTTP: every figure of the three bases, and the break-even", async () => {
  const { status, body } = await price(example({ soldPrice: "867.00" }));
  expect(status).toBe(200);
  const figures = body.bases.map(({ total }: Loose) => [total.freePlaces, total.cost, total.price, total.revenue, total.margin, total.vat.total, total.netMargin]); // prettier-ignore
  expect(figures).toEqual([
    [1, "19739.00", "1204.00", "24080.00", "4341.00", "723.50", "3617.50"],
    [1, "22811.50", "1113.00", "27825.00", "5013.50", "835.58", "4177.92"],
    [2, "32373.50", "987.00", "39480.00", "7106.50", "1184.42", "5922.08"],
  ]);
  expect(body.bases.map(({ total }: Loose) => [total.marginPercent, total.markupPercent])).toEqual([
    ["18.0", "22.0"],
    ["18.0", "22.0"],
    ["18.0", "22.0"],
  ]);
  expect(body.breakEven).toMatchObject({ soldPrice: "867.00", payers: 30, upTo: 50, negativeAgain: [48, 49] });
});

test("every figure says how it came about", async () => {
  const { body } = await price(example());
  const { explanation } = body.bases[0];
  expect(explanation.price).toMatchObject({ figure: "price", value: "1204", rounded: { to: "up", step: "1.00" } });
  expect(explanation.freePlaces).toMatchObject({
    value: "1",
    terms: [
      { figure: "payers", value: "20" },
      { sign: "÷", value: "20" },
    ],
  });
  const hotel = explanation.cost.parts.find(({ lineId }: Loose) => lineId === "hotel");
  expect(hotel).toMatchObject({ figure: "lineCost", value: "5400" });
  expect(hotel.terms.map(({ sign, value }: Loose) => `${sign}${value}`)).toEqual(["90.00", "×6", "×20", "÷2"]);
  expect((await price(example({ explain: false }))).body.bases[0].explanation).toBeUndefined();
});

test("what the costing leaves out is the agency's: currency, mark-up or margin, exchange rates", async () => {
  await claire.ask("PUT", "/exchange-rates/USD", { body: { rate: "0.9213" } });
  const dollars = { id: "x", name: "Ranch", quantityType: "perGroup", unitCost: "3480.00", currency: "USD" };
  const { body } = await price({ bases: [10], lines: [dollars] });
  const agency = (await claire.ask("GET", "/workspace")).body;
  expect(body).toMatchObject({ currency: agency.currency, mode: agency.defaultRateMode });
  expect(body.rates).toEqual([{ lineId: "x", percent: agency.defaultRatePercent, origin: "workspace" }]);
  expect(body.bases[0].total.cost).toBe("3206.12");
  const typed = await price({ bases: [10], lines: [dollars], exchangeRates: [{ currency: "USD", rate: "0.5" }] });
  expect(typed.body.bases[0].total.cost).toBe("1740.00");
});

test("a group between two bases, with takers, and its payment plan", async () => {
  const boat = { id: "boat", name: "Boat", part: "option", quantityType: "perGroup", unitCost: "500.00", ratePercent: "0" };
  const plan = [
    { name: "Deposit", percent: "30" },
    { name: "Balance", percent: "70", daysBeforeDeparture: 30 },
  ];
  const facts = { paymentPlan: plan, bookedOn: "2026-11-20", departsOn: "2027-06-12" };
  const { body } = await price({
    ...example(facts),
    lines: [...example().lines, boat],
    group: { payers: 24, taken: [{ lineId: "boat", takers: 4 }] },
  });
  expect(body.total).toMatchObject({
    payers: 24,
    base: 20,
    price: "1204.00",
    revenue: "28996.00",
    extras: [{ takers: 4, price: "25.00" }],
  });
  expect(body.paymentPlan).toMatchObject([
    { names: ["Deposit"], dueOn: "2026-11-20", amount: "8698.80" },
    { names: ["Balance"], dueOn: "2027-05-13", amount: "20297.20" },
  ]);
});

test("impossible inputs are refused by name and field, in the reader's language, all at once", async () => {
  const lines = [
    { id: "coach", name: "Autocar", quantityType: "perCapacity", unitCost: "10.00", capacity: 0 },
    { id: "fee", name: "Frais", quantityType: "percentage", percent: "5", ofLineIds: ["fee"] },
    { id: "yen", name: "Temple", quantityType: "perPerson", unitCost: "10", currency: "JPY" },
  ];
  const answer = await claire.ask("POST", "/quotes/price", {
    body: { bases: [20], ratePercent: "100", mode: "margin", lines },
    headers: { "accept-language": "fr" },
  });
  expect(answer.status).toBe(400);
  const errors = answer.body.errors.map(({ pointer, code }: Loose) => `${pointer} ${code}`);
  expect(errors).toEqual([
    "/ratePercent pricing.marginTooHigh",
    "/lines/0/capacity value.tooSmall",
    "/lines/1/ofLineIds/0 reference.itself",
    "/lines/2/currency rate.missing",
  ]);
  expect(answer.body.errors[1].detail).toContain("Autocar\u00a0: ");
  const below = await price(example({ group: { payers: 12, taken: [] } }));
  expect(below.body.errors).toMatchObject([{ pointer: "/group/payers", code: "payers.belowMinimum" }]);
  expect((await price(example({ bases: [1e300] }))).status).toBe(400);
});

test("a chain of percentages, each of all before it, is answered and stays small", async () => {
  const fees = Array.from({ length: 40 }, (_, index) => ({
    id: `f${index}`,
    name: `Fee ${index}`,
    quantityType: "percentage",
    percent: "0.1",
    ofLineIds: ["g", ...Array.from({ length: index }, (_none, before) => `f${before}`)],
  }));
  const { status, body } = await price({
    bases: [20],
    lines: [{ id: "g", name: "G", quantityType: "perGroup", unitCost: "100.00" }, ...fees],
  });
  expect(status).toBe(200);
  expect(JSON.stringify(body).length).toBeLessThan(1_000_000);
});

test("without the right to costs nothing is priced", async () => {
  expect((await blind.ask("POST", "/quotes/price", { body: example() })).status).toBe(403);
});

test("escale quotes price prints the grid", async () => {
  const file = path.join(folder, "costing.json");
  writeFileSync(file, JSON.stringify(example()));
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    readInput: async () => "",
    environment: { ESCALE_URL: installation.application.address, ESCALE_API_KEY: claire.key, XDG_CONFIG_HOME: folder },
  };
  await runCommand(["quotes", "price", file], terminal);
  expect(out.map((line) => line.split(/\s+/).slice(0, 6).join(" "))).toEqual([
    "PAYERS FREE PRICE SALES COST MARGIN",
    "20 1 1204.00 24080.00 19739.00 4341.00",
    "25 1 1113.00 27825.00 22811.50 5013.50",
    "40 2 987.00 39480.00 32373.50 7106.50",
  ]);
  expect(err).toEqual(["sold at 1204.00 EUR: break-even from 13 payers"]);
});
