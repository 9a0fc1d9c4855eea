import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let administrator: TestUser;
let reader: TestUser;
let apart: TestUser;
let french: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation);
  administrator = await aUser(installation, workspaceId);
  reader = await aUser(installation, workspaceId, { role: "reader" });
  french = await aUser(installation, workspaceId, { language: "fr" });
  apart = await aUser(installation, workspaceId, { role: "seller", overrides: { contacts: "none" } });
});
afterAll(() => installation.stop());

async function aContact(facts: Record<string, unknown> = {}): Promise<Loose> {
  const made = await administrator.ask("POST", "/contacts", { body: { firstName: "Hélène", lastName: "Ferrand", ...facts } });
  expect(made.status).toBe(201);
  return made.body;
}

const aClient = async (name = "Comité Lumière"): Promise<Loose> => (await administrator.ask("POST", "/clients", { body: { name } })).body;
const timeline = async (id: string): Promise<Loose[]> => (await administrator.ask("GET", `/contacts/${id}/timeline`)).body.data;

test("one name is enough; none is refused by its field", async () => {
  const made = await administrator.ask("POST", "/contacts", { body: { lastName: "Ferrand" } });
  expect(made.body).toMatchObject({ name: "Ferrand", firstName: null, clients: [], newsletter: null, version: 1 });
  expect((await timeline(made.body.id)).map((fact) => fact.kind)).toEqual(["contact.created"]);
  const nameless = await administrator.ask("POST", "/contacts", { body: { firstName: " ", email: "h@lumiere.example" } });
  expect(nameless.body.errors).toMatchObject([{ pointer: "/lastName", code: "name.required" }]);
});

test("is attached to a client at creation, as its main contact when there is none yet", async () => {
  const client = await aClient();
  const first = await aContact({ clients: [{ clientId: client.id, role: "decisionMaker" }] });
  expect(first.clients).toEqual([{ id: client.id, name: client.name, role: "decisionMaker", isMain: true }]);
  const second = await aContact({ lastName: "Oddo", clients: [{ clientId: client.id, role: "billing" }] });
  expect(second.clients[0]).toMatchObject({ role: "billing", isMain: false });
  const nowhere = { clients: [{ clientId: "018f0000-0000-7000-8000-000000000000" }] };
  const refused = await administrator.ask("POST", "/contacts", { body: { lastName: "Perdu", ...nowhere } });
  expect(refused.body.errors[0].pointer).toBe("/clients/0/clientId");
});

test("an edit changes what it names, is told, and a stale one gets the present record", async () => {
  const made = await aContact({ jobTitle: "Chair" });
  const edited = await administrator.ask("PATCH", `/contacts/${made.id}`, {
    body: { address: { city: "Lyon", country: "FR" }, gender: "female" },
    headers: { "if-match": '"1"' },
  });
  expect(edited.body).toMatchObject({ jobTitle: "Chair", gender: "female", address: { city: "Lyon", country: "FR" }, version: 2 });
  expect((await timeline(made.id))[0].fields.map((field: Loose) => field.field).sort()).toEqual(["city", "country", "gender"]);
  const late = await administrator.ask("PATCH", `/contacts/${made.id}`, { body: { jobTitle: "Late" }, headers: { "if-match": '"1"' } });
  expect(late.status).toBe(412);
  expect(late.body.current).toMatchObject({ id: made.id, jobTitle: "Chair", version: 2 });
});

test("the answer to the newsletter keeps its moment and origin; the same answer again changes nothing", async () => {
  const made = await aContact({ newsletter: { subscribed: true, origin: "form" } });
  const again = await administrator.ask("PATCH", `/contacts/${made.id}`, { body: { newsletter: { subscribed: true, origin: "call" } } });
  expect(again.body.newsletter).toEqual(made.newsletter);
  const no = await administrator.ask("PATCH", `/contacts/${made.id}`, { body: { newsletter: { subscribed: false, origin: "call" } } });
  expect(no.body.newsletter).toMatchObject({ subscribed: false, origin: "call" });
});

