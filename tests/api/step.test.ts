import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#server/platform/new-id.ts";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { aPicture, PDF, send } from "#tests/support/files.ts";

let installation: Installation;
let claire: TestUser;
let reader: TestUser;
let elsewhere: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation);
  claire = await aUser(installation, workspaceId);
  reader = await aUser(installation, workspaceId, { role: "reader" });
  elsewhere = await aUser(installation, await anAgency(installation));
});
afterAll(() => installation.stop());

const make = async (path: string, body: Loose): Promise<Loose> => {
  const answer = await claire.ask("POST", path, { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const change = (path: string, { id }: Loose, body: Loose) => claire.ask("PATCH", `${path}/${id}`, { body });
const show = async (path: string, { id }: Loose): Promise<Loose> => (await claire.ask("GET", `${path}/${id}`)).body;
const undo = (answer: { headers: Headers }) => claire.ask("POST", "/undo", { body: { token: answer.headers.get("escale-undo") } });

test("a step holds products in their order with repetitions and what the client reads in each language", async () => {
  const supplier = await make("/suppliers", { name: "Vesuvio Bus" });
  const [bus, guide] = [
    await make("/products", { name: "Bus", category: "transport", supplierId: supplier.id }),
    await make("/products", { name: "Guide" }),
  ];
  const step = await make("/steps", {
    name: "Vesuvius, morning",
    publicName: "Le Vésuve",
    destination: { country: "IT", place: "Ercolano" },
    publicText: { fr: "Le cratère.", en: "The crater." },
    products: [{ productId: guide.id }, { productId: bus.id, repetitions: 2 }],
  });
  expect(step).toMatchObject({
    kind: "day",
    publicText: { fr: "Le cratère.", en: "The crater.", it: null },
    products: [
      { product: { id: guide.id }, repetitions: 1, isDeleted: false },
      { product: { name: "Bus" }, category: "transport", supplier: { name: "Vesuvio Bus" }, repetitions: 2 },
    ],
    isArchived: false,
  });
  const { body } = await change("/steps", step, { publicText: { it: "Il cratere." } });
  expect(body.publicText).toEqual({ fr: "Le cratère.", en: "The crater.", it: "Il cratere." });
  await claire.ask("DELETE", `/products/${guide.id}`);
  expect((await show("/steps", step)).products[0]).toMatchObject({ product: { name: "Guide" }, isDeleted: true });
  // One that it has already may stay; one that is gone cannot be added.
  expect((await change("/steps", step, { products: [{ productId: guide.id }] })).status).toBe(200);
  const refused = await claire.ask("POST", "/steps", { body: { name: "x", products: [{ productId: bus.id }, { productId: guide.id }] } });
  expect(refused.body.errors[0].pointer).toBe("/products/1/productId");
});

test("steps are listed, filtered, put away, deleted and brought back; search finds them until then", async () => {
  const product = await make("/products", { name: "Phlegraean boat" });
  const [one, two] = [
    await make("/steps", { name: "Procida by boat", kind: "transport", products: [{ productId: product.id }] }),
    await make("/steps", { name: "Procida on foot", destination: { country: "IT", place: "Corricella" } }),
  ];
  const names = async (query: string): Promise<string[]> =>
    (await claire.ask("GET", `/steps?q=procida&${query}`)).body.data.map(({ name }: Loose) => name);
  expect(await names("")).toEqual(["Procida by boat", "Procida on foot"]);
  expect(await names("sort=-name&limit=1")).toEqual(["Procida on foot"]);
  expect(await names("kind=transport,flight")).toEqual(["Procida by boat"]);
  expect(await names(`productId=${product.id}`)).toEqual(["Procida by boat"]);
  expect(await names("country=IT")).toEqual(["Procida on foot"]);
  const archived = await change("/steps", one, { isArchived: true });
  expect([await names(""), await names("archived=true")]).toEqual([["Procida on foot"], ["Procida by boat"]]);
  await undo(archived);
  expect(await names("")).toHaveLength(2);
  const found = async (): Promise<Loose[]> => (await claire.ask("GET", "/search?q=corricella")).body.groups.map(({ type }: Loose) => type);
  expect(await found()).toEqual(["step"]);
  await claire.ask("DELETE", `/steps/${two.id}`);
  expect([await names(""), await names("deleted=true"), await found()]).toEqual([["Procida by boat"], ["Procida on foot"], []]);
  expect((await claire.ask("GET", `/steps/${two.id}`)).status).toBe(404);
  expect((await claire.ask("POST", `/steps/${two.id}/restore`, { body: {} })).body).toMatchObject({ deletedAt: null });
  expect(await names("")).toHaveLength(2);
});

test("a change of a step is taken back; a later change holds its field", async () => {
  const step = await make("/steps", { name: "Herculaneum", publicText: { en: "Ash." } });
  const first = await change("/steps", step, { name: "Ercolano", publicText: { en: "Ash and mud." } });
  await undo(first);
  expect(await show("/steps", step)).toMatchObject({ name: "Herculaneum", publicText: { en: "Ash." } });
  const second = await change("/steps", step, { name: "Ercolano" });
  await change("/steps", step, { name: "Resina" });
  const held = await undo(second);
  expect(held.body).toMatchObject({ code: "undo.overtaken", overtaken: [{ field: "name" }] });
  const stale = await claire.ask("PATCH", `/steps/${step.id}`, { body: { notes: "x" }, headers: { "if-match": '"1"' } });
  expect(stale.body).toMatchObject({ code: "record.stale", current: { name: "Resina" } });
});

test("pictures are what their bytes are, kept in order, taken off and put back", async () => {
  const step = await make("/steps", { name: "Capri" });
  const pictures = `/steps/${step.id}/pictures`;
  await send(claire, pictures, { name: "a.png", bytes: await aPicture() });
  const { body } = await send(claire, pictures, { name: "b.png", bytes: await aPicture(100, 80) });
  expect(body.pictures).toMatchObject([
    { name: "a.png", type: "image/png", width: 640, height: 480 },
    { name: "b.png", width: 100 },
  ]);
  const [a, b] = body.pictures;
  const shown = await claire.ask("GET", `${pictures}/${a.id}`);
  expect(shown.headers.get("content-type")).toBe("image/png");
  expect(shown.headers.get("content-disposition")).toContain("inline");
  expect(shown.headers.get("content-security-policy")).toContain("sandbox");
  expect((await claire.ask("GET", `${pictures}/${a.id}/thumbnail`)).headers.get("content-type")).toBe("image/webp");
  const off = await change("/steps", step, { pictures: [b.id] });
  expect(off.body.pictures).toMatchObject([{ name: "b.png" }]);
  await undo(off);
  expect((await show("/steps", step)).pictures.map(({ name }: Loose) => name)).toEqual(["a.png", "b.png"]);
  for (const sent of [
    { name: "c.pdf", bytes: PDF },
    { name: "c.svg", bytes: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  ]) {
    const refused = await send(claire, pictures, sent);
    expect([refused.status, refused.body.errors[0]]).toMatchObject([400, { pointer: "/file", code: "file.notPicture" }]);
  }
  const foreign = await make("/steps", { name: "Ischia" });
  expect((await change("/steps", foreign, { pictures: [a.id] })).body.errors[0].pointer).toBe("/pictures/0");
  expect((await claire.ask("GET", `/steps/${foreign.id}/pictures/${a.id}`)).status).toBe(404);
});

test("a trip template is steps on days, in their order; a deleted step is named as such and comes back with its restoring", async () => {
  const [arrival, museum] = [await make("/steps", { name: "Arrival" }), await make("/steps", { name: "Museum" })];
  const template = await make("/trip-templates", {
    name: "Naples in 3 days",
    days: [{ title: "Arrival day", stepIds: [arrival.id] }, {}, { stepIds: [museum.id, arrival.id] }],
  });
  expect(template.days).toMatchObject([
    { title: "Arrival day", steps: [{ name: "Arrival", isDeleted: false }] },
    { title: null, steps: [] },
    { steps: [{ name: "Museum" }, { name: "Arrival" }] },
  ]);
  expect((await show("/steps", arrival)).templates).toBe(1);
  expect((await claire.ask("GET", `/trip-templates?stepId=${museum.id}`)).body.data).toHaveLength(1);
  await claire.ask("DELETE", `/steps/${museum.id}`);
  expect((await show("/trip-templates", template)).days[2].steps[0]).toMatchObject({ name: "Museum", isDeleted: true });
  const unknown = await change("/trip-templates", template, { days: [{ stepIds: [arrival.id, newId()] }] });
  expect(unknown.body.errors[0].pointer).toBe("/days/0/stepIds/1");
  const shorter = await change("/trip-templates", template, { days: [{ stepIds: [museum.id] }] });
  expect(shorter.status).toBe(200);
  await undo(shorter);
  expect((await show("/trip-templates", template)).days).toHaveLength(3);
  await claire.ask("DELETE", `/trip-templates/${template.id}`);
  expect((await claire.ask("POST", `/trip-templates/${template.id}/restore`, { body: {} })).body.name).toBe("Naples in 3 days");
});

test("a reader looks and does not write; another agency sees nothing and lends no product", async () => {
  const step = await make("/steps", { name: "Amalfi" });
  expect((await reader.ask("GET", `/steps/${step.id}`)).body.can).toEqual({ edit: false, delete: false });
  expect((await reader.ask("PATCH", `/steps/${step.id}`, { body: { name: "x" } })).status).toBe(403);
  expect((await elsewhere.ask("GET", `/steps/${step.id}`)).status).toBe(404);
  const foreign = (await elsewhere.ask("POST", "/products", { body: { name: "Theirs" } })).body;
  const refused = await claire.ask("POST", "/steps", { body: { name: "x", products: [{ productId: foreign.id }] } });
  expect(refused.body.errors[0].code).toBe("reference.unknown");
});

test("a trip template becomes days and lines priced for their dates, with the rates of their currencies", async () => {
  await claire.ask("PUT", "/exchange-rates/USD", { body: { rate: "0.9" } });
  const hotel = await make("/products", {
    name: "Hotel",
    quantityType: "roomShared",
    capacity: 2,
    unitCost: "80.00",
    periods: [{ from: "2027-06-11", until: "2027-06-30", cost: "95.00" }],
  });
  const boat = await make("/products", { name: "Boat", currency: "USD", unitCost: "12.00", destination: { country: "US", place: null } });
  const night = await make("/steps", { name: "Night", kind: "accommodation", products: [{ productId: hotel.id, repetitions: 2 }] });
  const sea = await make("/steps", { name: "At sea", publicText: { en: "Waves." }, products: [{ productId: boat.id }] });
  const template = await make("/trip-templates", {
    name: "x",
    days: [{ title: "First", stepIds: [night.id] }, { stepIds: [sea.id, night.id] }],
  });
  const ask = async (body: Loose): Promise<Loose> =>
    (await claire.ask("POST", "/quotes/lines-from-catalogue", { body: { currency: "EUR", ...body } })).body;
  const { days, exchangeRates } = await ask({ tripTemplateId: template.id, departsOn: "2027-06-09", dayNumber: 2 });
  expect(days).toMatchObject([
    {
      title: "First",
      on: "2027-06-10",
      lines: [{ line: { unitCost: "80", repetitions: 2, withoutPeriod: true }, warnings: ["noPeriod"] }],
    },
    {
      title: "At sea",
      on: "2027-06-11",
      publicText: { en: "Waves." },
      lines: [
        { line: { unitCost: "12", currency: "USD", vatTreatment: "nonEu", stepId: sea.id }, warnings: [] },
        { line: { unitCost: "95.00", priceUntil: "2027-06-30", withoutPeriod: false }, warnings: [] },
      ],
    },
  ]);
  expect(exchangeRates).toMatchObject([{ currency: "USD", rate: "0.9", source: "typed" }]);
  await claire.ask("DELETE", `/products/${boat.id}`);
  expect(await ask({ stepIds: [sea.id] })).toMatchObject({ days: [{ lines: [] }], leftOut: ["Boat"] });
  expect((await ask({ productIds: [hotel.id, boat.id] })).errors[0].pointer).toBe("/productIds/1");
  expect((await ask({ productIds: [hotel.id], stepIds: [sea.id] })).errors).toHaveLength(1);
  expect((await reader.ask("POST", "/quotes/lines-from-catalogue", { body: { currency: "EUR", productIds: [hotel.id] } })).status).toBe(
    403,
  );
});
