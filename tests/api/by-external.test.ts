import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, aUser, startInstallation, type Installation, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let script: TestUser;
let seller: TestUser;
let other: TestUser;
let reader: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation);
  script = await aUser(installation, workspaceId);
  seller = await aUser(installation, workspaceId, { role: "seller" });
  other = await aUser(installation, workspaceId, { role: "seller" });
  reader = await aUser(installation, workspaceId, { role: "reader" });
});
afterAll(() => installation.stop());

test.each([
  ["clients", { name: "CE Lumière" }, { name: "Comité Lumière" }],
  ["contacts", { lastName: "Ferrand" }, { firstName: "Hélène" }],
  ["opportunities", { name: "Naples", client: { name: "CE Volta" } }, { name: "Naples et Capri", client: { name: "CE Volta" } }],
])("%s are created under another system's id, then changed, and made once by twenty at once", async (path, first, second) => {
  const put = (id: string, body: unknown) => script.ask("PUT", `/${path}/by-external/salesforce/${id}`, { body });
  const made = await put("001x", first);
  expect(made.status).toBe(201);
  expect(made.headers.get("location")).toBe(`/api/v1/${path}/${made.body.id}`);
  const changed = await put("001x", second);
  expect(changed).toMatchObject({ status: 200, body: { id: made.body.id, version: 2 } });
  const again = await put("001x", second);
  expect(again.body.version).toBe(2);
  expect((await script.ask("PUT", `/${path}/by-external/hubspot/001x`, { body: first })).body.id).not.toBe(made.body.id);
  const many = await Promise.all(Array.from({ length: 20 }, () => put("once", first)));
  expect(new Set(many.map((one) => one.body.id)).size).toBe(1);
  expect(many.filter((one) => one.status === 201)).toHaveLength(1);
  expect(many.filter((one) => one.status === 200)).toHaveLength(19);
});

test("what another may not see is not found, a reader may not, a deleted one says so", async () => {
  const path = "/opportunities/by-external/salesforce/hidden";
  const made = await seller.ask("PUT", path, { body: { name: "Rome", client: { name: "CE Ampère" } } });
  expect(made.status).toBe(201);
  expect((await other.ask("PUT", path, { body: { name: "Mine" } })).status).toBe(404);
  expect((await reader.ask("PUT", "/clients/by-external/salesforce/9", { body: { name: "x" } })).status).toBe(403);
  await seller.ask("DELETE", `/opportunities/${made.body.id}`);
  expect((await seller.ask("PUT", path, { body: { name: "Rome" } })).status).toBe(410);
  const refused = await script.ask("PUT", "/opportunities/by-external/salesforce/new", { body: { name: "No client" } });
  expect(refused).toMatchObject({ status: 400 });
  expect(refused.body.errors[0].pointer).toBe("/clientId");
});