test("roles and clients are changed from the contact too, and the timeline says so", async () => {
  const [one, other] = [await aClient(), await aClient("Club alpin")];
  const made = await aContact({ clients: [{ clientId: one.id }] });
  const moved = await administrator.ask("PATCH", `/contacts/${made.id}`, { body: { clients: [{ clientId: other.id, role: "leader" }] } });
  expect(moved.body.clients.map((client: Loose) => [client.name, client.role])).toEqual([["Club alpin", "leader"]]);
  expect((await timeline(made.id))[0].fields[0]).toMatchObject({
    field: "clients",
    from: [{ name: "Comité Lumière" }],
    to: [{ name: "Club alpin" }],
  });
  expect((await administrator.ask("GET", `/clients/${one.id}/contacts`)).body.data).toEqual([]);
});

test("is deleted, told by whom, and restored", async () => {
  const made = await aContact();
  expect((await administrator.ask("DELETE", `/contacts/${made.id}`, { headers: { "if-match": '"4"' } })).status).toBe(412);
  expect((await administrator.ask("DELETE", `/contacts/${made.id}`)).status).toBe(204);
  expect((await administrator.ask("GET", `/contacts/${made.id}`)).body).toMatchObject({ code: "record.deleted", name: "Hélène Ferrand" });
  expect((await administrator.ask("GET", `/contacts?q=Ferrand&deleted=true`)).body.data.map((row: Loose) => row.id)).toContain(made.id);
  expect((await administrator.ask("POST", `/contacts/${made.id}/restore`)).body.deletedAt).toBeNull();
  expect((await timeline(made.id)).slice(0, 2).map((fact) => fact.kind)).toEqual(["contact.restored", "contact.deleted"]);
});

test("a reader may look and may not touch; without the right to contacts there is none", async () => {
  const made = await aContact();
  const path = `/contacts/${made.id}`;
  expect((await reader.ask("GET", path)).body.can).toEqual({ edit: false, delete: false });
  const write = (user: TestUser) =>
    Promise.all([
      user.ask("POST", "/contacts", { body: { lastName: "No" } }),
      user.ask("PATCH", path, { body: { lastName: "No" } }),
      user.ask("DELETE", path),
      user.ask("POST", `${path}/restore`),
    ]);
  expect((await write(reader)).map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
  expect((await write(apart)).map((answer) => answer.status)).toEqual([403, 404, 404, 404]);
  expect((await apart.ask("GET", "/contacts")).status).toBe(403);
  expect((await apart.ask("GET", `${path}/vcard`)).status).toBe(404);
  const client = await aClient();
  expect((await apart.ask("GET", `/clients/${client.id}/contacts`)).status).toBe(403);
});

test("the card of a person is a vCard with its lines", async () => {
  const made = await aContact({ phone: "+33472000000", email: "h@lumiere.example", address: { city: "Lyon" } });
  const card = await administrator.ask("GET", `/contacts/${made.id}/vcard`);
  expect(card.headers.get("content-type")).toContain("text/vcard");
  for (const line of ["FN:Hélène Ferrand", "N:Ferrand;Hélène;;;", "EMAIL:h@lumiere.example", "TEL;VALUE=uri:tel:+33472000000"])
    expect(card.body).toContain(`${line}\r\n`);
});

test("a card names region and country in its reader's language", async () => {
  const made = await aContact({ address: { street: "via Roma 8", city: "Firenze", region: "Toscana", country: "IT" } });
  const cardFor = async (user: TestUser): Promise<string> => (await user.ask("GET", `/contacts/${made.id}/vcard`)).body;
  expect(await cardFor(administrator)).toContain("ADR:;;via Roma 8;Firenze;Tuscany;;Italy\r\n");
  expect(await cardFor(french)).toContain("ADR:;;via Roma 8;Firenze;Toscane;;Italie\r\n");
});

test("the same person is found by e-mail, phone, and name the other way round", async () => {
  const made = await aContact({ firstName: "Nadia", lastName: "Belkacem", email: "nadia@lumiere.example", phone: "+33600000047" });
  const reasons = async (query: string) => {
    const found = (await administrator.ask("GET", `/contacts/duplicates?${query}`)).body.data;
    return found.find((one: Loose) => one.id === made.id)?.reasons;
  };
  expect(await reasons("email=NADIA%40lumiere.example")).toEqual(["email"]);
  expect(await reasons("phone=06%2000%2000%2000%2047")).toEqual(["phone"]);
  expect(await reasons("firstName=belkacem&lastName=nadia")).toEqual(["name"]);
});
