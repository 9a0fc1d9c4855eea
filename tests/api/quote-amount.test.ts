import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { add, at, line, set, Quoting } from "#tests/support/quoting.ts";

let installation: Installation;
let claire: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  claire = await aUser(installation, await anAgency(installation));
});
afterAll(() => installation.stop());

const { ask, refused, aPricedQuote } = new Quoting(() => claire);
const opportunityOf = (id: string): Promise<Loose> => ask("GET", `/opportunities/${id}`);
const amountOf = async (id: string): Promise<string[]> => {
  const { amount, amountSource } = await opportunityOf(id);
  return [`${amount.amount} ${amount.currency}`, amountSource];
};

test("chosen gives the margin and moves no amount, until the amount follows it; typed again it stays", async () => {
  const opportunity = await anOpportunity(claire, { amount: "5000.00" });
  const { id } = opportunity;
  const quote = await aPricedQuote(id);
  expect(await opportunityOf(id)).toMatchObject({ marginSource: "default" });
  await ask("POST", at(quote, 1, "/choose"), { payers: 20 });
  expect(await opportunityOf(id)).toMatchObject({ estimatedMargin: { amount: "2000.00" }, marginSource: "quote" });
  expect(await amountOf(id)).toEqual(["5000.00 EUR", "typed"]);
  const { chosen, can } = await ask("GET", `/opportunities/${id}/quotes`);
  expect(chosen).toMatchObject({ version: 1, payers: 20, total: { amount: "12000.00" }, difference: { amount: "-7000.00" } });
  expect(can).toEqual({ create: true, follow: true });
  await ask("POST", `/opportunities/${id}/follow-quote`);
  expect(await amountOf(id)).toEqual(["12000.00 EUR", "quote"]);
  await ask("POST", at(quote, 1, "/choose"), { payers: 40 });
  expect(await amountOf(id)).toEqual(["24000.00 EUR", "quote"]);
  const unchosen = await claire.ask("POST", at(quote, 1, "/unchoose"));
  expect(unchosen.body).toMatchObject({ isFrozen: false, chosen: null });
  expect(await amountOf(id)).toEqual(["24000.00 EUR", "typed"]);
  await ask("POST", "/undo", { token: unchosen.headers.get("escale-undo") });
  expect(await amountOf(id)).toEqual(["24000.00 EUR", "quote"]);
  await ask("PATCH", `/opportunities/${id}`, { amount: "100.00" });
  expect(await amountOf(id)).toEqual(["100.00 EUR", "typed"]);
  expect(await refused("DELETE", `/quotes/${quote.id}`)).toMatchObject({ code: "record.inUse" });
});

test("accepted 12,340.00, won: 12,340.00; reopened: 5,000.00 again", async () => {
  const { id } = await anOpportunity(claire, { amount: "5000.00" });
  const quote = await aPricedQuote(id, { cost: "514.17" });
  // 514.17 × 1.2 = 617.004, printed 617.00 × 20 = 12,340.00
  const accepted = await ask("POST", at(quote, 1, "/accept"), { payers: 20 });
  expect(accepted).toMatchObject({ status: "accepted", accepted: { payers: 20, total: { amount: "12340.00" } }, chosen: { payers: 20 } });
  expect(await amountOf(id)).toEqual(["5000.00 EUR", "typed"]);
  await ask("POST", `/opportunities/${id}/win`, {});
  expect(await amountOf(id)).toEqual(["12340.00 EUR", "quote"]);
  await ask("POST", `/opportunities/${id}/reopen`);
  expect(await amountOf(id)).toEqual(["5000.00 EUR", "typed"]);
});

