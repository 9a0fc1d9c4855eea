import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let claire: TestUser;
let reader: TestUser;
let blind: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation);
  claire = await aUser(installation, workspaceId);
  reader = await aUser(installation, workspaceId, { role: "reader", overrides: { scope: "all" } });
  blind = await aUser(installation, workspaceId, { role: "manager", overrides: { scope: "all", costs: false } });
});
afterAll(() => installation.stop());

const get = async (id: string): Promise<Loose> => (await claire.ask("GET", `/opportunities/${id}`)).body;
const add = async (id: string, ...lines: Loose[]): Promise<Loose> => {
  const answer = await claire.ask("POST", `/opportunities/${id}/products`, { body: { lines } });
  expect(answer.status).toBe(200);
  return answer.body;
};
const twoAndOne = [
  { name: "Hotel", quantity: "2", unitPrice: "450.00" },
  { name: "Guide", quantity: "1", unitPrice: "100.00" },
];

test("created with no amount: the amount follows the products, 1,000.00 then 1,100.00, and zero again", async () => {
  const { id } = await anOpportunity(claire, { amount: "0" });
  await add(id, ...twoAndOne);
  expect(await get(id)).toMatchObject({
    amount: { amount: "1000.00" },
    amountSource: "products",
    products: { count: 2, total: { amount: "1000.00" } },
  });
  const panel = await add(id, { name: "Guide", quantity: "1", unitPrice: "100.00" });
  expect((await get(id)).amount.amount).toBe("1100.00");
  for (const line of panel.data) await claire.ask("DELETE", `/opportunities/${id}/products/${line.id}`);
  expect(await get(id)).toMatchObject({ amount: { amount: "0.00" }, amountSource: "products", products: { count: 0, total: null } });
});

test("typed 5,000.00, products 1,000.00: stays, won 1,000.00, reopened 5,000.00", async () => {
  const { id } = await anOpportunity(claire, { amount: "5000.00" });
  await add(id, ...twoAndOne);
  expect(await get(id)).toMatchObject({ amount: { amount: "5000.00" }, amountSource: "typed", products: { total: { amount: "1000.00" } } });
  await claire.ask("POST", `/opportunities/${id}/win`);
  expect(await get(id)).toMatchObject({ amount: { amount: "1000.00" }, amountSource: "products", outcome: "won" });
  await add(id, { name: "Late", unitPrice: "50.00" });
  expect((await get(id)).amount.amount).toBe("1000.00");
  await claire.ask("PATCH", `/opportunities/${id}`, { body: { amount: null } });
  expect((await get(id)).amount.amount).toBe("1050.00");
  await claire.ask("POST", `/opportunities/${id}/reopen`);
  expect(await get(id)).toMatchObject({ amount: { amount: "5000.00" }, amountSource: "typed" });
});

test("edited to empty: back to the products; reopened after following them, it follows their total of today", async () => {
  const { id } = await anOpportunity(claire, { amount: "5000.00" });
  await add(id, ...twoAndOne);
  await claire.ask("PATCH", `/opportunities/${id}`, { body: { amount: null } });
  expect(await get(id)).toMatchObject({ amount: { amount: "1000.00" }, amountSource: "products" });
  await claire.ask("POST", `/opportunities/${id}/win`);
  await add(id, { name: "Late", unitPrice: "50.00" });
  await claire.ask("POST", `/opportunities/${id}/reopen`);
  expect((await get(id)).amount.amount).toBe("1050.00");
});

test("won without products or quote: the amount is unchanged", async () => {
  const { id } = await anOpportunity(claire, { amount: "5000.00" });
  await claire.ask("POST", `/opportunities/${id}/win`);
  expect(await get(id)).toMatchObject({ amount: { amount: "5000.00" }, amountSource: "typed" });
});

test("the margin is of the products when every line has a cost, for every period of a recurring value", async () => {
  const { id } = await anOpportunity(claire, { valueKind: "recurring", period: "month", periods: 3 });
  await add(id, { name: "Hotel", unitPrice: "100.00", unitCost: "80.00" });
  expect(await get(id)).toMatchObject({
    potentialRevenue: { amount: "300.00" },
    estimatedMargin: { amount: "60.00" },
    marginSource: "products",
  });
  await add(id, { name: "Unknown", unitPrice: "100.00" });
  expect((await get(id)).marginSource).toBe("default");
});

test("another currency keeps the digits of the lines", async () => {
  await claire.ask("PUT", "/exchange-rates/JPY", { body: { rate: "0.0061" } });
  const { id } = await anOpportunity(claire);
  await add(id, { name: "Hotel", quantity: "3", unitPrice: "450.40" });
  await claire.ask("PATCH", `/opportunities/${id}`, { body: { currency: "JPY" } });
  expect(await get(id)).toMatchObject({ amount: { amount: "1351", currency: "JPY" }, products: { total: { amount: "1351" } } });
});

