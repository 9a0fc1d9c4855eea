import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aTeam, aUser, startInstallation, type Installation, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let workspaceId: string;
let team: string;
let administrator: TestUser;
let seller: TestUser;
let reader: TestUser;
let stages: { id: string; name: string; probabilityPercent: number }[];

beforeAll(async () => {
  installation = await startInstallation();
  workspaceId = await anAgency(installation);
  team = await aTeam(installation, workspaceId, "Groups");
  administrator = await aUser(installation, workspaceId);
  seller = await aUser(installation, workspaceId, { role: "seller", teamIds: [team] });
  reader = await aUser(installation, workspaceId, { role: "reader", teamIds: [team] });
  stages = (await administrator.ask("GET", "/pipelines")).body.data[0].stages;
});
afterAll(() => installation.stop());

const timeline = async (id: string) => (await administrator.ask("GET", `/opportunities/${id}/timeline`)).body.data;
const stage = (index: number) => stages[index]?.id;

test("is created with only a name and a client, by its creator, in the first stage, and is told", async () => {
  const made = await seller.ask("POST", "/opportunities", { body: { name: "Naples", client: { name: "Comité Lumière" } } });
  expect(made.status).toBe(201);
  expect(made.headers.get("location")).toBe(`/api/v1/opportunities/${made.body.id}`);
  expect(made.body).toMatchObject({
    name: "Naples",
    outcome: "open",
    stageId: stage(0),
    probabilityPercent: 10,
    amountSource: "products",
    manager: { id: seller.id },
    team: { id: team },
    missing: ["contact", "destination", "departure", "participants", "amount"],
  });
  expect(made.body.number).toMatch(/^OPP-\d{4}-\d{4}$/);
  expect((await timeline(made.body.id)).map((fact: { kind: string }) => fact.kind)).toEqual(["opportunity.created"]);
});

test("a client and contacts are created in the same request, or nothing is", async () => {
  const before = (await administrator.ask("GET", "/clients?count=exact")).body.total;
  const refused = await seller.ask("POST", "/opportunities", {
    body: { name: "Naples", client: { name: "Perdu" }, contacts: [{ contactId: "018f0000-0000-7000-8000-000000000000" }] },
  });
  expect(refused.status).toBe(400);
  expect(refused.body.errors[0].pointer).toBe("/contacts/0/contactId");
  expect((await administrator.ask("GET", "/clients?count=exact")).body.total).toBe(before);
  const made = await seller.ask("POST", "/opportunities", {
    body: {
      name: "Naples",
      client: { name: "Trouvé" },
      contacts: [{ contact: { lastName: "Ferrand" }, role: "leader" }, { contact: { lastName: "Oddo" } }],
    },
  });
  expect(made.body.contacts.map((contact: { name: string; isMain: boolean }) => [contact.name, contact.isMain])).toEqual([
    ["Ferrand", true],
    ["Oddo", false],
  ]);
});

test.each([
  [{ name: "" }, "/name"],
  [{ name: "x\u0000y" }, "/name"],
  [{ departsOn: "2027-02-30" }, "/departsOn"],
  [{ departsOn: "2027-06-12", returnsOn: "2027-06-10" }, "/returnsOn"],
  [{ amount: "12.345" }, "/amount"],
  [{ amount: "-5" }, "/amount"],
  [{ probabilityPercent: 101 }, "/probabilityPercent"],
  [{ stageId: "018f0000-0000-7000-8000-000000000000" }, "/stageId"],
  [{ adults: 2, freePlaces: 3 }, "/freePlaces"],
  [{ valueKind: "recurring" }, "/periods"],
  [{ currency: "USD" }, "/currency"],
  [{ workspaceId: "018f0000-0000-7000-8000-000000000000" }, "/workspaceId"],
  [{ version: 7 }, "/version"],
])("names the field that is wrong: %j", async (facts, pointer) => {
  const count = async () => (await administrator.ask("GET", "/opportunities?count=exact")).body.total;
  const before = await count();
  const answer = await seller.ask("POST", "/opportunities", { body: { name: "Naples", client: { name: "Comité" }, ...facts } });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  expect(await count()).toBe(before);
});

test("a PATCH changes what it names and nothing else", async () => {
  const made = await anOpportunity(seller, { amount: "5000", departsOn: "2027-06-12", returnsOn: "2027-06-19", priority: true });
  const moved = await seller.ask("PATCH", `/opportunities/${made.id}`, { body: { stageId: stage(2) } });
  expect(moved.body).toMatchObject({
    stageId: stage(2),
    probabilityPercent: 50,
    amount: { amount: "5000.00" },
    amountSource: "typed",
    priority: true,
    departsOn: "2027-06-12",
    likelyRevenue: { amount: "2500.00" },
    version: 2,
  });
});

