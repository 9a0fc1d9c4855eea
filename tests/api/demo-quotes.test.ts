import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#server/main/seed-demo.ts";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let claire: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation, { language: "fr" });
  const { database, files } = installation.application;
  await seedDemo({ database, files }, { workspaceId });
  claire = await aUser(installation, workspaceId);
});
afterAll(() => installation.stop());

const ask = async (path: string): Promise<Loose> => {
  const { status, body } = await claire.ask("GET", path);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

test("the demo agency has 25 quotes in every status, in two currencies, one of 60 lines, one chosen, and five templates", async () => {
  const { data: quotes } = await ask("/quotes?limit=200");
  expect(quotes).toHaveLength(25);
  expect(new Set(quotes.map(({ currency }: Loose) => currency))).toEqual(new Set(["EUR", "USD"]));
  const statuses = new Set(quotes.map(({ status }: Loose) => status));
  expect(statuses).toEqual(new Set(["accepted", "declined", "draft", "expired", "sent", "superseded"]));
  expect(quotes.every(({ total, payers }: Loose) => Number(total?.amount) > 1000 && payers >= 5)).toBe(true);
  expect(quotes.some(({ chosenVersion, acceptedVersion }: Loose) => chosenVersion !== null && acceptedVersion === null)).toBe(true);
  const lines: number[] = [];
  for (const { id, newestVersion } of quotes) {
    const version = await ask(`/quotes/${id}/versions/${newestVersion}`);
    expect(version.problems).toEqual([]);
    lines.push(version.linesCount);
  }
  expect(Math.max(...lines)).toBeGreaterThanOrEqual(60);
  expect((await ask("/quotes/templates")).data).toHaveLength(5);
});