test("a product of the catalogue brings the price of the departure, its group's quantity and another currency converted", async () => {
  await claire.ask("PUT", "/exchange-rates/USD", { body: { rate: "0.9213" } });
  const supplier = (await claire.ask("POST", "/suppliers", { body: { name: "Domus Pacis", country: "IT" } })).body;
  const product = (
    await claire.ask("POST", "/products", {
      body: {
        name: "Half board",
        supplierId: supplier.id,
        quantityType: "roomShared",
        capacity: 2,
        currency: "USD",
        unitPrice: "100.00",
        unitCost: "80.00",
        periods: [{ from: "2027-04-01", until: "2027-04-30", price: "3480.00", cost: "3000.00" }],
      },
    })
  ).body;
  const { id } = await anOpportunity(claire, { departsOn: "2027-04-20", adults: 36 });
  const panel = await add(id, { productId: product.id });
  expect(panel.data[0]).toMatchObject({
    name: "Half board",
    quantity: "18",
    unit: "room",
    unitPrice: "3206.12",
    supplier: { name: "Domus Pacis" },
    convertedFrom: { price: "3480.00", currency: "USD" },
    outsidePeriods: false,
  });
  const outside = await add((await anOpportunity(claire, { departsOn: "2027-06-01" })).id, { productId: product.id });
  expect(outside.data[0]).toMatchObject({ unitPrice: "92.13", outsidePeriods: true });
  expect((await claire.ask("DELETE", `/suppliers/${supplier.id}`)).status).toBe(409);
});

test("of periods over each other the most specific counts, in its own currency and counted its own way", async () => {
  await claire.ask("PUT", "/exchange-rates/CHF", { body: { rate: "1.05" } });
  const product = await claire.ask("POST", "/products", {
    body: {
      name: "Hôtel des Alpes",
      quantityType: "roomShared",
      capacity: 2,
      unitPrice: "90.00",
      periods: [
        { from: "2027-06-01", until: "2027-06-30", price: "100.00" },
        {
          from: "2027-06-01",
          until: "2027-06-30",
          price: "200.00",
          weekdays: [7, 6],
          currency: "CHF",
          quantityType: "perPerson",
          allotment: "20",
        },
      ],
    },
  });
  expect(product.body.periods[1]).toMatchObject({ weekdays: [6, 7], currency: "CHF", quantityType: "perPerson", allotment: "20" });
  const lineOn = async (departsOn: string): Promise<Loose> => {
    const { id } = await anOpportunity(claire, { departsOn, adults: 10 });
    return (await add(id, { productId: product.body.id })).data[0];
  };
  expect(await lineOn("2027-06-18")).toMatchObject({ unitPrice: "100.00", unit: "room", quantity: "5", convertedFrom: null });
  expect(await lineOn("2027-06-19")).toMatchObject({
    unitPrice: "210.00",
    unit: "person",
    quantity: "10",
    convertedFrom: { currency: "CHF" },
  });
  expect(await lineOn("2027-07-01")).toMatchObject({ unitPrice: "90.00", outsidePeriods: true });
});

test("lines take the place asked for, and close up", async () => {
  const { id } = await anOpportunity(claire);
  const panel = await add(id, { name: "A" }, { name: "B" }, { name: "C" });
  const names = (body: Loose): string => body.data.map((line: Loose) => line.name).join("");
  const moved = await claire.ask("PATCH", `/opportunities/${id}/products/${panel.data[2].id}`, { body: { position: 0 } });
  expect(names(moved.body)).toBe("CAB");
  const between = await claire.ask("POST", `/opportunities/${id}/products`, { body: { lines: [{ name: "X" }], at: 1 } });
  expect(names(between.body)).toBe("CXAB");
  expect(between.body.data.map((line: Loose) => line.position)).toEqual([0, 1, 2, 3]);
});

test("adding, changing, moving and removing a line are each taken back, with the amount", async () => {
  const { id } = await anOpportunity(claire);
  const undo = async (answer: { headers: Headers }) =>
    expect((await claire.ask("POST", "/undo", { body: { token: answer.headers.get("escale-undo") } })).status).toBe(200);
  const panel = async () => (await claire.ask("GET", `/opportunities/${id}/products`)).body;
  const withoutVersions = ({ data, totals }: Loose) => ({ totals, data: data.map(({ version: _version, ...line }: Loose) => line) });
  await add(id, { name: "A", unitPrice: "10.00" }, { name: "B", unitPrice: "20.00", unitCost: "15.00" });
  const before = await panel();
  const [a, b] = before.data;
  for (const [method, path, body] of [
    ["POST", "", { lines: [{ name: "C", unitPrice: "30.00" }], at: 1 }],
    ["PATCH", `/${a.id}`, { unitPrice: "12.50", quantity: "3", name: "A2" }],
    ["PATCH", `/${b.id}`, { position: 0 }],
    ["DELETE", `/${a.id}`, undefined],
  ] as const) {
    const done = await claire.ask(method, `/opportunities/${id}/products${path}`, body ? { body } : {});
    expect(withoutVersions(done.body)).not.toEqual(withoutVersions(before));
    await undo(done);
    expect(withoutVersions(await panel())).toEqual(withoutVersions(before));
    expect((await get(id)).amount.amount).toBe("30.00");
  }
});

