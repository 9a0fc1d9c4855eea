import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let user: TestUser;
beforeAll(async () => {
  installation = await startInstallation();
  user = await aUser(installation, await anAgency(installation));
  await user.ask("PUT", "/exchange-rates/USD", { body: { rate: "0.9213" } });
});
afterAll(() => installation.stop());

test("an amount is written as it is read, and says its currency unless the body does", async () => {
  const made = await anOpportunity(user, { amount: { amount: "3480.00", currency: "USD" }, objective: "4000" });
  expect(made).toMatchObject({ currency: "USD", rate: { value: "0.9213" }, amountHome: { amount: "3206.12" } });
  const { amount, objective, budgetPerPerson } = made;
  const again = await user.ask("PATCH", `/opportunities/${made.id}`, { body: { amount, objective, budgetPerPerson } });
  expect([again.status, again.body.version, again.body.amount]).toEqual([200, made.version, amount]);
  const moved = await user.ask("PATCH", `/opportunities/${made.id}`, { body: { amount: { amount: "5", currency: "EUR" } } });
  expect(moved.body).toMatchObject({ currency: "EUR", amount: { amount: "5.00", currency: "EUR" } });
});

test.each([
  [{ amount: { amount: "5", currency: "USD" }, currency: "EUR" }, "/amount/currency", "currency.other"],
  [{ objective: { amount: "5", currency: "USD" } }, "/objective/currency", "currency.other"],
  [{ amount: { amount: "-5", currency: "EUR" } }, "/amount/amount", "amount.invalid"],
  [{ amount: { amount: "5" } }, "/amount/currency", "value.required"],
  [{ amount: "five" }, "/amount", "amount.invalid"],
  [{ amount: 5 }, "/amount", "value.type"],
])("%j is refused by its name", async (change, pointer, code) => {
  const { id } = await anOpportunity(user);
  const { status, body } = await user.ask("PATCH", `/opportunities/${id}`, { body: change });
  expect([status, body.errors[0].pointer, body.errors[0].code]).toEqual([400, pointer, code]);
});

test("the timeline tells each amount in the currency it was in", async () => {
  const { id } = await anOpportunity(user, { amount: "1000" });
  await user.ask("PATCH", `/opportunities/${id}`, { body: { amount: "2000" } });
  await user.ask("PATCH", `/opportunities/${id}`, { body: { amount: "3480", currency: "USD" } });
  await user.ask("PATCH", `/opportunities/${id}`, { body: { amount: "3500" } });
  const { data } = (await user.ask("GET", `/opportunities/${id}/timeline`)).body;
  const told = data.flatMap(({ fields }: Loose) => fields.filter(({ field }: Loose) => field === "amount"));
  const money = (value: Loose): string => (value ? `${value.amount} ${value.currency}` : "");
  expect(told.map(({ from, to }: Loose) => [money(from), money(to)])).toEqual([
    ["3480.00 USD", "3500.00 USD"],
    ["2000.00 EUR", "3480.00 USD"],
    ["1000.00 EUR", "2000.00 EUR"],
    ["", "1000.00 EUR"],
  ]);
});

test("what may be included is a closed list", async () => {
  expect((await user.ask("GET", "/opportunities?include=client,contacts")).status).toBe(200);
  const { status, body } = await user.ask("GET", "/opportunities?include=clients");
  expect([status, body.errors[0].code]).toEqual([400, "value.notInList"]);
});

test("a body that is no JSON is told in a sentence of its own", async () => {
  const { status, body } = await user.ask("POST", "/clients", { body: '{"name":', headers: { "content-type": "application/json" } });
  expect([status, body.detail]).toEqual([400, "This is not in the expected form."]);
});
