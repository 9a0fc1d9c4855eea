import { afterAll, beforeAll, expect, test } from "vitest";
import { newDay } from "#domain/quote/quote-sheet.ts";
import { newId } from "#server/platform/new-id.ts";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { add, at, line, set, Quoting } from "#tests/support/quoting.ts";

let installation: Installation;
let claire: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  claire = await aUser(installation, await anAgency(installation));
});
afterAll(() => installation.stop());

const { ask, refused } = new Quoting(() => claire);

test("the list pages in every order, finds by number and by name; search everywhere finds them too", async () => {
  for (let n = 0; n < 5; n += 1) await ask("POST", "/quotes", { name: `Sorrento ${n}`, departsOn: n % 2 ? `2027-05-0${n}` : null });
  for (const sort of ["-updatedAt", "number", "name", "departsOn", "-validUntil"]) {
    const seen: string[] = [];
    let cursor = "";
    do {
      const page: Loose = await ask("GET", `/quotes?q=sorrento&limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.data.map(({ name }: Loose) => name));
      cursor = page.page.nextCursor ?? "";
    } while (cursor !== "");
    expect(seen.toSorted(), sort).toEqual([0, 1, 2, 3, 4].map((n) => `Sorrento ${n}`));
  }
  const [{ number, id }] = (await ask("GET", "/quotes?q=Sorrento%203")).data;
  expect((await ask("GET", `/quotes?q=${number}&count=exact`)).total).toBe(1);
  const found = await ask("GET", `/search?q=${number}`);
  expect(found.groups.find((group: Loose) => group.type === "quote").data).toMatchObject([{ id, number, opens: { type: "quote", id } }]);
});

test("rates are refreshed after their effect was shown", async () => {
  await ask("PUT", "/exchange-rates/USD", { rate: "0.9213", source: "test" });
  const { quote, sheet } = await ask("POST", "/quotes", { name: "Dollars" });
  await ask("PATCH", at(quote), { edits: [set("bases", sheet.bases, [20]), add(line({ currency: "USD" }))] });
  await ask("PUT", "/exchange-rates/USD", { rate: "1", source: "test" });
  const shown = await ask("POST", at(quote, 1, "/refresh-rates"), { dry: true });
  expect(shown.rates).toMatchObject([{ currency: "USD", before: "0.9213", after: "1", source: "test" }]);
  expect(shown.prices).toMatchObject([{ payers: 20, before: { amount: "110.56" }, after: { amount: "120.00" }, effect: "9.44" }]);
  expect((await ask("GET", at(quote))).sheet.exchangeRates[0].rate).toBe("0.9213");
  await ask("POST", at(quote, 1, "/refresh-rates"), {});
  expect((await ask("GET", at(quote))).priceTable[0].price).toBe("120.00");
});

test("a template keeps what is not one client's; a quote from it has its days shifted and the catalogue's price of the new day", async () => {
  const product = await ask("POST", "/products", {
    name: "Hôtel Vesuvio",
    quantityType: "roomShared",
    capacity: 2,
    unitCost: "90.00",
    periods: [
      { from: "2027-06-01", until: "2027-06-30", cost: "100.00", price: null },
      { from: "2027-09-01", until: "2027-09-30", cost: "80.00", price: null },
    ],
  });
  const { quote } = await ask("POST", "/quotes", { name: "Naples", departsOn: "2027-06-12" });
  const day = newDay({ id: newId(), title: "Naples" });
  const hotel = line({
    productId: product.id,
    dayId: day.id,
    quantityType: "roomShared",
    capacity: 2,
    unitCost: "100.00",
    priceUntil: "2027-06-30",
  });
  await ask("PATCH", at(quote), { edits: [{ kind: "addDay", day, afterDayId: null }, add(hotel), set("notes", null, "For Anna only")] });
  const template = await ask("POST", "/quotes/templates", { name: "Naples classic", quoteId: quote.id });
  expect(template).toMatchObject({ daysCount: 1, linesCount: 1 });
  const made = await ask("POST", "/quotes", { from: { templateId: template.id }, departsOn: "2027-09-05" });
  expect(made.quote).toMatchObject({ name: "Naples classic", departsOn: "2027-09-05" });
  expect(made.sheet.notes).toBeNull();
  expect(made.sheet.lines[0]).toMatchObject({ unitCost: "80.00", priceUntil: "2027-09-30", withoutPeriod: false });
  const winter = await ask("POST", "/quotes", { from: { templateId: template.id }, departsOn: "2027-12-05" });
  expect(winter.sheet.lines[0].withoutPeriod).toBe(true);
  expect(winter.toCheck.map(({ kind }: Loose) => kind)).toContain("priceOutside");
  const copy = await ask("POST", "/quotes", { from: { quoteId: quote.id } });
  expect(copy.quote).toMatchObject({ name: "Naples", departsOn: "2027-06-12" });
  expect(copy.quote.number).not.toBe(quote.number);
  await ask("DELETE", `/quotes/templates/${template.id}`);
  expect((await ask("GET", "/quotes/templates")).data).toEqual([]);
});

test("purchases: lines by supplier, with rooms and heads to book and totals in each currency", async () => {
  const supplier = await ask("POST", "/suppliers", { name: "Hôtel Vesuvio" });
  const { quote, sheet } = await ask("POST", "/quotes", { name: "Naples" });
  const hotel = line({
    name: "Double",
    quantityType: "roomWhole",
    capacity: 2,
    repetitions: 3,
    unitCost: "90.00",
    supplierId: supplier.id,
  });
  const boat = line({ name: "Boat", part: "option", quantityType: "perGroup", unitCost: "500.00" });
  await ask("PATCH", at(quote), {
    edits: [
      set("bases", sheet.bases, [20]),
      set("payers", null, 21),
      add(hotel),
      add(boat),
      set("taken", [], [{ lineId: boat.id, takers: 4 }]),
    ],
  });
  const { payers, suppliers, cost } = await ask("GET", at(quote, 1, "/purchases"));
  expect(payers).toBe(21);
  expect(suppliers.map((one: Loose) => [one.supplier?.name ?? null, one.lines[0].units, one.lines[0].heads, one.cost.amount])).toEqual([
    ["Hôtel Vesuvio", 11, 21, "2970.00"],
    [null, 1, 4, "500.00"],
  ]);
  expect(cost.amount).toBe("3470.00");
  expect(await refused("GET", at(quote, 1, "/purchases?payers=12"))).toMatchObject({
    status: 400,
    errors: [{ code: "payers.belowMinimum" }],
  });
  const file = await claire.ask("GET", at(quote, 1, "/export"));
  expect(file.status).toBe(200);
  expect(file.headers.get("content-type")).toContain("text/csv");
  const sheetFile = await claire.ask("GET", at(quote, 1, "/export?format=xlsx"));
  expect(sheetFile.status).toBe(200);
  expect(sheetFile.headers.get("content-type")).toContain("spreadsheetml");
});

test("a deleted quote is gone, and brought back; the undo of a new version takes it away while nobody touched it", async () => {
  const { quote } = await ask("POST", "/quotes", { name: "Gone" });
  await ask("DELETE", `/quotes/${quote.id}`);
  expect((await refused("GET", `/quotes/${quote.id}`)).status).toBe(410);
  await ask("POST", `/quotes/${quote.id}/restore`);
  const added = await claire.ask("POST", `/quotes/${quote.id}/versions`, { body: {} });
  await ask("POST", "/undo", { token: added.headers.get("escale-undo") });
  expect((await ask("GET", `/quotes/${quote.id}`)).newestVersion).toBe(1);
  expect((await refused("GET", at(quote, 2))).status).toBe(404);
});