test("an undo that a later change holds names the field, and force overwrites", async () => {
  const { id } = await anOpportunity(claire);
  const { data } = await add(id, { name: "A", unitPrice: "10.00" });
  const path = `/opportunities/${id}/products/${data[0].id}`;
  const first = await claire.ask("PATCH", path, { body: { unitPrice: "20.00" } });
  await claire.ask("PATCH", path, { body: { unitPrice: "30.00" } });
  const token = first.headers.get("escale-undo");
  expect((await claire.ask("POST", "/undo", { body: { token } })).body).toMatchObject({ status: 409, code: "undo.overtaken" });
  expect((await claire.ask("POST", "/undo", { body: { token, force: true } })).status).toBe(200);
  expect((await get(id)).amount.amount).toBe("10.00");
});

test("the timeline says what changed on which line, and what became of the amount", async () => {
  const { id } = await anOpportunity(claire);
  await add(id, { name: "Guide", unitPrice: "10.00", unitCost: "8.00" });
  const told = (await claire.ask("GET", `/opportunities/${id}/timeline`)).body.data[0];
  expect(told).toMatchObject({ kind: "productLine.added", record: { name: "Guide" }, canUndo: true });
  expect(told.fields).toContainEqual(expect.objectContaining({ field: "amount", to: { amount: "10.00", currency: "EUR" } }));
  const hidden = (await blind.ask("GET", `/opportunities/${id}/timeline`)).body.data[0];
  expect(JSON.stringify(hidden)).not.toContain("unitCost");
});

test("without the right, costs are nowhere and cannot be written", async () => {
  const { id } = await anOpportunity(claire);
  const { data } = await add(id, { name: "Guide", unitPrice: "10.00", unitCost: "8.00" });
  const panel = (await blind.ask("GET", `/opportunities/${id}/products`)).body;
  expect(panel.data[0]).toMatchObject({ unitCost: null, cost: null, marginPercent: null });
  expect(panel.totals).toMatchObject({ total: { amount: "10.00" }, cost: null, margin: null, marginPercent: null });
  expect((await blind.ask("PATCH", `/opportunities/${id}/products/${data[0].id}`, { body: { unitCost: "1.00" } })).status).toBe(403);
  const product = (await claire.ask("POST", "/products", { body: { name: "Secret", unitPrice: "10.00", unitCost: "7.77" } })).body;
  const seen = await blind.ask("GET", `/products/${product.id}`);
  expect(seen.body).toMatchObject({ unitPrice: "10", unitCost: null });
  const edited = await blind.ask("PATCH", `/products/${product.id}`, { body: { unitPrice: "11.00" } });
  expect(edited.status).toBe(200);
  expect((await claire.ask("GET", `/products/${product.id}`)).body.unitCost).toBe("7.77");
});

test("a reader may look and not touch; what may not be seen is not there", async () => {
  const { id } = await anOpportunity(claire);
  const { data } = await add(id, { name: "Guide", unitPrice: "10.00" });
  expect((await reader.ask("GET", `/opportunities/${id}/products`)).status).toBe(200);
  expect((await reader.ask("POST", `/opportunities/${id}/products`, { body: { lines: [{ name: "x" }] } })).status).toBe(403);
  expect((await reader.ask("PATCH", `/opportunities/${id}/products/${data[0].id}`, { body: { name: "x" } })).status).toBe(403);
  expect((await reader.ask("DELETE", `/opportunities/${id}/products/${data[0].id}`)).status).toBe(403);
  expect((await reader.ask("POST", "/products", { body: { name: "x" } })).status).toBe(403);
  expect((await reader.ask("POST", "/suppliers", { body: { name: "x" } })).status).toBe(403);
  const supplier = (await claire.ask("POST", "/suppliers", { body: { name: "Vox Roma", city: "Rome" } })).body;
  expect((await reader.ask("GET", `/suppliers/${supplier.id}`)).body).toMatchObject({
    name: "Vox Roma",
    products: 0,
    can: { edit: false, delete: false },
  });
  const stranger = await aUser(installation, await anAgency(installation, { name: "Elsewhere" }));
  expect((await stranger.ask("GET", `/opportunities/${id}/products`)).status).toBe(404);
  const product = (await claire.ask("POST", "/products", { body: { name: "Ours" } })).body;
  expect((await stranger.ask("GET", `/products/${product.id}`)).status).toBe(404);
  expect((await stranger.ask("GET", `/suppliers/${supplier.id}`)).status).toBe(404);
  expect((await stranger.ask("GET", "/products?q=Ours")).body.data).toEqual([]);
});