test("typed 5,000.00, products 1,000.00: won 1,000.00, accepted 12,340.00, replaced, un-accepted 1,000.00, reopened 5,000.00", async () => {
  const { id } = await anOpportunity(claire, { amount: "5000.00" });
  await ask("POST", `/opportunities/${id}/products`, { lines: [{ name: "Guide", quantity: "2", unitPrice: "500.00" }] });
  const [first, second] = [await aPricedQuote(id, { cost: "514.17" }), await aPricedQuote(id, { cost: "100.00" })];
  await ask("POST", `/opportunities/${id}/win`, {});
  expect(await amountOf(id)).toEqual(["1000.00 EUR", "products"]);
  const yes = await claire.ask("POST", at(first, 1, "/accept"), { body: { payers: 20 } });
  expect(await amountOf(id)).toEqual(["12340.00 EUR", "quote"]);
  await ask("POST", "/undo", { token: yes.headers.get("escale-undo") });
  expect(await amountOf(id)).toEqual(["1000.00 EUR", "products"]);
  await ask("POST", at(first, 1, "/accept"), { payers: 20 });
  expect(await refused("POST", at(second, 1, "/accept"), { payers: 20 })).toMatchObject({ status: 409, code: "quote.otherAccepted" });
  const replaced = await claire.ask("POST", at(second, 1, "/accept"), { body: { payers: 20, replace: true } });
  expect(await amountOf(id)).toEqual(["2400.00 EUR", "quote"]);
  expect((await ask("GET", at(first))).status).toBe("superseded");
  await ask("POST", "/undo", { token: replaced.headers.get("escale-undo") });
  expect(await amountOf(id)).toEqual(["12340.00 EUR", "quote"]);
  expect((await ask("GET", at(first))).status).toBe("accepted");
  expect((await ask("GET", at(second))).status).toBe("draft");
  await ask("POST", at(first, 1, "/unaccept"));
  expect(await amountOf(id)).toEqual(["1000.00 EUR", "products"]);
  expect((await opportunityOf(id)).marginSource).toBe("quote");
  await ask("POST", `/opportunities/${id}/reopen`);
  expect(await amountOf(id)).toEqual(["5000.00 EUR", "typed"]);
});

test("a won amount is frozen: later products and choices show a difference and move nothing", async () => {
  const { id } = await anOpportunity(claire, { amount: "5000.00" });
  const quote = await aPricedQuote(id);
  await ask("POST", at(quote, 1, "/accept"), { payers: 20 });
  await ask("POST", `/opportunities/${id}/win`, {});
  await ask("POST", `/opportunities/${id}/products`, { lines: [{ name: "Guide", quantity: "1", unitPrice: "500.00" }] });
  await ask("POST", at(quote, 1, "/choose"), { payers: 40 });
  expect(await amountOf(id)).toEqual(["12000.00 EUR", "quote"]);
  const panel = await ask("GET", `/opportunities/${id}/quotes`);
  expect(panel.chosen.difference.amount).toBe("-12000.00");
  expect(panel.accepted.difference).toBeNull();
  // The margin is the accepted one's, whatever else is chosen.
  expect((await opportunityOf(id)).estimatedMargin.amount).toBe("2000.00");
});

test("a quote in dollars: on winning, amount, currency and frozen rate are the quote's; reopening gives all three back", async () => {
  await ask("PUT", "/exchange-rates/USD", { rate: "0.9213", source: "test" });
  const { id } = await anOpportunity(claire, { amount: "5000.00" });
  const quote = await aPricedQuote(id, { currency: "USD" });
  await ask("POST", at(quote, 1, "/choose"), { payers: 20 });
  // M is USD 2,000.00, at 0.9213 EUR 1,842.60.
  expect((await opportunityOf(id)).estimatedMargin).toEqual({ amount: "1842.60", currency: "EUR" });
  await ask("POST", at(quote, 1, "/accept"), { payers: 20 });
  await ask("POST", `/opportunities/${id}/win`, {});
  expect(await opportunityOf(id)).toMatchObject({
    amount: { amount: "12000.00", currency: "USD" },
    rate: { value: "0.9213" },
    amountHome: { amount: "11055.60", currency: "EUR" },
    estimatedMargin: { amount: "2000.00", currency: "USD" },
  });
  await ask("POST", `/opportunities/${id}/reopen`);
  expect(await opportunityOf(id)).toMatchObject({ amount: { amount: "5000.00", currency: "EUR" }, rate: { value: "1" } });
});

test("of a recurring opportunity a quote is one period", async () => {
  const { id } = await anOpportunity(claire, { amount: "100.00", valueKind: "recurring", period: "month", periods: 12 });
  const quote = await aPricedQuote(id);
  await ask("POST", at(quote, 1, "/choose"), { payers: 20 });
  expect((await opportunityOf(id)).estimatedMargin.amount).toBe("24000.00");
});

test("what is frozen keeps the agency's mark-up of then", async () => {
  const opportunity = await anOpportunity(claire);
  const made = await ask("POST", "/quotes", { from: {}, opportunityId: opportunity.id, name: "Naples" });
  await ask("PATCH", at(made.quote), { edits: [set("bases", made.sheet.bases, [20]), add(line())] });
  await ask("POST", at(made.quote, 1, "/send"));
  const agency = await ask("GET", "/workspace");
  await ask("PATCH", "/workspace", { defaultRatePercent: "50" });
  expect((await ask("GET", at(made.quote))).priceTable[0].price).toBe("120.00");
  const next = await ask("POST", `/quotes/${made.quote.id}/versions`, {});
  expect(next.priceTable[0].price).toBe("150.00");
  await ask("PATCH", "/workspace", { defaultRatePercent: agency.defaultRatePercent });
});
