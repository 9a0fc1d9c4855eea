import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

// Files of more lines than are written at once: what is written together is as if it were written one by one.

let installation: Installation;
let owner: pg.Client;
let user: TestUser;

const COUNT = 750;
const CHANGED = 150;
const file = (amount: number, stage: string, count = COUNT): string =>
  `External ID,Name,Client,Stage,Amount\n${Array.from({ length: count }, (_, n) => `O${n},Trip ${n},Club ${n % 50},${n % 3 === 0 ? "Won" : stage},${amount + n}.00`).join("\n")}\n`;

beforeAll(async () => {
  installation = await startInstallation();
  owner = new pg.Client(installation.owner);
  await owner.connect();
  user = await aUser(installation, await anAgency(installation));
});
afterAll(async () => {
  await owner?.end();
  await installation?.stop();
});

async function settled(id: string): Promise<Loose> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const { body } = await user.ask("GET", `/imports/${id}`);
    if (!["checking", "running", "reverting"].includes(body.state)) return body;
    await new Promise((go) => setTimeout(go, 25));
  }
  throw new Error("the import did not end");
}

async function imported(text: string): Promise<Loose> {
  const headers = { "content-type": "text/csv" };
  const { body } = await user.ask("POST", "/imports?kind=opportunities&fileName=trips.csv", { body: text, headers });
  expect((await user.ask("POST", `/imports/${body.id}/run`)).status).toBe(202);
  return settled(body.id);
}

async function reverted(id: string): Promise<Loose> {
  await user.ask("POST", `/imports/${id}/revert`);
  return settled(id);
}

const one = async (sql: string, values: unknown[] = []): Promise<Loose> => (await owner.query(sql, values)).rows[0];
const opportunity = (external: string): Promise<Loose> =>
  one("select o.* from opportunity o join external_id e on e.record_id = o.id where e.external = $1", [external]);

let first: Loose;
let second: Loose;

test("what is made has one present state, its facts, its words of search, and a number of its own", async () => {
  first = await imported(file(1000, "Need qualified"));
  expect(first).toMatchObject({ state: "done", counts: { create: COUNT, failed: 0, clientsCreated: 50 } });
  expect(await one("select count(*)::int, count(distinct number)::int as numbers from opportunity")).toEqual({
    count: COUNT,
    numbers: COUNT,
  });
  expect(await one("select count(*)::int from opportunity_state where valid_until is null and not deleted")).toEqual({ count: COUNT });
  expect(await one("select count(*)::int from search_entry where record_type = 'opportunity'")).toEqual({ count: COUNT });
  expect(
    (await owner.query("select kind, count(*)::int from fact where kind like '%created' and kind not like 'user%' group by 1 order by 1"))
      .rows,
  ).toMatchObject([
    { kind: "client.created", count: 50 },
    { kind: "opportunity.created", count: COUNT },
  ]);
  expect(await one("select count(*)::int from fact where kind = 'opportunity.won'")).toEqual({ count: COUNT / 3 });
});

test("what is changed tells before and after, once, and its history goes on; nothing changes the second time", async () => {
  const before = await opportunity("O7");
  second = await imported(file(2000, "Proposal sent", CHANGED));
  expect(second.counts).toMatchObject({ create: 0, update: CHANGED, failed: 0 });
  const after = await opportunity("O7");
  expect(after).toMatchObject({
    amount_minor: "200700",
    total_minor: "200700",
    version: before.version + 1,
    created_at: before.created_at,
  });
  expect(after.stage_id).not.toBe(before.stage_id);
  const fact = await one("select kind, fields from fact where record_id = $1 order by id desc limit 1", [before.id]);
  expect(fact.kind).toBe("opportunity.edited");
  expect(fact.fields.amount_minor).toEqual({ from: "100700", to: "200700" });
  expect(fact.fields.stage_id).toEqual({ from: before.stage_id, to: after.stage_id });
  const { rows: states } = await owner.query("select * from opportunity_state where opportunity_id = $1 order by sequence", [before.id]);
  expect(states.map(({ amount_minor }) => amount_minor)).toEqual(["100700", "200700"]);
  expect(states[1]).toMatchObject({ valid_from: states[0].valid_until, valid_until: null, stage_id: after.stage_id });
  expect((await imported(file(2000, "Proposal sent", CHANGED))).counts).toMatchObject({ same: CHANGED, update: 0, create: 0 });
});

test("changes and creations are taken back: fields as they were, then records gone with their words, history ended", async () => {
  expect(await reverted(second.id)).toMatchObject({ state: "reverted", failure: null });
  expect(await opportunity("O7")).toMatchObject({ amount_minor: "100700", deleted_at: null });
  // One of them is changed by hand afterwards: it goes too, as when one alone is taken back.
  const { id, version } = await opportunity("O8");
  expect(
    (await user.ask("PATCH", `/opportunities/${id}`, { body: { name: "By hand" }, headers: { "if-match": `"${version}"` } })).status,
  ).toBe(200);
  expect(await reverted(first.id)).toMatchObject({ state: "reverted", failure: null });
  expect(await one("select count(*)::int from opportunity where deleted_at is null")).toEqual({ count: 0 });
  expect(await one("select count(*)::int from client where deleted_at is null")).toEqual({ count: 0 });
  expect(await one("select count(*)::int from search_entry")).toEqual({ count: 0 });
  expect(await one("select count(*)::int from opportunity_state where valid_until is null and not deleted")).toEqual({ count: 0 });
  expect(await one("select count(*)::int from fact where kind = 'opportunity.deleted'")).toEqual({ count: COUNT });
  expect(await one("select count(*)::int from fact where kind = 'client.deleted'")).toEqual({ count: 50 });
});

test("the same file creates again", async () => {
  expect((await imported(file(1000, "Need qualified"))).counts).toMatchObject({ create: COUNT, update: 0, failed: 0 });
});