test("bad input names its field and writes nothing", async () => {
  const { id } = await anOpportunity(claire);
  const refused = async (lines: Loose[]) => {
    const answer = await claire.ask("POST", `/opportunities/${id}/products`, { body: { lines } });
    expect(answer.status).toBe(400);
    return answer.body.errors.map((problem: Loose) => problem.pointer);
  };
  expect(await refused([{ name: "ok" }, { quantity: "2" }])).toEqual(["/lines/1/name"]);
  expect(await refused([{ name: "x", unitPrice: "1.005" }])).toEqual(["/lines/0/unitPrice"]);
  expect(await refused([{ name: "x", quantity: "0" }])).toEqual(["/lines/0/quantity"]);
  expect(await refused([{ name: "x", discountPercent: "101" }])).toEqual(["/lines/0/discountPercent"]);
  expect(await refused([{ productId: "019300ab-0000-7000-8000-000000000000" }])).toEqual(["/lines/0/productId"]);
  expect(await refused([{ name: "x", supplierId: "019300ab-0000-7000-8000-000000000000" }])).toEqual(["/lines/0/supplierId"]);
  expect((await claire.ask("GET", `/opportunities/${id}/products`)).body.data).toEqual([]);
  const overlap = [
    { from: "2027-01-01", until: "2027-02-01", price: "1", cost: null },
    { from: "2027-01-01", until: "2027-02-01", price: "2", cost: null },
  ];
  expect((await claire.ask("POST", "/products", { body: { name: "x", periods: overlap } })).body.errors[0].pointer).toBe("/periods/1/from");
});

test("a product and a supplier are changed at a version, taken out, and taken back", async () => {
  const supplier = (await claire.ask("POST", "/suppliers", { body: { name: "Umbria Mobilità", phone: "+39 075 963 7001" } })).body;
  expect((await claire.ask("POST", "/suppliers", { body: { name: "umbria mobilita" } })).status).toBe(409);
  const stale = await claire.ask("PATCH", `/suppliers/${supplier.id}`, { body: { city: "Assisi" }, headers: { "if-match": '"7"' } });
  expect(stale).toMatchObject({ status: 412 });
  const product = (await claire.ask("POST", "/products", { body: { name: "Coach", supplierId: supplier.id, unitPrice: "870.00" } })).body;
  const edited = await claire.ask("PATCH", `/products/${product.id}`, { body: { unitPrice: "900.00" }, headers: { "if-match": '"1"' } });
  expect(edited.body).toMatchObject({ unitPrice: "900", version: 2 });
  await claire.ask("POST", "/undo", { body: { token: edited.headers.get("escale-undo") } });
  expect((await claire.ask("GET", `/products/${product.id}`)).body.unitPrice).toBe("870");
  const gone = await claire.ask("DELETE", `/products/${product.id}`);
  expect((await claire.ask("GET", `/products/${product.id}`)).status).toBe(404);
  await claire.ask("POST", "/undo", { body: { token: gone.headers.get("escale-undo") } });
  expect((await claire.ask("GET", `/products?q=coach%20umbria`)).body.data).toHaveLength(1);
});

test("the catalogue as a file: a line a price period, costs for those alone who may see them", async () => {
  await claire.ask("POST", "/products", {
    body: {
      name: "=Formule",
      category: "visit",
      unitCost: "7.50",
      unitPrice: "9.00",
      periods: [
        { from: "2027-04-01", until: "2027-09-30", cost: "8.25", price: "10.00", weekdays: [6, 7] },
        { from: "2027-10-01", until: "2027-12-31", cost: "7.25", price: "8.50" },
      ],
    },
  });
  const file = async (user: TestUser): Promise<string[]> =>
    (await user.ask("GET", "/exports/products?q=formule")).body.trim().split(/\r?\n/);
  const [header = "", weekends = "", autumn = "", ...more] = await file(claire);
  expect(more).toEqual([]);
  expect(header).toContain("Cost (Prices by date)");
  expect(weekends).toContain('\'=Formule,,Visit,,,,per person,,EUR,7.5,9,,2027-04-01,2027-09-30,"Sat, Sun",8.25,10.00');
  expect(autumn).toContain("2027-10-01,2027-12-31,,7.25,8.50");
  const seen = (await file(blind)).join("\n");
  for (const hidden of ["7.5", "8.25", "Cost"]) expect(seen).not.toContain(hidden);
  expect((await reader.ask("GET", "/exports/products")).status).toBe(403);
});
