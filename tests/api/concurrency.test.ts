import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { API, type EndpointName } from "#contract/api.ts";
import type { Endpoint } from "#contract/endpoint.ts";
import { anOpportunity, startInstallation, type Installation } from "#tests/support/agency.ts";
import type { Call } from "#tests/support/calls.ts";
import { aCast, aSession, type Cast, type Session } from "#tests/support/cast.ts";
import { everythingBut } from "#tests/support/everything.ts";
import { EVERY_CALL } from "#tests/support/every-call.ts";

let installation: Installation;
let cast: Cast;
let owner: pg.Client;
let session: Session;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
  session = await aSession(installation, cast.workspaceId);
  owner = new pg.Client(installation.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await installation.stop();
});

const endpoints = API as Readonly<Record<EndpointName, Endpoint>>;
const versioned = (Object.entries(EVERY_CALL) as [EndpointName, Call][]).filter(([name]) => endpoints[name].versioned);
const statuses = (answers: readonly { status: number }[]): number[] => answers.map(({ status }) => status).sort((a, b) => a - b);

/** The agency is one record that every test shares: its version is asked for. */
async function presentVersion(path: string): Promise<number> {
  if (path.startsWith("/workspace")) return (await cast.administrator.ask("GET", "/workspace")).body.version;
  const table = {
    users: "app_user",
    teams: "team",
    stages: "stage",
    pipelines: "pipeline",
    opportunities: "opportunity",
    clients: "client",
    contacts: "contact",
    activities: "activity",
    views: "saved_view",
  };
  const [, resource = "", id = "", inner, number] = path.split("/");
  if (inner === "versions") return versionOf("select version from quote_version where quote_id = $1 and number = $2", [id, number]);
  if (id === "templates") return versionOf("select version from quote_template where id = $1", [inner]);
  const name = (table as Record<string, string>)[resource] ?? resource.replace(/s$/, "").replaceAll("-", "_");
  return versionOf(`select version from ${name} where id = $1`, [id]);
}

async function versionOf(question: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await owner.query<{ version: number }>(question, [...values]);
  return rows[0]?.version ?? 0;
}

/** What only its maker may write is made by the one who edits it here. */
function makersOf({ rule }: Call): Cast {
  return rule === "written by the maker alone" ? { ...cast, seller: { ...cast.seller, ask: session.ask } } : cast;
}

test.each(versioned)("%s: of two editors with the same version one wins; the other is told what is there now", async (name, call) => {
  const { path, body } = await call.make({ cast: makersOf(call), installation });
  const { method, status = 200 } = endpoints[name];
  const version = await presentVersion(path);
  const send = (headers: Record<string, string>) => session.ask(method, path, { ...(body === undefined ? {} : { body }), headers });
  expect((await send({})).status).toBe(428);
  expect((await send({ "if-match": "seven" })).body.errors?.[0].pointer).toBe("/If-Match");
  const stale = await send({ "if-match": `"${version + 1}"` });
  expect([stale.status, stale.body.code]).toEqual([412, "record.stale"]);
  const answers = await Promise.all([send({ "if-match": `"${version}"` }), send({ "if-match": `"${version}"` })]);
  // A deleted record, or one that is closed by now, says so; either way only one wins.
  expect(answers.filter((answer) => answer.status === status).length).toBe(1);
  const loser = answers.find((answer) => answer.status !== status);
  expect([404, 410, 412]).toContain(loser?.status);
  if (method === "DELETE") return;
  expect(loser?.status).toBe(412);
  expect(loser?.body.current).toMatchObject({ version: version + 1 });
  expect(loser?.headers.get("etag")).toBe(`"${version + 1}"`);
  expect(stale.body.current.version).toBe(version);
});

test("a stale version changes nothing", async () => {
  const made = await anOpportunity(cast.seller);
  const fingerprint = await everythingBut(installation);
  const before = await fingerprint();
  for (const [method, path, body] of [
    ["PATCH", "", { name: "Non" }],
    ["POST", "/win", {}],
    ["DELETE", "", undefined],
  ] as const)
    expect(
      (await cast.seller.ask(method, `/opportunities/${made.id}${path}`, { ...(body ? { body } : {}), headers: { "if-match": '"9"' } }))
        .status,
    ).toBe(412);
  expect(await fingerprint()).toBe(before);
});

