import { afterAll, beforeAll, expect, test } from "vitest";
import {
  anAgency,
  anOpportunity,
  aTeam,
  aUser,
  startInstallation,
  type Installation,
  type Loose,
  type TestUser,
} from "#tests/support/agency.ts";

let installation: Installation;
let claire: TestUser;
let paul: TestUser;
let sophie: TestUser;
let there: TestUser;
let workspaceId: string;

beforeAll(async () => {
  installation = await startInstallation();
  workspaceId = await anAgency(installation);
  const groups = await aTeam(installation, workspaceId, "Groups");
  claire = await aUser(installation, workspaceId, { name: "Claire Lambert" });
  paul = await aUser(installation, workspaceId, { role: "seller", teamIds: [groups], name: "Paul Moreau" });
  sophie = await aUser(installation, workspaceId, { role: "seller", name: "Sophie Martin" });
  there = await aUser(installation, await anAgency(installation, { name: "Concurrente" }));
  const sale = await anOpportunity(claire, {
    name: "Naples et côte amalfitaine",
    client: { name: "Comité d'entreprise Lumière" },
    contacts: [{ contact: { firstName: "Hélène", lastName: "Ferrand" } }],
    destinations: [{ country: "IT", place: "Positano" }],
    departsOn: "2027-06-12",
    amount: "40600.00",
  });
  const made = async (path: string, body: Loose): Promise<void> => expect((await claire.ask("POST", path, { body })).status).toBe(201);
  await made("/clients", {
    name: "Association Pétanque Vénissieux",
    email: "bureau@petanque-venissieux.example",
    phone: "04 72 11 22 33",
    address: { street: null, postalCode: null, city: "Vénissieux", region: null, country: "FR" },
  });
  await made("/contacts", { firstName: "Benoît", lastName: "Quesnel", email: "b.quesnel@poste.example", phone: "+33 6 12 34 56 78" });
  await made("/activities", { kind: "call", title: "Rappeler Mondovélo", notes: "Demander la liste des chambres", opportunityId: sale.id });
  await made(`/opportunities/${sale.id}/messages`, { body: `@[Claire Lambert](user:${claire.id}) le brochurier de Ravello a répondu` });
  await made("/suppliers", { name: "Hôtel Mediterraneo", city: "Sorrento", phone: "+39 081 878 1352" });
  await made("/products", { name: "Visite de Pompéi", category: "visit" });
  await anOpportunity(there, {
    name: "Naples d'ailleurs",
    client: { name: "Pétanque d'ailleurs" },
    contacts: [{ contact: { lastName: "Quesnel" } }],
  });
});
afterAll(() => installation.stop());

async function found(user: TestUser, q: string): Promise<Loose> {
  const answer = await user.ask("GET", `/search?q=${encodeURIComponent(q)}`);
  expect(answer.status, q).toBe(200);
  return answer.body;
}
const group = async (user: TestUser, q: string, type: string): Promise<Loose> =>
  (await found(user, q)).groups.find((one: Loose) => one.type === type);
const names = async (user: TestUser, q: string, type: string): Promise<string[]> =>
  ((await group(user, q, type))?.data ?? []).map(({ name }: Loose) => name);

test.each([
  ["opportunity", "amalfitaine", "Naples et côte amalfitaine"],
  ["opportunity", "COTE amal", "Naples et côte amalfitaine"],
  ["opportunity", "amalfitiane", "Naples et côte amalfitaine"],
  ["client", "Pétanque", "Association Pétanque Vénissieux"],
  ["client", "petanque venissieux", "Association Pétanque Vénissieux"],
  ["client", "petanqe", "Association Pétanque Vénissieux"],
  ["contact", "benoit", "Benoît Quesnel"],
  ["contact", "quesnl", "Benoît Quesnel"],
  ["activity", "mondovelo", "Rappeler Mondovélo"],
  ["activity", "chambres", "Rappeler Mondovélo"],
  ["activity", "mondovlo", "Rappeler Mondovélo"],
  ["message", "brochurier", "@Claire Lambert le brochurier de Ravello a répondu"],
  ["message", "ravelo brochurier", "@Claire Lambert le brochurier de Ravello a répondu"],
  ["supplier", "hotel med", "Hôtel Mediterraneo"],
  ["supplier", "mediteraneo", "Hôtel Mediterraneo"],
  ["product", "pompei", "Visite de Pompéi"],
  ["product", "pompeii", "Visite de Pompéi"],
])("%s found by “%s”", async (type, q, name) => {
  expect(await names(claire, q, type)).toEqual([name]);
});

