import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anOpportunity, startInstallation, type Installation, type Loose } from "#tests/support/agency.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";
import { aDocument } from "#tests/support/files.ts";

let installation: Installation;
let cast: Cast;
let sale: Loose;
/** What the server sends to PostgreSQL, counted on the driver's own connections. */
let sent = 0;
const client = pg.Client.prototype as unknown as Record<"query", unknown>;
const query = client.query as (...given: unknown[]) => unknown;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
  await grow(1);
  sale = await anOpportunity(cast.seller, {
    clientId: (await cast.seller.ask("GET", "/clients")).body.data[0].id,
    contacts: [{ contact: { lastName: "Ferrand" } }],
  });
  await aDocument(cast.seller, sale.id);
  client.query = function counting(...given: unknown[]): unknown {
    // Jobs and live events speak as the owner: what a request sends is counted.
    if ((this as unknown as pg.Client).user === installation.app.user) sent += 1;
    return Reflect.apply(query, this, given);
  };
});
afterAll(async () => {
  client.query = query;
  await installation.stop();
});

/** More of everything a list shows: opportunities with contacts in every stage, clients with contacts, facts. */
async function grow(times: number): Promise<void> {
  const stages = (await cast.seller.ask("GET", "/pipelines")).body.data[0].stages as { id: string }[];
  for (let index = 0; index < times; index += 1) {
    const made = await anOpportunity(cast.seller, {
      stageId: stages[index % stages.length]?.id,
      contacts: [{ contact: { lastName: "Ferrand" } }, { contact: { lastName: "Oddo" } }],
      destinations: [{ country: "IT", place: "Naples" }],
      departsOn: "2027-06-12",
    });
    await cast.seller.ask("PUT", `/clients/${made.client.id}/contacts`, {
      body: { contacts: [{ contactId: made.contacts[0].id, isMain: true }] },
    });
    await cast.seller.ask("POST", "/activities", { body: { kind: "call", title: "Appeler à Naples", opportunityId: made.id } });
    await cast.seller.ask("POST", `/opportunities/${made.id}/messages`, { body: { body: "Vu avec Naples." } });
    await cast.seller.ask("POST", "/tags", { body: { name: `Naples ${made.number}` } });
  }
}

async function statementsOf(path: string): Promise<number> {
  await cast.administrator.ask("GET", path);
  sent = 0;
  const answer = await cast.administrator.ask("GET", path);
  expect(answer.status, path).toBe(200);
  return sent;
}

const paths = (): string[] => [
  "/opportunities?totals=true&count=exact&limit=200",
  "/opportunities?q=naples&limit=200",
  "/opportunities/board",
  `/opportunities/${sale.id}`,
  `/opportunities/${sale.id}/timeline`,
  "/clients?limit=200&count=exact",
  `/clients/${sale.client.id}`,
  `/clients/${sale.client.id}/timeline`,
  `/clients/${sale.client.id}/contacts`,
  `/opportunities/${sale.id}/documents`,
  `/clients/${sale.client.id}/documents`,
  "/contacts?limit=200",
  "/facts?limit=200",
  "/search?q=naples",
  "/my-day",
  "/start",
  "/activities?limit=200&count=exact",
  "/activities?limit=200&q=naples",
  `/opportunities/${sale.id}/messages`,
  `/clients/${sale.client.id}/messages`,
  "/tags",
  "/views?resource=opportunities",
  "/notifications",
  "/me/changes?limit=50",
  "/pipelines",
  "/users",
  "/teams",
  "/exports/opportunities",
  "/exports/clients",
  "/exports/contacts",
];

test("the number of statements of a read does not depend on the number of rows", async () => {
  const few: Record<string, number> = {};
  for (const path of paths()) few[path] = await statementsOf(path);
  await grow(12);
  await Promise.all(
    Array.from({ length: 12 }, (_, index) => cast.seller.ask("PATCH", `/opportunities/${sale.id}`, { body: { name: `Nom ${index}` } })),
  );
  for (let index = 0; index < 5; index += 1) await aDocument(cast.seller, sale.id);
  const contacts = (await cast.seller.ask("GET", "/contacts?limit=20")).body.data.map(({ id }: Loose) => ({ contactId: id }));
  await cast.seller.ask("PUT", `/opportunities/${sale.id}/contacts`, { body: { contacts } });
  await cast.seller.ask("PUT", `/clients/${sale.client.id}/contacts`, { body: { contacts } });
  const many: Record<string, number> = {};
  for (const path of paths()) many[path] = await statementsOf(path);
  expect(many).toEqual(few);
  // The first answer of all puts together what four questions ask.
  expect(Math.max(...Object.values(many))).toBeLessThanOrEqual(14);
  expect(Math.min(...Object.values(many))).toBeGreaterThan(1);
});
