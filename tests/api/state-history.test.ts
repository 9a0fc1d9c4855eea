import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anOpportunity, startInstallation, type Installation, type Loose } from "#tests/support/agency.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";

let installation: Installation;
let cast: Cast;
let owner: pg.Client;
let stages: { id: string; probabilityPercent: number }[];

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
  owner = new pg.Client(installation.owner);
  await owner.connect();
  stages = (await cast.seller.ask("GET", "/pipelines")).body.data[0].stages;
});
afterAll(async () => {
  await owner.end();
  await installation.stop();
});

const statesOf = async (id: string): Promise<Loose[]> =>
  (await owner.query("select * from opportunity_state where opportunity_id = $1 order by sequence", [id])).rows;
const statesWritten = async (): Promise<number> =>
  Number((await owner.query<{ count: string }>("select count(*) from opportunity_state")).rows[0]?.count);

test("a new opportunity begins its history with itself", async () => {
  const made = await anOpportunity(cast.seller, { amount: "1000" });
  const states = await statesOf(made.id);
  expect(states.length).toBe(1);
  expect(states[0]).toMatchObject({
    stage_id: stages[0]?.id,
    outcome: "open",
    amount_minor: "100000",
    manager_id: cast.seller.id,
    team_id: cast.team,
    valid_until: null,
    deleted: false,
  });
  expect(states[0].valid_from.toISOString()).toBe(made.createdAt);
});

const reason = async (): Promise<string> => (await cast.seller.ask("GET", "/lost-reasons")).body.data[0].id;

test("every change of what counts closes the state and opens the next, at the same instant", async () => {
  const { id } = await anOpportunity(cast.seller, { amount: "1000" });
  await cast.administrator.ask("PUT", "/exchange-rates/USD", { body: { rate: "0.9" } });
  const changes: [string, string, Record<string, unknown>, Record<string, unknown>][] = [
    ["POST", "/move", { stageId: stages[2]?.id }, { stage_id: stages[2]?.id, probability_percent: 50, likely_minor: "50000" }],
    ["PATCH", "", { amount: "2000" }, { amount_minor: "200000", total_home_minor: "200000" }],
    ["PATCH", "", { probabilityPercent: 33 }, { probability_percent: 33, likely_minor: "66000" }],
    ["PATCH", "", { currency: "USD" }, { currency: "USD", total_home_minor: "180000" }],
    ["PATCH", "", { expectedCloseOn: "2027-03-01" }, { expected_close_on: "2027-03-01" }],
    ["PATCH", "", { departsOn: "2027-06-12" }, { departs_on: "2027-06-12" }],
    ["PATCH", "", { managerId: cast.manager.id }, { manager_id: cast.manager.id }],
    ["PATCH", "", { teamId: null }, { team_id: null }],
    ["POST", "/win", {}, { outcome: "won", probability_percent: 100, likely_minor: "200000" }],
    ["POST", "/reopen", {}, { outcome: "open", closed_on: null, probability_percent: 33 }],
    ["POST", "/lose", { reasonId: await reason() }, { outcome: "lost", likely_minor: "0" }],
    ["POST", "/reopen", {}, { outcome: "open" }],
    ["DELETE", "", {}, { deleted: true }],
    ["POST", "/restore", {}, { deleted: false }],
  ];
  for (const [at, [method, path, body, expected]] of changes.entries()) {
    const answer = await cast.administrator.ask(method, `/opportunities/${id}${path}`, method === "DELETE" ? {} : { body });
    expect(answer.status, JSON.stringify([path, answer.body])).toBeLessThan(300);
    const states = await statesOf(id);
    expect(states.length, `${method} ${path} ${JSON.stringify(body)}`).toBe(at + 2);
    expect(states.at(-1)).toMatchObject({ ...expected, valid_until: null });
    expect(states.at(-1).valid_from).toEqual(states.at(-2).valid_until);
    expect(states.at(-1).change_id).not.toBe(states.at(-2).change_id);
  }
});

test("what does not count, and what is refused, opens no state", async () => {
  const { id } = await anOpportunity(cast.seller);
  const before = await statesWritten();
  await cast.seller.ask("PATCH", `/opportunities/${id}`, { body: { description: "Vols directs", priority: true } });
  await cast.seller.ask("PATCH", `/opportunities/${id}`, { body: { amount: "-1" } });
  await cast.reader.ask("POST", `/opportunities/${id}/win`, { body: {} });
  await cast.seller.ask("POST", `/opportunities/${id}/move`, { body: { stageId: stages[0]?.id } });
  expect(await statesWritten()).toBe(before);
});

test("bulk, a stage's new probability and undo write history too, and the last state is the record", async () => {
  const made = [await anOpportunity(cast.seller, { amount: "10" }), await anOpportunity(cast.seller, { amount: "20" })];
  const bulk = await cast.seller.ask("POST", "/opportunities/bulk", {
    body: { ids: made.map(({ id }) => id), change: { stageId: stages[3]?.id } },
  });
  await cast.administrator.ask("PATCH", `/stages/${stages[3]?.id}`, { body: { probabilityPercent: 71 } });
  expect((await cast.seller.ask("POST", "/undo", { body: { token: bulk.headers.get("escale-undo") } })).status).toBe(409);
  expect((await cast.seller.ask("POST", "/undo", { body: { token: bulk.headers.get("escale-undo"), force: true } })).status).toBe(200);
  for (const { id } of made) expect((await statesOf(id)).map((state) => state.probability_percent)).toEqual([10, 70, 71, 10]);
  const { rows } = await owner.query(`
    select o.number from opportunity o left join opportunity_state s on s.opportunity_id = o.id and s.valid_until is null
    where s.stage_id is distinct from o.stage_id or s.outcome is distinct from o.outcome or s.likely_home_minor is distinct from o.likely_home_minor
      or s.manager_id is distinct from o.manager_id or s.deleted is distinct from (o.deleted_at is not null)`);
  expect(rows).toEqual([]);
});