test("what matched is told, and what is shown beside the name", async () => {
  const first = async (q: string, type: string): Promise<Loose> => (await group(claire, q, type))?.data[0];
  const sale = await first("naples", "opportunity");
  expect(sale).toMatchObject({
    client: "Comité d'entreprise Lumière",
    place: "Positano",
    day: "2027-06-12",
    outcome: "open",
    state: "Enquiry received",
    amount: { amount: "40600.00", currency: "EUR" },
    matched: "name",
    matchedText: null,
  });
  expect(await first(sale.number.toLowerCase(), "opportunity")).toMatchObject({ id: sale.id, matched: "number", matchedText: sale.number });
  expect(await first("lumiere", "opportunity")).toMatchObject({ id: sale.id, matched: "client" });
  expect(await first("positano", "opportunity")).toMatchObject({ id: sale.id, matched: "place" });
  expect(await first("ferrand", "opportunity")).toMatchObject({ id: sale.id, matched: "contact", matchedText: "Hélène Ferrand" });
  expect(await first("naples lumiere", "opportunity")).toMatchObject({ id: sale.id, matched: "client" });
  expect(await first("bureau@petanque", "client")).toMatchObject({ matched: "email", matchedText: "bureau@petanque-venissieux.example" });
  expect(await first("chambres", "activity")).toMatchObject({
    matched: "text",
    matchedText: "Demander la liste des chambres",
    activityKind: "call",
    isDone: false,
    opens: { type: "opportunity", id: sale.id },
  });
});

test.each([
  ["06 12 34 56 78", "contact"],
  ["0612345678", "contact"],
  ["+33 6 12 34", "contact"],
  ["06.12.34", "contact"],
  ["345678", "contact"],
  ["04 72 11 22 33", "client"],
  ["081 878 1352", "supplier"],
])("by the figures of a telephone number: %s", async (q, type) => {
  const { groups } = await found(claire, q);
  expect(groups.map((one: Loose) => one.type)).toEqual([type]);
  expect(groups[0].data[0].matched).toBe("phone");
});

test("figures without a value find nothing, and signs of a pattern are letters", async () => {
  for (const q of ["0000", "%", "_____", "\\", "'; drop table client; --"]) expect((await found(claire, q)).groups, q).toEqual([]);
  expect((await claire.ask("GET", "/search?q=")).status).toBe(400);
  expect((await claire.ask("GET", "/search")).body.errors[0].pointer).toBe("/q");
});

test("near ones are looked for only when nothing holds every word", async () => {
  expect(await found(claire, "petanque")).toMatchObject({ near: false });
  expect(await found(claire, "petanqe")).toMatchObject({ near: true });
  expect(await found(claire, "xyzzyxyzzy")).toEqual({ near: false, groups: [] });
});

test("groups stand in a fixed order, four of each, with how many were found", async () => {
  for (let index = 0; index < 6; index += 1) await claire.ask("POST", "/clients", { body: { name: `Chorale ${index}` } });
  await anOpportunity(claire, { name: "Tournée de la chorale", client: { name: "Les voix d'Annecy" } });
  await claire.ask("POST", "/contacts", { body: { lastName: "Chorale-Dubois" } });
  const { groups } = await found(claire, "chorale");
  expect(groups.map(({ type, total, isTotalExact, data }: Loose) => [type, total, isTotalExact, data.length])).toEqual([
    ["opportunity", 1, true, 1],
    ["client", 6, true, 4],
    ["contact", 1, true, 1],
  ]);
});

test("open before closed, mine before others', the beginning of a word before its inside, recent first", async () => {
  const make = (user: TestUser, name: string): Promise<Loose> => anOpportunity(user, { name });
  const closed = await make(claire, "Zermatt clos");
  await claire.ask("POST", `/opportunities/${closed.id}/win`, { body: {} });
  await make(paul, "Zermatt de Paul");
  await make(claire, "Prézermatt");
  await make(claire, "Zermatt ancien");
  await make(claire, "Zermatt récent");
  expect((await group(claire, "zermatt", "opportunity")).total).toBe(5);
  expect(await names(claire, "zermatt", "opportunity")).toEqual(["Zermatt récent", "Zermatt ancien", "Prézermatt", "Zermatt de Paul"]);
  expect((await names(paul, "zermatt", "opportunity"))[0]).toBe("Zermatt de Paul");
});

