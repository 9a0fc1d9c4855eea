import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let administrator: TestUser;
let french: TestUser;
let reader: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation);
  administrator = await aUser(installation, workspaceId);
  french = await aUser(installation, workspaceId, { language: "fr" });
  reader = await aUser(installation, workspaceId, { role: "reader" });
});
afterAll(() => installation.stop());

async function aClient(facts: Record<string, unknown> = {}): Promise<Loose> {
  const made = await administrator.ask("POST", "/clients", { body: { name: "Comité Lumière", ...facts } });
  expect(made.status).toBe(201);
  return made.body;
}

async function aContact(facts: Record<string, unknown> = {}): Promise<Loose> {
  return (await administrator.ask("POST", "/contacts", { body: { firstName: "Hélène", lastName: "Ferrand", ...facts } })).body;
}

const kinds = async (id: string): Promise<string[]> =>
  (await administrator.ask("GET", `/clients/${id}/timeline`)).body.data.map((fact: { kind: string }) => fact.kind);
const stale = { headers: { "if-match": '"7"' } };

test("is created with only a name, as a prospect, and is told", async () => {
  const made = await administrator.ask("POST", "/clients", { body: { name: " Comité Lumière " } });
  expect(made.status).toBe(201);
  expect(made.headers.get("location")).toBe(`/api/v1/clients/${made.body.id}`);
  expect(made.body).toMatchObject({ name: "Comité Lumière", status: "prospect", kindId: null, phone: null, mainContact: null, version: 1 });
  expect(await kinds(made.body.id)).toEqual(["client.created"]);
});

test.each([
  [{ name: " " }, "/name"],
  [{ name: "x", email: "not an address" }, "/email"],
  [{ name: "x", address: { country: "France" } }, "/address/country"],
  [{ name: "x", kindId: "018f0000-0000-7000-8000-000000000000" }, "/kindId"],
  [{ name: "x", managerId: "018f0000-0000-7000-8000-000000000000" }, "/managerId"],
  [{ name: "x", sector: "travel" }, "/sector"],
])("names the field that is wrong: %j", async (body, pointer) => {
  const refused = await administrator.ask("POST", "/clients", { body });
  expect(refused.status).toBe(400);
  expect(refused.body.errors.map((error: Loose) => error.pointer)).toContain(pointer);
});

test("a number is kept as people of the country write it; what is none is kept as typed and flagged", async () => {
  const made = await aClient({ phone: "04 72 00 00 00", address: { country: "FR" } });
  expect(made.phone).toEqual({ number: "+33472000000", national: "04 72 00 00 00", valid: true });
  const odd = await administrator.ask("PATCH", `/clients/${made.id}`, { body: { phone: "ask the guard" } });
  expect(odd.body.phone).toEqual({ number: "ask the guard", national: "ask the guard", valid: false });
});

test("a region is kept by code when it is known, in whatever language it was written; any other text stays", async () => {
  const regionOf = async (address: Record<string, unknown>): Promise<unknown> => (await aClient({ address })).address.region;
  expect(await regionOf({ region: "Toscane", country: "IT" })).toBe("IT-52");
  expect(await regionOf({ region: "NY", country: "US" })).toBe("US-NY");
  expect(await regionOf({ region: "fr-45" })).toBe("FR-45");
  // Without a country it is the agency's.
  expect(await regionOf({ region: "loiret" })).toBe("FR-45");
  expect(await regionOf({ region: "Oaxaca", country: "MX" })).toBe("Oaxaca");
  const made = await aClient({ address: { country: "IT" } });
  const edited = await administrator.ask("PATCH", `/clients/${made.id}`, { body: { address: { region: "Milan" } } });
  expect(edited.body.address).toMatchObject({ region: "IT-MI", country: "IT" });
  const [fact] = (await french.ask("GET", `/clients/${made.id}/timeline`)).body.data;
  expect(fact.fields).toMatchObject([{ field: "region", from: null, to: "IT-MI", toWords: "Milan" }]);
  const [created] = (await french.ask("GET", `/clients/${made.id}/timeline`)).body.data.slice(-1);
  expect(created.fields.find((one: Loose) => one.field === "country")).toMatchObject({ to: "IT", toWords: "Italie" });
});

test("an edit changes what it names, says from and to, and a stale one gets the present record", async () => {
  const made = await aClient({ paymentTerms: "30 days" });
  const edited = await administrator.ask("PATCH", `/clients/${made.id}`, {
    body: { address: { city: "Lyon" } },
    headers: { "if-match": '"1"' },
  });
  expect(edited.body).toMatchObject({ address: { city: "Lyon" }, paymentTerms: "30 days", version: 2 });
  const [fact] = (await administrator.ask("GET", `/clients/${made.id}/timeline`)).body.data;
  expect(fact).toMatchObject({ kind: "client.edited", fields: [{ field: "city", from: null, to: "Lyon" }] });
  const late = await administrator.ask("PATCH", `/clients/${made.id}`, { body: { name: "Late" }, headers: { "if-match": '"1"' } });
  expect(late.status).toBe(412);
  expect(late.body).toMatchObject({ code: "record.stale", current: { id: made.id, version: 2, address: { city: "Lyon" } } });
});