test("a stale version is refused with the present record, and one of two editors wins", async () => {
  const made = await anOpportunity(seller);
  const headers = { "if-match": '"1"' };
  const answers = await Promise.all([
    seller.ask("PATCH", `/opportunities/${made.id}`, { body: { name: "A" }, headers }),
    administrator.ask("PATCH", `/opportunities/${made.id}`, { body: { name: "B" }, headers }),
  ]);
  expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([200, 412]);
  const late = await seller.ask("PATCH", `/opportunities/${made.id}`, { body: { name: "C" }, headers });
  expect(late.status).toBe(412);
  expect(late.body.current.version).toBe(2);
});

test("a reader may look and may not touch: every verb", async () => {
  const made = await anOpportunity(seller);
  const path = `/opportunities/${made.id}`;
  expect((await reader.ask("GET", path)).status).toBe(200);
  const refused = await Promise.all([
    reader.ask("PATCH", path, { body: { name: "x" } }),
    reader.ask("POST", `${path}/move`, { body: { stageId: stage(1) } }),
    reader.ask("POST", `${path}/win`, { body: {} }),
    reader.ask("POST", `${path}/lose`, { body: { reasonId: made.id } }),
    reader.ask("POST", `${path}/reopen`, { body: {} }),
    reader.ask("PUT", `${path}/contacts`, { body: { contacts: [] } }),
    reader.ask("DELETE", path),
    reader.ask("POST", "/opportunities", { body: { name: "x", client: { name: "y" } } }),
    reader.ask("POST", "/opportunities/bulk", { body: { ids: [made.id], change: { priority: true } } }),
  ]);
  expect(refused.map((answer) => answer.status)).toEqual(refused.map(() => 403));
  expect((await timeline(made.id)).length).toBe(1);
});

test("moves to a stage, with the probability of the stage, and says from where to where", async () => {
  const made = await anOpportunity(seller, { amount: "1000" });
  const moved = await seller.ask("POST", `/opportunities/${made.id}/move`, { body: { stageId: stage(3), fromStageId: stage(0) } });
  expect(moved.body).toMatchObject({
    stageId: stage(3),
    stageName: "Proposal sent",
    probabilityPercent: 70,
    likelyRevenue: { amount: "700.00" },
  });
  const [fact] = await timeline(made.id);
  expect(fact.fields.find((field: { field: string }) => field.field === "stageId")).toMatchObject({
    fromWords: "Enquiry received",
    toWords: "Proposal sent",
  });
  const elsewhere = await seller.ask("POST", `/opportunities/${made.id}/move`, { body: { stageId: stage(1), fromStageId: stage(0) } });
  expect([elsewhere.status, elsewhere.body.code]).toEqual([409, "opportunity.elsewhere"]);
});

test("is won, refuses to move, and is reopened as it was", async () => {
  const made = await anOpportunity(seller, { amount: "1000", stageId: stage(2) });
  const won = await seller.ask("POST", `/opportunities/${made.id}/win`, { body: { closedOn: "2026-11-20" } });
  expect(won.body).toMatchObject({ outcome: "won", closedOn: "2026-11-20", probabilityPercent: 100, likelyRevenue: { amount: "1000.00" } });
  expect((await seller.ask("POST", `/opportunities/${made.id}/move`, { body: { stageId: stage(1) } })).body.code).toBe(
    "opportunity.closed",
  );
  const reopened = await seller.ask("POST", `/opportunities/${made.id}/reopen`, { body: {} });
  expect(reopened.body).toMatchObject({ outcome: "open", closedOn: null, stageId: stage(2), probabilityPercent: 50 });
});

test("is lost for a reason only, and keeps its stage", async () => {
  const made = await anOpportunity(seller, { stageId: stage(2) });
  expect((await seller.ask("POST", `/opportunities/${made.id}/lose`, { body: {} })).status).toBe(400);
  const reason = (await seller.ask("GET", "/lost-reasons")).body.data[0];
  const lost = await seller.ask("POST", `/opportunities/${made.id}/lose`, { body: { reasonId: reason.id, comment: "Trop cher" } });
  expect(lost.body).toMatchObject({
    outcome: "lost",
    lostReasonName: "Price",
    lostComment: "Trop cher",
    stageId: stage(2),
    probabilityPercent: 0,
  });
});

test("a pinned probability stays through a move and is released in one step", async () => {
  const made = await anOpportunity(seller, { probabilityPercent: 65 });
  expect(made).toMatchObject({ probabilityPercent: 65, probabilityPinned: true });
  const moved = await seller.ask("POST", `/opportunities/${made.id}/move`, { body: { stageId: stage(4) } });
  expect(moved.body.probabilityPercent).toBe(65);
  const released = await seller.ask("PATCH", `/opportunities/${made.id}`, { body: { probabilityPercent: null } });
  expect(released.body).toMatchObject({ probabilityPercent: 80, probabilityPinned: false });
});

