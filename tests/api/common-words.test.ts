import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "#server/platform/roles.ts";
import { anOpportunity, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";

const MANY = 1100;

let installation: Installation;
let cast: Cast;
let mine: Loose;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
  mine = await anOpportunity(cast.seller);
  await withClient(installation.owner, (client) =>
    client.query(
      `insert into activity (workspace_id, id, kind, title, due_on, opportunity_id, created_at, updated_at)
       select o.workspace_id, gen_random_uuid(), 'call', 'Appeler pour l’acompte de 20\\_% (' || n || ')', date '2027-01-01' + n, o.id, now(), now()
       from opportunity o, generate_series(1, $2::int) n where o.id = $1`,
      [mine.id, MANY],
    ),
  );
});
afterAll(() => installation.stop());

const found = async (user: TestUser, q: string): Promise<number> =>
  (await user.ask("GET", `/activities?limit=1&count=exact&q=${encodeURIComponent(q)}`)).body.total;

test("words that a thousand activities hold find all of them, in the order of the list, and nobody else's", async () => {
  expect(await found(cast.seller, "acompte")).toBe(MANY);
  expect(await found(cast.seller, "ACOMPTE appeler")).toBe(MANY);
  expect(await found(cast.seller, "ap")).toBe(MANY);
  expect(await found(cast.seller, "20\\_%")).toBe(MANY);
  expect(await found(cast.seller, "20%_")).toBe(0);
  expect(await found(cast.seller, "acompte zanzibar")).toBe(0);
  const page = (await cast.seller.ask("GET", "/activities?limit=2&q=acompte")).body;
  expect(page.data.map(({ dueOn }: Loose) => dueOn)).toEqual(["2027-01-02", "2027-01-03"]);
  const next = (await cast.seller.ask("GET", `/activities?limit=2&q=acompte&cursor=${page.page.nextCursor}`)).body;
  expect(next.data.map(({ dueOn }: Loose) => dueOn)).toEqual(["2027-01-04", "2027-01-05"]);
  expect(await found(cast.stranger, "acompte")).toBe(0);
});