test("is deleted, told by whom, restored; and the deletion can be taken back", async () => {
  const made = await aClient();
  expect((await administrator.ask("DELETE", `/clients/${made.id}`, stale)).status).toBe(412);
  const gone = await administrator.ask("DELETE", `/clients/${made.id}`, { headers: { "if-match": '"1"' } });
  expect(gone.status).toBe(204);
  const seen = await administrator.ask("GET", `/clients/${made.id}`);
  expect(seen.body).toMatchObject({ code: "record.deleted", name: "Comité Lumière", deletedBy: "Claire Lambert" });
  expect((await administrator.ask("POST", "/undo", { body: { token: gone.headers.get("escale-undo") } })).status).toBe(200);
  expect((await administrator.ask("GET", `/clients/${made.id}`)).status).toBe(200);
  await administrator.ask("DELETE", `/clients/${made.id}`);
  expect((await administrator.ask("POST", `/clients/${made.id}/restore`)).body).toMatchObject({ id: made.id, deletedAt: null });
  expect((await kinds(made.id)).slice(0, 2)).toEqual(["client.restored", "client.deleted"]);
});

test("with opportunities it is not deleted, and the refusal counts them", async () => {
  const made = await aClient();
  await anOpportunity(administrator, { clientId: made.id });
  const refused = await administrator.ask("DELETE", `/clients/${made.id}`);
  expect(refused.body).toMatchObject({ code: "record.inUse", opportunities: 1 });
  expect((await administrator.ask("GET", `/clients/${made.id}`)).status).toBe(200);
});

test("its contacts have roles, one is the main one, the former come last; the consent keeps date and origin", async () => {
  const made = await aClient();
  const yes = await aContact({ newsletter: { subscribed: true, origin: "fair" } });
  const old = await aContact({ lastName: "Court" });
  const put = await administrator.ask("PUT", `/clients/${made.id}/contacts`, {
    body: {
      contacts: [
        { contactId: old.id, role: "former" },
        { contactId: yes.id, role: "decisionMaker", isMain: true },
      ],
    },
  });
  expect(put.body.data.map((one: Loose) => [one.name, one.role, one.isMain])).toEqual([
    ["Hélène Ferrand", "decisionMaker", true],
    ["Hélène Court", "former", false],
  ]);
  expect(put.body.data[0].newsletter).toMatchObject({ subscribed: true, origin: "fair" });
  expect(put.body.data[1].newsletter).toBeNull();
  expect((await administrator.ask("GET", `/clients/${made.id}`)).body.mainContact).toMatchObject({ id: yes.id });
  expect((await kinds(made.id))[0]).toBe("client.contacts");
  const twice = await administrator.ask("PUT", `/clients/${made.id}/contacts`, {
    body: { contacts: [{ contactId: old.id }, { contactId: old.id }] },
  });
  expect(twice.body.errors[0]).toMatchObject({ pointer: "/contacts", code: "contacts.twice" });
});

test("a reader may look and may not touch: every verb", async () => {
  const made = await aClient();
  const path = `/clients/${made.id}`;
  expect((await reader.ask("GET", path)).body.can).toEqual({ edit: false, delete: false });
  const refused = await Promise.all([
    reader.ask("POST", "/clients", { body: { name: "No" } }),
    reader.ask("PATCH", path, { body: { name: "No" } }),
    reader.ask("DELETE", path),
    reader.ask("POST", `${path}/restore`),
    reader.ask("PUT", `${path}/contacts`, { body: { contacts: [] } }),
  ]);
  expect(refused.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403]);
  expect((await administrator.ask("GET", path)).body.version).toBe(1);
});

test("those it may be mistaken for are found by e-mail, phone, and name", async () => {
  const made = await aClient({
    name: "Amicale des cheminots",
    email: "bureau@cheminots.example",
    phone: "+33478112233",
    address: { city: "Dijon" },
  });
  const reasons = async (query: string) => {
    const found = (await administrator.ask("GET", `/clients/duplicates?${query}`)).body.data;
    return found.find((one: Loose) => one.id === made.id)?.reasons;
  };
  expect(await reasons("email=BUREAU%40cheminots.example")).toEqual(["email"]);
  expect(await reasons("phone=04%2078%2011%2022%2033")).toEqual(["phone"]);
  expect(await reasons("name=amicale%20cheminots&city=dijon")).toEqual(["name"]);
  expect(await reasons(`email=bureau%40cheminots.example&except=${made.id}`)).toBeUndefined();
});

test("a website is an address of the web, not a script", async () => {
  const create = (website: string) => administrator.ask("POST", "/clients", { body: { name: `Web ${website.length}`, website } });
  for (const website of ["www.lumiere.example", "https://lumiere.example/contact", "lumiere.example:8080/x"])
    expect((await create(website)).status).toBe(201);
  for (const website of ["javascript:alert(1)", "data:text/html,x", "JavaScript:alert(1)"]) {
    const { status, body } = await create(website);
    expect([status, body.errors?.[0].pointer]).toEqual([400, "/website"]);
  }
});

test("an unknown name inside a nested part is refused by its place, with the nearest that is known", async () => {
  const { status, body } = await administrator.ask("POST", "/clients", { body: { name: "Nested", address: { citty: "Lyon" } } });
  expect([status, body.errors?.[0].pointer, body.errors?.[0].code]).toEqual([400, "/address/citty", "field.unknown"]);
  expect(body.suggestions).toEqual({ citty: "city" });
  expect((await administrator.ask("GET", "/clients?q=Nested&count=exact")).body.total).toBe(0);
});