test("an amount typed stays, an emptied one follows the products again", async () => {
  const made = await anOpportunity(seller, { amount: "5000.00" });
  expect(made.amountSource).toBe("typed");
  const emptied = await seller.ask("PATCH", `/opportunities/${made.id}`, { body: { amount: null } });
  expect(emptied.body).toMatchObject({ amountSource: "products", amount: { amount: "0.00" } });
});

test("recurring: 5,000.00 a month × 3 at 80 % is worth 15,000.00, likely 12,000.00", async () => {
  const made = await anOpportunity(seller, { amount: "5000", valueKind: "recurring", period: "month", periods: 3, stageId: stage(4) });
  expect(made).toMatchObject({ potentialRevenue: { amount: "15000.00" }, likelyRevenue: { amount: "12000.00" } });
});

test("another currency is converted at the rate frozen that day, which a new rate does not move", async () => {
  await administrator.ask("PUT", "/exchange-rates/USD", { body: { rate: "0.9213" } });
  const made = await anOpportunity(seller, { amount: "3480", currency: "USD" });
  expect(made).toMatchObject({
    amount: { amount: "3480.00", currency: "USD" },
    amountHome: { amount: "3206.12", currency: "EUR" },
    rate: { value: "0.9213" },
  });
  await administrator.ask("PUT", "/exchange-rates/USD", { body: { rate: "0.5" } });
  expect((await seller.ask("GET", `/opportunities/${made.id}`)).body.amountHome.amount).toBe("3206.12");
  expect((await seller.ask("POST", `/opportunities/${made.id}/refresh-rate`, { body: {} })).body.amountHome.amount).toBe("1740.00");
});

test("is deleted, says by whom, and is restored", async () => {
  const made = await anOpportunity(seller);
  expect((await seller.ask("DELETE", `/opportunities/${made.id}`)).status).toBe(204);
  const gone = await seller.ask("GET", `/opportunities/${made.id}`);
  expect([gone.status, gone.body.deletedBy]).toEqual([410, "Claire Lambert"]);
  expect((await seller.ask("POST", `/opportunities/${made.id}/restore`, { body: {} })).body.deletedAt).toBeNull();
});

test("what was done is undone; an undo over a later change asks first", async () => {
  const made = await anOpportunity(seller, { amount: "1000" });
  const moved = await seller.ask("POST", `/opportunities/${made.id}/move`, { body: { stageId: stage(3) } });
  const token = moved.headers.get("escale-undo");
  await administrator.ask("PATCH", `/opportunities/${made.id}`, { body: { stageId: stage(4) } });
  const overtaken = await seller.ask("POST", "/undo", { body: { token } });
  expect([overtaken.status, overtaken.body.code]).toEqual([409, "undo.overtaken"]);
  expect(overtaken.body.overtaken[0]).toMatchObject({ field: "stageId", by: "Claire Lambert" });
  expect((await seller.ask("POST", "/undo", { body: { token, force: true } })).status).toBe(200);
  expect((await seller.ask("GET", `/opportunities/${made.id}`)).body).toMatchObject({
    stageId: stage(0),
    probabilityPercent: 10,
    likelyRevenue: { amount: "100.00" },
  });
  expect((await seller.ask("POST", "/undo", { body: { token } })).body.code).toBe("undo.impossible");
});

test("the same key and body give the same answer once; another body is refused", async () => {
  const body = { name: "Une seule fois", client: { name: "Double clic" } };
  const headers = { "idempotency-key": "once" };
  const answers = await Promise.all(Array.from({ length: 20 }, () => seller.ask("POST", "/opportunities", { body, headers })));
  const made = answers.filter((answer) => answer.status === 201);
  expect(made.length).toBeGreaterThan(0);
  expect(new Set(made.map((answer) => answer.body.id)).size).toBe(1);
  expect(answers.every((answer) => [201, 409].includes(answer.status))).toBe(true);
  const again = await seller.ask("POST", "/opportunities", { body, headers });
  expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
  expect((await seller.ask("POST", "/opportunities", { body: { ...body, name: "Autre" }, headers })).status).toBe(422);
  expect((await seller.ask("GET", `/opportunities?count=exact&clientId=${again.body.client.id}`)).body.total).toBe(1);
});

test("many are changed at once as one undoable change", async () => {
  const made = [await anOpportunity(seller), await anOpportunity(seller), await anOpportunity(seller)];
  const ids = made.map((one) => one.id);
  const changed = await seller.ask("POST", "/opportunities/bulk", { body: { ids, change: { stageId: stage(2), priority: true } } });
  expect(changed.body).toMatchObject({ changed: 3, skipped: 0, jobId: null });
  await seller.ask("POST", "/undo", { body: { token: changed.headers.get("escale-undo") } });
  const rows = await Promise.all(ids.map(async (id) => (await seller.ask("GET", `/opportunities/${id}`)).body));
  expect(rows.map((row) => [row.stageId, row.priority])).toEqual(rows.map(() => [stage(0), false]));
});