test("a word for an opportunity finds opportunities, alone or with others", async () => {
  for (const q of ["lead", "deals", "affaire", "trattativa", "opportunità", "Opportunités"]) {
    const { groups } = await found(claire, q);
    expect(groups[0].type, q).toBe("opportunity");
    expect(groups[0].total, q).toBeGreaterThan(1);
  }
  expect(await names(claire, "affaire amalfitaine", "opportunity")).toEqual(["Naples et côte amalfitaine"]);
  await claire.ask("POST", "/clients", { body: { name: "Lead Voyages" } });
  expect(await names(claire, "lead", "client")).toEqual(["Lead Voyages"]);
});

test("nothing of another agency, nothing beyond one's scope", async () => {
  expect(JSON.stringify(await found(claire, "ailleurs"))).not.toContain("d'ailleurs");
  expect(await names(there, "naples", "opportunity")).toEqual(["Naples d'ailleurs"]);
  await anOpportunity(paul, { name: "Capri privé" });
  const other = await anOpportunity(paul, { name: "Ischia privé" });
  await claire.ask("POST", "/activities", { body: { kind: "task", title: "Ischia à rappeler", opportunityId: other.id } });
  await claire.ask("POST", `/opportunities/${other.id}/messages`, { body: { body: "Ischia se remplit" } });
  expect(await names(paul, "capri", "opportunity")).toEqual(["Capri privé"]);
  expect(await names(paul, "ischia", "activity")).toEqual(["Ischia à rappeler"]);
  for (const q of ["capri", "ischia", "ischai"]) expect(await names(sophie, q, "opportunity"), q).toEqual([]);
  expect(await names(paul, "ischia", "message")).toEqual(["Ischia se remplit"]);
  for (const type of ["activity", "message"]) expect(await names(sophie, "ischia", type)).toEqual([]);
});

test("without the right to a module its records are absent, and names of persons without the contacts right", async () => {
  const without = (overrides: Loose): Promise<TestUser> => aUser(installation, workspaceId, { overrides });
  const noContacts = await without({ contacts: "none" });
  for (const q of ["ferrand", "quesnel", "0612345678", "quesnl"]) {
    const body = JSON.stringify(await found(noContacts, q));
    for (const name of ["Ferrand", "Quesnel", "612345678"]) expect(body, q).not.toContain(name);
  }
  expect(await names(await without({ clients: "none" }), "petanque", "client")).toEqual([]);
  expect(await names(await without({ activities: "none" }), "mondovelo", "activity")).toEqual([]);
  const noSales = await without({ opportunities: "none", quotes: "none" });
  for (const [q, type] of [
    ["amalfitaine", "opportunity"],
    ["mondovelo", "activity"],
    ["brochurier", "message"],
    ["hotel", "supplier"],
    ["pompei", "product"],
    ["lead", "opportunity"],
  ] as const)
    expect(await names(noSales, q, type), q).toEqual([]);
  const none = await without({ opportunities: "none", quotes: "none", clients: "none", contacts: "none", activities: "none" });
  expect(await found(none, "naples")).toEqual({ near: false, groups: [] });
});

test("more than are counted: the newest are shown and the total says it is not exact", async () => {
  await installation.application.database.within(workspaceId, (db) =>
    db
      .insertInto("client")
      .values(
        Array.from({ length: 230 }, (_, index) => ({
          workspace_id: workspaceId,
          id: `019f0000-0000-7000-8000-${String(index).padStart(12, "0")}`,
          name: `Amicale ${index}`,
          created_at: new Date(),
          updated_at: new Date(Date.UTC(2026, 0, 1, 0, index)),
        })),
      )
      .execute(),
  );
  const amicales = await group(claire, "amicale", "client");
  expect(amicales).toMatchObject({ total: 200, isTotalExact: false });
  expect(amicales.data.map(({ name }: Loose) => name)).toEqual(["Amicale 229", "Amicale 228", "Amicale 227", "Amicale 226"]);
});
