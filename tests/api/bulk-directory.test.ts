import { afterAll, beforeAll, expect, test } from "vitest";
import { anOpportunity, startInstallation, type Installation, type Loose } from "#tests/support/agency.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";

let installation: Installation;
let cast: Cast;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
});
afterAll(() => installation.stop());

const made = async (path: string, body: unknown): Promise<Loose> => (await cast.administrator.ask("POST", path, { body })).body;
const bulk = (path: string, body: unknown, who = cast.administrator) => who.ask("POST", `${path}/bulk`, { body });
const shown = async (path: string): Promise<Loose> => (await cast.administrator.ask("GET", path)).body;
const undo = (answer: { headers: Headers }) =>
  cast.administrator.ask("POST", "/undo", { body: { token: answer.headers.get("escale-undo") } });

test("clients get a manager, a status and tags at once, told one by one, and all of it is taken back", async () => {
  const [one, two] = [await made("/clients", { name: "Comité Lumière" }), await made("/clients", { name: "Amis du Japon" })];
  const tag = await made("/tags", { name: "Fidèle" });
  const change = { managerId: cast.seller.id, status: "client", addTagIds: [tag.id] };
  const answer = await bulk("/clients", { ids: [one.id, two.id], change });
  expect(answer.body).toEqual({ changed: 2, skipped: 0, refused: [], jobId: null });
  for (const { id } of [one, two]) {
    expect(await shown(`/clients/${id}`)).toMatchObject({
      manager: { id: cast.seller.id },
      status: "client",
      tags: [{ name: "Fidèle" }],
      version: 2,
    });
    expect((await shown(`/clients/${id}/timeline`)).data[0].kind).toBe("client.edited");
  }
  expect((await shown(`/clients?tag=${tag.id}&count=exact`)).total).toBe(2);
  expect((await undo(answer)).body.undone).toBe(2);
  expect(await shown(`/clients/${one.id}`)).toMatchObject({ manager: null, status: "prospect", tags: [] });
  expect((await shown(`/clients?tag=${tag.id}&count=exact`)).total).toBe(0);
});

test("by filter, as a tree too; a name that nobody declared changes nothing", async () => {
  await made("/clients", { name: "Club alpin", address: { city: "Annecy" } });
  await made("/clients", { name: "Club nautique", address: { city: "Annecy" } });
  const filter = { all: [{ field: "city", op: "is", value: "Annecy" }] };
  expect((await bulk("/clients", { filter, change: { status: "client" } })).body.changed).toBe(2);
  expect((await bulk("/clients", { filter: { status: "client", q: "nautique" }, change: { status: "prospect" } })).body.changed).toBe(1);
  const refused = await bulk("/clients", { filter: { town: "Annecy" }, change: { delete: true } });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, "/filter/town"]);
  expect((await bulk("/clients", { change: { status: "client" } })).body.errors[0].pointer).toBe("/ids");
  expect((await bulk("/clients", { filter, change: {} })).body.errors[0].pointer).toBe("/change");
  expect((await bulk("/clients", { filter, change: { managerId: filter } })).status).toBe(400);
});

test("a client with opportunities stays and says why; who may not delete changes and does not delete", async () => {
  const { client } = await anOpportunity(cast.administrator);
  const free = await made("/clients", { name: "Sans projet" });
  const answer = await bulk("/clients", { ids: [client.id, free.id], change: { delete: true } });
  expect(answer.body).toMatchObject({ changed: 1, skipped: 1, refused: [{ id: client.id, reason: "inUse" }] });
  expect((await cast.administrator.ask("GET", `/clients/${free.id}`)).status).toBe(410);
  await undo(answer);
  const bySeller = await bulk("/clients", { ids: [free.id], change: { delete: true } }, cast.seller);
  expect(bySeller.body).toMatchObject({ changed: 0, refused: [{ reason: "forbidden" }] });
  expect((await bulk("/clients", { ids: [free.id], change: { status: "client" } }, cast.reader)).status).toBe(403);
});

test("of deleted persons the next one is the main contact, and an undo gives the first back", async () => {
  const client = await made("/clients", { name: "Mairie" });
  const [first, second] = [
    await made("/contacts", { lastName: "Ferrand", clients: [{ clientId: client.id, isMain: true }] }),
    await made("/contacts", { lastName: "Oddo", clients: [{ clientId: client.id }] }),
  ];
  const answer = await bulk("/contacts", { ids: [first.id], change: { delete: true } });
  expect(answer.body.changed).toBe(1);
  expect((await shown(`/clients/${client.id}`)).mainContact).toMatchObject({ id: second.id });
  await undo(answer);
  expect((await shown(`/clients/${client.id}`)).mainContact).toMatchObject({ id: first.id });
  const bySeller = await bulk("/contacts", { ids: [first.id], change: { delete: true } }, cast.seller);
  expect(bySeller.body.refused[0].reason).toBe("forbidden");
});

test("more than two hundred go on as work, which says whose they were", async () => {
  const lines = Array.from({ length: 260 }, (_, n) => `Personne ${n};Grenoble`);
  const file = await cast.administrator.ask("POST", "/imports?kind=contacts&fileName=gens.csv", {
    body: `Nom;Ville\n${lines.join("\n")}\n`,
    headers: { "content-type": "text/csv" },
  });
  const done = async (path: string, states: readonly string[]) =>
    expect.poll(async () => states.includes((await shown(path)).state), { timeout: 60_000, interval: 100 }).toBe(true);
  await done(`/imports/${file.body.id}`, ["draft"]);
  await cast.administrator.ask("POST", `/imports/${file.body.id}/run`, { body: {} });
  await done(`/imports/${file.body.id}`, ["done"]);
  const tag = await made("/tags", { name: "Grenoblois" });
  const filter = { field: "city", op: "is", value: "Grenoble" };
  const answer = await bulk("/contacts", { filter, change: { addTagIds: [tag.id] } });
  expect(answer.status).toBe(202);
  await done(`/jobs/${answer.body.jobId}`, ["done", "failed"]);
  expect(await shown(`/jobs/${answer.body.jobId}`)).toMatchObject({ state: "done", list: "contacts", result: { changed: 260 } });
  expect((await shown(`/contacts?tag=${tag.id}&count=exact&limit=1`)).total).toBe(260);
  const [bell] = (await shown("/notifications?limit=1")).data;
  expect(bell).toMatchObject({ work: { kind: "bulk", list: "contacts", changed: 260 }, path: "/contacts" });
});
