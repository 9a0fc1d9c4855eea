import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { newId } from "#server/platform/new-id.ts";

let installation: Installation;
let administrator: TestUser;
let manager: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation);
  administrator = await aUser(installation, workspaceId);
  manager = await aUser(installation, workspaceId, { role: "manager" });
});
afterAll(() => installation.stop());

const made = async (path: string, body: Loose): Promise<Loose> => {
  const answer = await administrator.ask("POST", path, { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const aClient = () => made("/clients", { name: `Comité ${newId()}` });
const aContact = (lastName: string, clients: Loose[] = []) => made("/contacts", { lastName, clients });
const contactsOf = async (client: Loose): Promise<Loose[]> => (await administrator.ask("GET", `/clients/${client.id}/contacts`)).body.data;
const mainsOf = async (client: Loose): Promise<string[]> => (await contactsOf(client)).filter((one) => one.isMain).map((one) => one.name);
const mainsOfOpportunity = async ({ id }: Loose): Promise<string[]> =>
  (await administrator.ask("GET", `/opportunities/${id}`)).body.contacts.filter((one: Loose) => one.isMain).map((one: Loose) => one.name);
const undoing = (answer: { headers: Headers }, force = false) =>
  administrator.ask("POST", "/undo", { body: { token: answer.headers.get("escale-undo"), force } });
const newest = async (path: string): Promise<Loose> => (await administrator.ask("GET", `${path}/timeline`)).body.data[0];

async function threeOf(client: Loose): Promise<Loose[]> {
  const clients = [{ clientId: client.id }];
  return [await aContact("Un", clients), await aContact("Deux", clients), await aContact("Trois", clients)];
}

test("when the main contact leaves its client, the one linked first takes its place; the client's timeline says so, and an undo gives both back", async () => {
  const client = await aClient();
  const [one] = await threeOf(client);
  expect(await mainsOf(client)).toEqual(["Un"]);
  const left = await administrator.ask("PATCH", `/contacts/${one?.id}`, { body: { clients: [] } });
  expect(left.status).toBe(200);
  expect(await mainsOf(client)).toEqual(["Deux"]);
  expect((await administrator.ask("GET", `/clients/${client.id}`)).body.mainContact.name).toBe("Deux");
  const fact = await newest(`/clients/${client.id}`);
  expect(fact).toMatchObject({ kind: "client.contacts", canUndo: true });
  expect(fact.fields).toMatchObject([{ field: "mainContact", from: { name: "Un" }, to: { name: "Deux" } }]);
  expect((await undoing(left)).status).toBe(200);
  expect(await mainsOf(client)).toEqual(["Un"]);
  expect((await contactsOf(client)).map((row) => row.name)).toEqual(["Un", "Deux", "Trois"]);
});

test("a main contact that steps back without leaving makes room for another; alone it stays", async () => {
  const client = await aClient();
  const [one] = await threeOf(client);
  const stepped = await administrator.ask("PATCH", `/contacts/${one?.id}`, { body: { clients: [{ clientId: client.id, isMain: false }] } });
  expect(await mainsOf(client)).toEqual(["Deux"]);
  expect((await undoing(stepped)).status).toBe(200);
  expect(await mainsOf(client)).toEqual(["Un"]);
  const other = await aClient();
  const alone = await aContact("Seul", [{ clientId: other.id }]);
  await administrator.ask("PATCH", `/contacts/${alone.id}`, { body: { clients: [{ clientId: other.id, isMain: false }] } });
  expect(await mainsOf(other)).toEqual(["Seul"]);
});

test("a new main contact displaces the one before, who comes back when that is undone", async () => {
  const client = await aClient();
  await threeOf(client);
  const third = (await contactsOf(client)).find((row) => row.name === "Trois");
  await administrator.ask("PATCH", `/contacts/${third?.id}`, { body: { clients: [{ clientId: client.id, isMain: true }] } });
  const created = await administrator.ask("POST", "/contacts", {
    body: { lastName: "Quatre", clients: [{ clientId: client.id, isMain: true }] },
  });
  expect(await mainsOf(client)).toEqual(["Quatre"]);
  expect((await undoing(created)).status).toBe(200);
  expect(await mainsOf(client)).toEqual(["Trois"]);
});

test("deleting the main contact of a client and an opportunity promotes another; restoring it makes no second one; undoing gives it back its place", async () => {
  const client = await aClient();
  const [one, two] = await threeOf(client);
  const sale = await anOpportunity(administrator, { contacts: [{ contactId: one?.id, isMain: true }, { contactId: two?.id }] });
  const deleted = await manager.ask("DELETE", `/contacts/${one?.id}`);
  expect(deleted.status).toBe(204);
  expect([await mainsOf(client), await mainsOfOpportunity(sale)]).toEqual([["Deux"], ["Deux"]]);
  expect((await newest(`/opportunities/${sale.id}`)).fields).toMatchObject([
    { field: "mainContact", from: { name: "Un" }, to: { name: "Deux" } },
  ]);
  const restored = await administrator.ask("POST", `/contacts/${one?.id}/restore`, { body: {} });
  expect(restored.status).toBe(200);
  expect([await mainsOf(client), await mainsOfOpportunity(sale)]).toEqual([["Deux"], ["Deux"]]);
  expect((await undoing(restored)).status).toBe(200);
  expect((await undoing(deleted)).status).toBe(200);
  expect([await mainsOf(client), await mainsOfOpportunity(sale)]).toEqual([["Un"], ["Un"]]);
});

test("a deleted person keeps its link while the others are written anew, and comes back as the main one when nobody is there", async () => {
  const client = await aClient();
  const [one, two, three] = await threeOf(client);
  await administrator.ask("DELETE", `/contacts/${one?.id}`);
  await administrator.ask("PUT", `/clients/${client.id}/contacts`, { body: { contacts: [{ contactId: two?.id }] } });
  await administrator.ask("PUT", `/clients/${client.id}/contacts`, { body: { contacts: [] } });
  await administrator.ask("POST", `/contacts/${one?.id}/restore`, { body: {} });
  expect(await mainsOf(client)).toEqual(["Un"]);
  expect(three?.clients[0].isMain).toBe(false);
});

test("two persons linked to one client at the same moment: one of them is the main contact", async () => {
  const client = await aClient();
  const answers = await Promise.all(
    ["A", "B", "C", "D"].map((lastName) =>
      administrator.ask("POST", "/contacts", { body: { lastName, clients: [{ clientId: client.id, isMain: true }] } }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect((await mainsOf(client)).length).toBe(1);
});

type Act = {
  readonly kind: number;
  readonly contact: number;
  readonly client: number;
  readonly links: readonly (boolean | null | undefined)[];
};
type Scene = { readonly clients: Loose[]; readonly contacts: Loose[]; readonly sale: Loose; readonly done: { headers: Headers }[] };

/** Whatever it is, it is answered as a rule says, and can be taken back later in any order. */
async function act(scene: Scene, { kind, contact, client, links }: Act): Promise<void> {
  const person = scene.contacts[contact % scene.contacts.length];
  const owner = scene.clients[client % scene.clients.length];
  const wishes = links.flatMap((isMain, index) => (isMain === null ? [] : [{ index, ...(isMain === undefined ? {} : { isMain }) }]));
  const persons = wishes.map(({ index }) => ({ contactId: scene.contacts[index % scene.contacts.length]?.id }));
  const earlier = scene.done[client % Math.max(scene.done.length, 1)];
  const ask = (): ReturnType<TestUser["ask"]> => {
    if (kind === 0)
      return administrator.ask("PATCH", `/contacts/${person?.id}`, {
        body: {
          clients: wishes
            .filter(({ index }) => index < scene.clients.length)
            .map(({ index, ...wish }) => ({ clientId: scene.clients[index]?.id, ...wish })),
        },
      });
    if (kind === 1) return administrator.ask("PUT", `/clients/${owner?.id}/contacts`, { body: { contacts: persons } });
    if (kind === 2) return administrator.ask("DELETE", `/contacts/${person?.id}`);
    if (kind === 3) return administrator.ask("POST", `/contacts/${person?.id}/restore`, { body: {} });
    if (kind === 4) return administrator.ask("PUT", `/opportunities/${scene.sale.id}/contacts`, { body: { contacts: persons } });
    return administrator.ask("POST", "/undo", {
      body: { token: earlier?.headers.get("escale-undo") ?? newId(), force: contact % 2 === 0 },
    });
  };
  const answer = await ask();
  expect(answer.status, `${kind} ${JSON.stringify(answer.body)}`).toBeLessThan(500);
  if (answer.headers.get("escale-undo")) scene.done.push(answer);
}

async function expectOneMain(scene: Scene): Promise<void> {
  const shown = (await administrator.ask("GET", `/opportunities/${scene.sale.id}`)).body.contacts as Loose[];
  const lists = [shown, ...(await Promise.all(scene.clients.map(contactsOf)))];
  for (const list of lists) expect(list.filter((one) => one.isMain).length).toBe(Math.min(list.length, 1));
}

test(
  "whatever is linked, unlinked, deleted, restored and undone, from either side and in any order: exactly one is the main one",
  {
    timeout: 120_000,
  },
  async () => {
    const link = fc.constantFrom(null, undefined, true, false);
    const step = fc.record({
      kind: fc.constantFrom(0, 0, 1, 2, 3, 4, 5, 5),
      contact: fc.nat({ max: 7 }),
      client: fc.nat({ max: 15 }),
      links: fc.array(link, { minLength: 4, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (acts) => {
        const clients = [await aClient(), await aClient()];
        const contacts = await Promise.all(["A", "B", "C", "D"].map((name) => aContact(name)));
        const sale = await anOpportunity(administrator, { contacts: [{ contactId: contacts[0]?.id }, { contactId: contacts[1]?.id }] });
        const scene: Scene = { clients, contacts, sale, done: [] };
        for (const one of acts) {
          await act(scene, one);
          await expectOneMain(scene);
        }
      }),
      { numRuns: 12, seed: 20_261_125, endOnFailure: true },
    );
  },
);
