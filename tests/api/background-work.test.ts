import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { anOpportunity, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";

let installation: Installation;
let cast: Cast;
const ROWS = 1000;
const WAIT = { timeout: 90_000, interval: 100 };

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
  const lines = Array.from({ length: ROWS }, (_, n) => `Groupe ${n};Comité ${n % 20};${1000 + n}`);
  const file = `Nom;Client;Montant\n${lines.join("\n")}\n`;
  const made = await cast.manager.ask("POST", "/imports?kind=opportunities&fileName=mille.csv", {
    body: file,
    headers: { "content-type": "text/csv" },
  });
  const state = async (): Promise<string> => (await cast.manager.ask("GET", `/imports/${made.body.id}`)).body.state;
  await vi.waitUntil(async () => (await state()) === "draft", WAIT);
  await cast.manager.ask("POST", `/imports/${made.body.id}/run`, { body: {} });
  await vi.waitUntil(async () => (await state()) === "done", WAIT);
}, 120_000);
afterAll(() => installation.stop());

const ended = async (user: TestUser, id: string): Promise<Loose> => {
  const job = async (): Promise<Loose> => (await user.ask("GET", `/jobs/${id}`)).body;
  await expect.poll(async () => ["queued", "running"].includes((await job()).state), WAIT).toBe(false);
  return job();
};
const stages = async (): Promise<{ id: string }[]> => (await cast.manager.ask("GET", "/pipelines")).body.data[0].stages;
const at = async (stageId: string | undefined): Promise<number> =>
  (await cast.manager.ask("GET", `/opportunities?stageId=${stageId}&limit=1&count=exact`)).body.total;
const move = (stageId: string | undefined) =>
  cast.manager.ask("POST", "/opportunities/bulk", { body: { filter: {}, change: { stageId } } });

test("a change of 1 000 opportunities and its undo: as work, with its result, its notification, and the token of the answer", async () => {
  const [first, second] = await stages();
  expect(await at(first?.id)).toBe(ROWS);
  const asked = await move(second?.id);
  expect([asked.status, asked.body.changed]).toEqual([202, 0]);
  const job = await ended(cast.manager, asked.body.jobId);
  expect(job).toMatchObject({ kind: "bulk", state: "done", done: ROWS, total: ROWS, result: { changed: ROWS, skipped: 0, refused: [] } });
  expect(await at(second?.id)).toBe(ROWS);
  const [told] = (await cast.manager.ask("GET", "/notifications?limit=1")).body.data;
  expect(told).toMatchObject({ kind: "finished", work: { kind: "bulk", state: "done", changed: ROWS }, path: "/opportunities/list" });
  const [own] = (await cast.manager.ask("GET", "/me/changes?limit=1")).body.data;
  expect(own).toMatchObject({ changeId: job.result.undo, kind: "opportunity.moved", count: ROWS, canUndo: true });

  const undone = await cast.manager.ask("POST", "/undo", { body: { token: asked.headers.get("escale-undo") } });
  expect([undone.status, undone.body.undone]).toEqual([202, 0]);
  expect(await ended(cast.manager, undone.body.jobId)).toMatchObject({ kind: "undo", state: "done", result: { undone: ROWS } });
  expect(await at(first?.id)).toBe(ROWS);
  expect((await cast.manager.ask("GET", "/me/changes?limit=1")).body.data[0]).toMatchObject({ undone: true, canUndo: false });
  const twice = await cast.manager.ask("POST", "/undo", { body: { token: job.result.undo } });
  expect(twice.body.code).toBe("undo.impossible");
}, 120_000);

test("cancelled, nothing of it is left; over, it can no longer be cancelled", async () => {
  const [first, , third] = await stages();
  const { jobId } = (await move(third?.id)).body;
  const cancelled = await cast.manager.ask("POST", `/jobs/${jobId}/cancel`, { body: {} });
  expect([cancelled.status, cancelled.body.state]).toEqual([200, "cancelled"]);
  expect(await at(third?.id)).toBe(0);
  expect((await cast.manager.ask("POST", `/jobs/${jobId}/cancel`, { body: {} })).body.code).toBe("job.ended");
  // The next piece of work is done after the cancelled one was let go: still nothing of that.
  const { jobId: next } = (await cast.manager.ask("POST", "/opportunities/bulk", { body: { filter: {}, change: { priority: true } } }))
    .body;
  expect((await ended(cast.manager, next)).state).toBe("done");
  expect([await at(third?.id), await at(first?.id)]).toEqual([0, ROWS]);
}, 120_000);

test("rows that stay as they are come back with why", async () => {
  const [open, won] = [await anOpportunity(cast.seller), await anOpportunity(cast.seller)];
  await cast.seller.ask("POST", `/opportunities/${won.id}/win`, { body: {} });
  const [, second] = await stages();
  const answer = await cast.seller.ask("POST", "/opportunities/bulk", {
    body: { ids: [open.id, won.id], change: { stageId: second?.id } },
  });
  expect(answer.body).toMatchObject({
    changed: 1,
    skipped: 1,
    refused: [{ id: won.id, name: won.name, number: won.number, reason: "closed" }],
  });
});

test("an undo that a later change stands in the way of says so as work too, and overwrites when told to", async () => {
  const [, second, third] = await stages();
  const asked = await move(second?.id);
  await ended(cast.manager, asked.body.jobId);
  const [one] = (await cast.manager.ask("GET", `/opportunities?stageId=${second?.id}&limit=1`)).body.data;
  await cast.administrator.ask("POST", `/opportunities/${one.id}/move`, { body: { stageId: third?.id } });
  const token = asked.headers.get("escale-undo");
  const refused = await ended(cast.manager, (await cast.manager.ask("POST", "/undo", { body: { token } })).body.jobId);
  expect(refused).toMatchObject({ state: "failed", result: { code: "undo.overtaken" } });
  expect(refused.result.overtaken[0]).toMatchObject({ record: one.name, by: "Anne Moreau" });
  expect(await at(third?.id)).toBe(1);
  const forced = await cast.manager.ask("POST", "/undo", { body: { token, force: true } });
  expect((await ended(cast.manager, forced.body.jobId)).state).toBe("done");
  expect(await at(third?.id)).toBe(0);
}, 120_000);
