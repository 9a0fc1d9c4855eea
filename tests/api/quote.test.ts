import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#server/platform/new-id.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { add, at, line, set, setLine, Quoting } from "#tests/support/quoting.ts";

let installation: Installation;
let claire: TestUser;
let reader: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  const agency = await anAgency(installation);
  claire = await aUser(installation, agency);
  reader = await aUser(installation, agency, { role: "administrator", overrides: { costs: false } });
});
afterAll(() => installation.stop());

const { ask, refused, aPricedQuote } = new Quoting(() => claire);

test("from an opportunity: client, contact, dates, destination, participants and product lines are there, and independent afterwards", async () => {
  const opportunity = await anOpportunity(claire, {
    name: "Naples 2027",
    amount: null,
    departsOn: "2027-06-12",
    returnsOn: "2027-06-16",
    adults: 30,
    freePlaces: 0,
    destinations: [{ country: "IT", place: "Naples" }],
    contacts: [{ contact: { lastName: "Ferrand" }, isMain: true }],
  });
  const panel = await ask("POST", `/opportunities/${opportunity.id}/products`, {
    lines: [
      { name: "Flight", unit: "person", quantity: "30", unitPrice: "250.00", unitCost: "210.00" },
      { name: "Guide", unit: "day", quantity: "2", unitPrice: "220.00", unitCost: "180.00" },
    ],
  });
  const { quote, sheet, status, isFrozen } = await ask("POST", "/quotes", { from: { opportunityId: opportunity.id } });
  expect(quote).toMatchObject({
    number: expect.stringMatching(/^D-\d{4}-\d{4}$/),
    name: "Naples 2027",
    opportunity: { id: opportunity.id },
    client: opportunity.client,
    contact: { name: "Ferrand" },
    newestVersion: 1,
    departsOn: "2027-06-12",
    payers: 30,
  });
  expect([status, isFrozen]).toEqual(["draft", false]);
  expect(sheet).toMatchObject({ bases: [30], payers: 30, departsOn: "2027-06-12" });
  expect(sheet.days.map((day: Loose) => day.destination)).toEqual(Array.from({ length: 5 }, () => ({ country: "IT", place: "Naples" })));
  expect(sheet.lines.map((one: Loose) => [one.name, one.quantityType, one.repetitions, one.unitCost])).toEqual([
    ["Flight", "perPerson", 1, "210"],
    ["Guide", "perGroup", 2, "180"],
  ]);
  // 30 × 210 + 2 × 180 = 6,660 at 20 % mark-up: 222 × 1.2 each.
  expect(quote.total.amount).toBe("7992.00");
  await ask("DELETE", `/opportunities/${opportunity.id}/products/${panel.data[0].id}`);
  expect((await ask("GET", at(quote))).sheet.lines).toHaveLength(2);
});

test("two people edit at once: other fields merge, of one field both are told, by line and field, and nothing is written", async () => {
  const { quote } = await ask("POST", "/quotes", { name: "Alone" });
  const coach = line();
  const first = await ask("PATCH", at(quote), { edits: [add(coach)] });
  await ask("PATCH", at(quote), { edits: [setLine(coach.id, "unitCost", "100.00", "120.00")] });
  const merged = await ask("PATCH", at(quote), { edits: [setLine(coach.id, "repetitions", 1, 2)] });
  expect(merged.sheet.lines[0]).toMatchObject({ unitCost: "120.00", repetitions: 2 });
  expect(merged.version).toBeGreaterThan(first.version);
  const conflict = await refused("PATCH", at(quote), {
    edits: [setLine(coach.id, "unitCost", "100.00", "90.00"), setLine(coach.id, "name", "Coach", "Bus")],
  });
  expect(conflict).toMatchObject({
    status: 409,
    code: "quote.conflict",
    conflicts: [{ kind: "changed", on: "line", id: coach.id, name: "Coach", field: "unitCost", mine: "90.00", theirs: "120.00" }],
    current: { version: merged.version },
  });
  expect((await ask("GET", at(quote))).sheet.lines[0].name).toBe("Coach");
});

test("a batch is undone as one; of an hour's typing the opportunity is told once", async () => {
  const opportunity = await anOpportunity(claire);
  const { quote } = await ask("POST", "/quotes", { from: {}, opportunityId: opportunity.id, name: "Naples" });
  const coach = line();
  await ask("PATCH", at(quote), { edits: [add(coach)] });
  const answer = await claire.ask("PATCH", at(quote), {
    body: { edits: [setLine(coach.id, "unitCost", "100.00", "90.00"), set("leaders", 0, 1)] },
  });
  await ask("PATCH", at(quote), { edits: [setLine(coach.id, "name", "Coach", "Bus")] });
  await ask("POST", "/undo", { token: answer.headers.get("escale-undo") });
  const { sheet } = await ask("GET", at(quote));
  expect(sheet.leaders).toBe(0);
  expect(sheet.lines[0]).toMatchObject({ unitCost: "100.00", name: "Bus" });
  const { data } = await ask("GET", `/opportunities/${opportunity.id}/timeline`);
  expect(data.filter((fact: Loose) => fact.kind === "quote.priced")).toHaveLength(1);
});