test("sixteen writers at one opportunity: each is answered, none is lost, and the states follow each other", async () => {
  const made = await anOpportunity(cast.seller, { amount: "100" });
  const stages = (await cast.seller.ask("GET", "/pipelines")).body.data[0].stages as { id: string }[];
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, index) =>
      index % 2 === 0
        ? cast.seller.ask("POST", `/opportunities/${made.id}/move`, { body: { stageId: stages[index % stages.length]?.id } })
        : cast.administrator.ask("PATCH", `/opportunities/${made.id}`, { body: { amount: `${100 + index}` } }),
    ),
  );
  expect(statuses(answers)).toEqual(answers.map(() => 200));
  await expectGapless(made.id);
});

test("fifty requests with one key give one row, and each the same answer or the word that it still runs", async () => {
  const body = { name: "Une seule fois", client: { name: "Double clic" } };
  const headers = { "idempotency-key": "fifty" };
  const answers = await Promise.all(Array.from({ length: 50 }, () => cast.seller.ask("POST", "/opportunities", { body, headers })));
  const done = answers.filter((answer) => answer.status === 201);
  expect(new Set(done.map((answer) => answer.body.id)).size).toBe(1);
  expect(done.filter((answer) => answer.headers.get("idempotency-replayed") === null).length).toBe(1);
  const running = answers.filter((answer) => answer.status !== 201);
  expect(running.every((answer) => answer.status === 409 && answer.body.code === "idempotency.running")).toBe(true);
  const { rows } = await owner.query("select 1 from opportunity where name = 'Une seule fois'");
  expect(rows.length).toBe(1);
  const again = await cast.seller.ask("POST", "/opportunities", { body, headers });
  for (const name of ["location", "etag", "escale-undo"]) expect(again.headers.get(name), name).toBe(done[0]?.headers.get(name));
  expect(again.body).toEqual(done[0]?.body);
});

test("another body, path or person under the same key", async () => {
  const headers = { "idempotency-key": "same" };
  const body = { name: "Club", notes: null };
  expect((await cast.seller.ask("POST", "/clients", { body, headers })).status).toBe(201);
  expect((await cast.seller.ask("POST", "/clients", { body: { ...body, name: "Autre" }, headers })).status).toBe(422);
  expect((await cast.seller.ask("POST", "/competitors", { body: { name: "Club" }, headers })).status).toBe(422);
  const other = await cast.manager.ask("POST", "/clients", { body, headers });
  expect([other.status, other.headers.get("idempotency-replayed")]).toEqual([201, null]);
});

test("a refusal is not kept: the same key serves once the request is right", async () => {
  const headers = { "idempotency-key": "refused" };
  const sent = { body: { name: "Rome", client: { name: "Comité" } }, headers };
  expect((await cast.reader.ask("POST", "/opportunities", sent)).status).toBe(403);
  expect((await cast.seller.ask("POST", "/clients", { body: { name: "" }, headers })).status).toBe(400);
  const { id } = (await cast.seller.ask("POST", "/clients", { body: { name: "Bien" }, headers })).body;
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  const { rows } = await owner.query("select status from idempotency where key = 'refused'");
  expect(rows).toEqual([{ status: 201 }]);
});

test("no secret is kept in clear with an answer", async () => {
  const key = await cast.administrator.ask("POST", "/api-keys", { body: { name: "k" }, headers: { "idempotency-key": "secret-key" } });
  const invited = await cast.administrator.ask("POST", "/invitations", {
    body: { email: "secret@escale.example", role: "seller" },
    headers: { "idempotency-key": "secret-link" },
  });
  const { rows } = await owner.query<{ body: string }>("select body from idempotency where key like 'secret-%'");
  expect(rows.length).toBe(2);
  for (const { body } of rows) {
    expect(body).not.toContain(key.body.key);
    expect(body).not.toContain(invited.body.link.split("/").at(-1));
  }
});

async function expectGapless(id: string): Promise<void> {
  const { rows } = await owner.query(
    "select valid_from, valid_until, stage_id, amount_minor, outcome, deleted from opportunity_state where opportunity_id = $1 order by sequence",
    [id],
  );
  expect(rows.length).toBeGreaterThan(1);
  for (const [index, state] of rows.entries()) expect(state.valid_until).toEqual(rows[index + 1]?.valid_from ?? null);
  const { rows: present } = await owner.query(
    "select stage_id, amount_minor, outcome, deleted_at is not null as deleted from opportunity where id = $1",
    [id],
  );
  expect(rows.at(-1)).toMatchObject(present[0]);
}
