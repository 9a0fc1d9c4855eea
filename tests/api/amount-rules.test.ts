import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

/** RULES 1.2 as a person would tell it, beside the product: whatever is done in whatever order, both agree. */
type Told = {
  outcome: "open" | "won" | "lost";
  lines: { id: string; cents: number }[];
  amount: number;
  source: "products" | "typed";
  objective: number | null;
  before: { amount: number; source: "products" | "typed" } | null;
};

let installation: Installation;
let claire: TestUser;
let reasonId: string;

beforeAll(async () => {
  installation = await startInstallation();
  claire = await aUser(installation, await anAgency(installation));
  reasonId = (await claire.ask("GET", "/lost-reasons")).body.data[0].id;
});
afterAll(() => installation.stop());

const inUnits = (cents: number): string => (cents / 100).toFixed(2);
const total = ({ lines }: Told): number => lines.reduce((sum, { cents }) => sum + cents, 0);

function follow(told: Told): void {
  [told.amount, told.source] = [total(told), "products"];
}

function linesChanged(told: Told): void {
  if (told.outcome === "open" && told.source === "products") follow(told);
}

type Act = (id: string, told: Told, value: number) => Promise<void>;
const send = async (method: string, path: string, body?: Loose): Promise<Loose> => {
  const answer = await claire.ask(method, path, body === undefined ? {} : { body });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
};

const ACTS: Readonly<Record<string, Act>> = {
  type: async (id, told, value) => {
    await send("PATCH", `/opportunities/${id}`, { amount: inUnits(value) });
    if (value === 0) return follow(told);
    [told.amount, told.source] = [value, "typed"];
  },
  empty: async (id, told) => {
    await send("PATCH", `/opportunities/${id}`, { amount: null });
    follow(told);
  },
  estimate: async (id, told, value) => {
    await send("PATCH", `/opportunities/${id}`, { objective: inUnits(value) });
    told.objective = value;
  },
  rename: async (id, _told, value) =>
    void (await send("PATCH", `/opportunities/${id}`, { name: `Naples ${value}`, departsOn: "2027-06-12" })),
  addLine: async (id, told, value) => {
    const panel = await send("POST", `/opportunities/${id}/products`, {
      lines: [{ name: "Guide", quantity: "2", unitPrice: inUnits(value) }],
    });
    told.lines.push({ id: panel.data.at(-1).id, cents: 2 * value });
    linesChanged(told);
  },
  discountLine: async (id, told, value) => {
    const line = told.lines[value % Math.max(1, told.lines.length)];
    if (!line) return;
    await send("PATCH", `/opportunities/${id}/products/${line.id}`, { quantity: "1", unitPrice: inUnits(value), discountPercent: "50" });
    line.cents = Math.round(value / 2);
    linesChanged(told);
  },
  removeLine: async (id, told, value) => {
    const line = told.lines[value % Math.max(1, told.lines.length)];
    if (!line) return;
    await send("DELETE", `/opportunities/${id}/products/${line.id}`);
    told.lines = told.lines.filter((other) => other !== line);
    linesChanged(told);
  },
  win: async (id, told) => {
    if (told.outcome !== "open") return;
    await send("POST", `/opportunities/${id}/win`, {});
    told.before = { amount: told.amount, source: told.source };
    told.outcome = "won";
    if (told.lines.length > 0) follow(told);
  },
  lose: async (id, told) => {
    if (told.outcome !== "open") return;
    await send("POST", `/opportunities/${id}/lose`, { reasonId });
    told.before = { amount: told.amount, source: told.source };
    told.outcome = "lost";
  },
  reopen: async (id, told) => {
    if (told.outcome === "open" || !told.before) return;
    await send("POST", `/opportunities/${id}/reopen`, {});
    [told.amount, told.source, told.outcome, told.before] = [told.before.amount, told.before.source, "open", null];
    linesChanged(told);
  },
};

const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.integer({ min: 0, max: 2_000_000 })), {
  minLength: 6,
  maxLength: 18,
});

test("whatever is done in whatever order, amount, source and objective are what the rules say", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(0, 0, 500_000), steps, async (amount, doing) => {
      const { id } = await anOpportunity(claire, { amount: inUnits(amount) });
      const told: Told = { outcome: "open", lines: [], amount, source: amount === 0 ? "products" : "typed", objective: null, before: null };
      for (const [name, value] of doing) {
        await ACTS[name]?.(id, told, value);
        const seen = await send("GET", `/opportunities/${id}`);
        expect({
          outcome: seen.outcome,
          amount: seen.amount.amount,
          source: seen.amountSource,
          objective: seen.objective?.amount ?? null,
          products: seen.products.total?.amount ?? null,
        }).toEqual({
          outcome: told.outcome,
          amount: inUnits(told.amount),
          source: told.source,
          objective: told.objective === null ? null : inUnits(told.objective),
          products: told.lines.length === 0 ? null : inUnits(total(told)),
        });
      }
    }),
    { numRuns: 25, endOnFailure: false },
  );
});