test("an impossible value is refused by its place in the batch; what cannot be reckoned is kept and told", async () => {
  const { quote } = await ask("POST", "/quotes", { name: "Alone" });
  const coach = line({ quantityType: "perCapacity", capacity: 0 });
  const { problems, prices, total } = await ask("PATCH", at(quote), { edits: [add(coach)] });
  expect(problems).toMatchObject([{ pointer: "/lines/0/capacity", code: "value.tooSmall", about: "Coach" }]);
  expect(prices[0].price).toBeNull();
  expect(total).toBeNull();
  expect(await refused("POST", at(quote, 1, "/send"))).toMatchObject({ status: 400, errors: [{ pointer: "/lines/0/capacity" }] });
  expect(await refused("PATCH", at(quote), { edits: [setLine(coach.id, "unitCost", "100.00", "1,5")] })).toMatchObject({
    status: 400,
    errors: [{ pointer: "/edits/0/to", code: "amount.invalid" }],
  });
  expect(await refused("PATCH", at(quote), { edits: [setLine(coach.id, "supplierId", null, newId())] })).toMatchObject({
    errors: [{ pointer: "/lines/0/supplierId", code: "reference.unknown" }],
  });
});

test("sent is frozen; a new version starts from it, and when it is sent the earlier one is superseded", async () => {
  const opportunity = await anOpportunity(claire);
  const quote = await aPricedQuote(opportunity.id);
  const sent = await claire.ask("POST", at(quote, 1, "/send"));
  expect(sent.body).toMatchObject({ status: "sent", isFrozen: true, can: { edit: false, send: false } });
  expect(await refused("PATCH", at(quote), { edits: [set("leaders", 0, 1)] })).toMatchObject({ status: 409, code: "quote.frozen" });
  expect(await refused("POST", at(quote, 1, "/send"))).toMatchObject({ status: 409, code: "quote.wrongStatus" });
  const next = await ask("POST", `/quotes/${quote.id}/versions`, {});
  expect(next).toMatchObject({ number: 2, madeFrom: 1, status: "draft", quote: { newestVersion: 2, status: "draft" } });
  const [one] = next.sheet.lines;
  await ask("PATCH", at(quote, 2), {
    edits: [setLine(one.id, "unitCost", "500.00", "450.00"), add(line({ unitCost: "10.00", name: "Tips" }))],
  });
  const { lines, prices } = await ask("GET", at(quote, 2, "/compare?with=1"));
  expect(
    lines.map((change: Loose) => [change.change, (change.after ?? change.before).name, change.fields.map((field: Loose) => field.field)]),
  ).toEqual([
    ["added", "Tips", []],
    ["changed", "Coach", ["unitCost"]],
  ]);
  expect(prices).toMatchObject([
    { payers: 20, before: { amount: "600.00" }, after: { amount: "552.00" }, effect: "-48.00" },
    { payers: 40, effect: "-48.00" },
  ]);
  await ask("POST", at(quote, 2, "/send"));
  expect((await ask("GET", `/quotes/${quote.id}/versions`)).data.map((version: Loose) => version.status)).toEqual(["sent", "superseded"]);
  await ask("POST", at(quote, 2, "/decline"), { reason: "Too dear" });
  expect(await ask("GET", at(quote, 2))).toMatchObject({ status: "declined", declineReason: "Too dear" });
  await ask("POST", "/undo", { token: sent.headers.get("escale-undo"), force: true });
});

test("a sent one whose validity has passed is expired, on reading and in the list", async () => {
  const opportunity = await anOpportunity(claire, { name: "Expired" });
  const quote = await aPricedQuote(opportunity.id);
  const { sheet } = await ask("GET", at(quote));
  await ask("PATCH", at(quote), { edits: [set("validUntil", sheet.validUntil, "2020-01-01")] });
  await ask("POST", at(quote, 1, "/send"));
  expect((await ask("GET", at(quote))).status).toBe("expired");
  const listed = async (status: string): Promise<string[]> =>
    (await ask("GET", `/quotes?status=${status}&opportunityId=${opportunity.id}`)).data.map(({ id }: Loose) => id);
  expect(await listed("expired")).toEqual([quote.id]);
  expect(await listed("sent")).toEqual([]);
  expect(await listed("draft,expired")).toEqual([quote.id]);
});

test("without the right to costs: words are read and edited, figures are neither", async () => {
  const opportunity = await anOpportunity(claire);
  const quote = await aPricedQuote(opportunity.id);
  const seen = await ask("GET", at(quote), undefined, reader);
  expect(seen).toMatchObject({
    cost: null,
    margin: null,
    netMargin: null,
    marginPercent: null,
    agency: { rate: null },
    can: { edit: true, price: false },
  });
  expect(seen.total.amount).toBe("12000.00");
  expect(seen.priceTable[0].price).toBe("600.00");
  expect(seen.sheet.lines[0]).toMatchObject({ unitCost: null, ratePercent: null });
  expect(JSON.stringify(seen)).not.toContain("500.00");
  const [{ id }] = seen.sheet.lines;
  expect((await ask("PATCH", at(quote), { edits: [setLine(id, "name", "Coach", "Autocar")] }, reader)).sheet.lines[0].name).toBe("Autocar");
  for (const [method, path, body] of [
    ["PATCH", at(quote), { edits: [setLine(id, "unitCost", "500.00", "1.00")] }],
    ["POST", `/quotes/${quote.id}/versions`, {}],
    ["POST", "/quotes", { name: "Mine" }],
    ["GET", at(quote, 1, "/purchases"), undefined],
    ["GET", at(quote, 1, "/export"), undefined],
  ] as const)
    expect((await refused(method, path, body, reader)).status, path).toBe(403);
  const { data } = await ask("GET", `/opportunities/${opportunity.id}/timeline`, undefined, reader);
  expect(JSON.stringify(data)).not.toContain("500.00");
  await ask("POST", at(quote, 1, "/choose"), {});
  const panel = await ask("GET", `/opportunities/${opportunity.id}/quotes`, undefined, reader);
  expect(panel.chosen.total.amount).toBe("12000.00");
  expect(JSON.stringify(await ask("GET", `/opportunities/${opportunity.id}/timeline`, undefined, reader))).not.toContain("2000.00");
});
