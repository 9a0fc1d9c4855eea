import { afterAll, beforeAll, expect, test } from "vitest";
import { API, type EndpointName } from "#contract/api.ts";
import type { Endpoint } from "#contract/endpoint.ts";
import { anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";
import { everythingBut } from "#tests/support/everything.ts";
import { openStream } from "#tests/support/stream.ts";
import { EVERY_CALL } from "#tests/support/every-call.ts";

const MARK = "Zanzibarmarque";
let installation: Installation;
let cast: Cast;
let theirs: Record<string, string>;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
  theirs = await aMarkedAgency(cast.foreigner);
});
afterAll(() => installation.stop());

/** An agency with our mark in every row a person can write. Its ids by the name of the field that would point at them. */
async function aMarkedAgency(user: TestUser): Promise<Record<string, string>> {
  const post = async (path: string, body: unknown): Promise<Loose> => {
    const answer = await user.ask("POST", path, { body });
    expect(answer.status, path).toBe(201);
    return answer.body;
  };
  const pipeline = await post("/pipelines", {
    name: `${MARK} tunnel`,
    stages: [{ name: `${MARK} étape`, probabilityPercent: 10, staleDays: 9 }],
  });
  const source = await post("/sources", { name: `${MARK} source` });
  const team = await post("/teams", { name: `${MARK} équipe`, memberIds: [user.id] });
  const competitor = await post("/competitors", { name: `${MARK} concurrent` });
  const sale = await anOpportunity(user, {
    name: `${MARK} voyage`,
    client: { name: `${MARK} client`, email: `${MARK}@escale.example` },
    contacts: [{ contact: { lastName: MARK, email: `${MARK}.personne@escale.example`, phone: "+33472000099" } }],
    destinations: [{ country: "TZ", place: MARK }],
    description: MARK,
    sourceId: source.id,
    teamId: team.id,
  });
  const file = await user.ask("POST", `/imports?kind=clients&fileName=${MARK}.csv`, {
    body: `Nom\n${MARK}\n`,
    headers: { "content-type": "text/csv" },
  });
  await user.ask("PATCH", "/me", { body: { name: `${MARK} Flora` } });
  const edited = await user.ask("PATCH", `/opportunities/${sale.id}`, { body: { description: `${MARK} encore` } });
  const supplier = await post("/suppliers", { name: `${MARK} fournisseur` });
  const product = await post("/products", { name: `${MARK} produit`, supplierId: supplier.id });
  const step = await post("/steps", { name: `${MARK} jour`, publicText: { fr: MARK }, products: [{ productId: product.id }] });
  const template = await post("/trip-templates", { name: `${MARK} modèle`, days: [{ title: MARK, stepIds: [step.id] }] });
  return {
    supplierId: supplier.id,
    productId: product.id,
    stepId: step.id,
    templateId: template.id,
    opportunityId: sale.id,
    clientId: sale.client.id,
    contactId: sale.contacts[0].id,
    managerId: user.id,
    teamId: team.id,
    pipelineId: pipeline.id,
    stageId: pipeline.stages[0].id,
    sourceId: source.id,
    competitorId: competitor.id,
    kindId: (await post("/client-kinds", { name: `${MARK} genre` })).id,
    reasonId: (await post("/lost-reasons", { name: `${MARK} raison` })).id,
    invitationId: (await post("/invitations", { email: `${MARK.toLowerCase()}.invite@escale.example`, role: "seller" })).id,
    importId: file.body.id,
    keyId: (await user.ask("GET", "/api-keys")).body.data[0].id,
    changeId: edited.headers.get("escale-undo") ?? "",
  };
}

const ID_OF: Readonly<Record<string, string>> = {
  suppliers: "supplierId",
  products: "productId",
  steps: "stepId",
  "trip-templates": "templateId",
  opportunities: "opportunityId",
  clients: "clientId",
  contacts: "contactId",
  users: "managerId",
  teams: "teamId",
  pipelines: "pipelineId",
  stages: "stageId",
  sources: "sourceId",
  "client-kinds": "kindId",
  "lost-reasons": "reasonId",
  invitations: "invitationId",
  imports: "importId",
  "api-keys": "keyId",
};

/** Their record of the kind an address is about; of all kinds where none of the table is meant. */
function idsFor(path: string): string[] {
  const id = theirs[ID_OF[path.split("/")[1] ?? ""] ?? ""];
  return id === undefined ? Object.values(theirs) : [id];
}

const reads = (Object.entries(API) as [EndpointName, Endpoint][]).filter(
  ([, { method, session }]) => method === "GET" && session !== "none",
);

test.each(reads)("%s shows nothing of another agency: plainly, searched for, or by any id of it", async (name, endpoint) => {
  const own = (await EVERY_CALL[name]?.make({ cast, installation }))?.path.split("?")[0];
  const paths: string[] = own === undefined ? [] : [own];
  const known = Object.keys(endpoint.query?.shape ?? {});
  for (const word of ["q", "name", "lastName", "destination", "email"])
    if (own !== undefined && known.includes(word)) paths.push(`${own}?${word}=${MARK}`);
  for (const [field, id] of Object.entries(theirs)) {
    if (own !== undefined && known.includes(field)) paths.push(`${own}?${field}=${id}`);
  }
  if (endpoint.path.includes("{")) paths.push(...idsFor(endpoint.path).map((id) => endpoint.path.replace(/\{(\w+)\}/g, id)));
  for (const path of paths) {
    const answer = await cast.administrator.ask("GET", path);
    const text = JSON.stringify(answer.body).replaceAll(new RegExp(`"(q|name|destination|email)":"${MARK}"`, "g"), "");
    expect(text.toLowerCase(), `${path} → ${answer.status}`).not.toContain(MARK.toLowerCase());
    // A question that lacks a required part is a 400 before any record is looked for.
    if (Object.values(theirs).some((id) => path.split("?")[0]?.includes(id))) expect([400, 404], path).toContain(answer.status);
  }
});

test("counts, totals and pages do not count another agency's rows", async () => {
  const count = async (path: string): Promise<unknown> => (await cast.administrator.ask("GET", path)).body;
  expect(await count(`/opportunities?totals=true&count=exact&q=${MARK}`)).toMatchObject({ data: [], total: 0, totals: { count: 0 } });
  expect(await count(`/opportunities?totals=true&clientId=${theirs["clientId"]}`)).toMatchObject({ data: [], totals: { count: 0 } });
  expect((await cast.administrator.ask("GET", `/opportunities/board?pipelineId=${theirs["pipelineId"]}`)).status).toBe(404);
  expect((await cast.administrator.ask("GET", `/opportunities/board/${theirs["stageId"]}`)).status).toBe(404);
});

test("no write reaches or points at another agency's row, and nothing of it changes", async () => {
  const mine = await anOpportunity(cast.administrator, { name: "À nous" });
  const fingerprint = await everythingBut(installation, "denial");
  const before = await fingerprint();
  const own = `/opportunities/${mine.id}`;
  const t = theirs;
  const writes: [string, string, unknown][] = [
    ...["managerId", "teamId", "stageId", "sourceId", "clientId"].map((field): [string, string, unknown] => [
      "PATCH",
      own,
      { [field]: t[field] },
    ]),
    ["POST", `${own}/move`, { stageId: t["stageId"] }],
    ["POST", `${own}/lose`, { reasonId: t["reasonId"] }],
    ["POST", `${own}/lose`, { reasonId: mine.id, competitorId: t["competitorId"] }],
    ["PUT", `${own}/contacts`, { contacts: [{ contactId: t["contactId"] }] }],
    ["POST", "/opportunities", { name: "x", clientId: t["clientId"] }],
    ["POST", "/opportunities", { name: "x", client: { name: "y", kindId: t["kindId"] } }],
    ["POST", "/opportunities", { name: "x", client: { name: "y" }, pipelineId: t["pipelineId"] }],
    ["POST", "/opportunities/bulk", { ids: [mine.id], change: { managerId: t["managerId"] } }],
    ["POST", "/opportunities/bulk", { ids: [mine.id], change: { stageId: t["stageId"] } }],
    ["PATCH", `/clients/${mine.client.id}`, { kindId: t["kindId"] }],
    ["PATCH", `/clients/${mine.client.id}`, { managerId: t["managerId"] }],
    ["PUT", `/clients/${mine.client.id}/contacts`, { contacts: [{ contactId: t["contactId"] }] }],
    ["POST", "/contacts", { lastName: "x", clients: [{ clientId: t["clientId"] }] }],
    ["POST", "/teams", { name: "x", memberIds: [t["managerId"]] }],
    ["PATCH", `/users/${cast.seller.id}`, { teamIds: [t["teamId"]] }],
    ["POST", "/invitations", { email: "x@escale.example", role: "seller", teamIds: [t["teamId"]] }],
    ["POST", "/undo", { token: t["changeId"] }],
    ["POST", "/undo", { token: t["changeId"], force: true }],
  ];
  for (const [method, path, body] of writes) {
    const answer = await cast.administrator.ask(method, path, { body });
    expect([400, 404], `${method} ${path} ${JSON.stringify(body)} → ${answer.status}`).toContain(answer.status);
    expect(JSON.stringify(answer.body)).not.toContain(MARK);
  }
  expect(await fingerprint()).toBe(before);
  const verbs = (Object.entries(API) as [EndpointName, Endpoint][]).filter(
    ([, { method, path }]) => method !== "GET" && path.includes("{id}"),
  );
  const bodies = new Map<string, unknown>();
  for (const [name] of verbs) bodies.set(name, (await EVERY_CALL[name]?.make({ cast, installation }))?.body);
  const untouched = await fingerprint();
  for (const [name, { method, path, body }] of verbs) {
    for (const id of idsFor(path)) {
      const answer = await cast.administrator.ask(method, path.replace("{id}", id), body ? { body: bodies.get(name) ?? {} } : {});
      expect([400, 404], `${name} ${id} → ${answer.status}`).toContain(answer.status);
    }
  }
  expect(await fingerprint()).toBe(untouched);
});

test("bulk by another agency's ids or filter changes none", async () => {
  for (const body of [{ ids: [theirs["opportunityId"]] }, { filter: { clientId: [theirs["clientId"]] } }, { filter: { q: MARK } }])
    expect(
      (await cast.administrator.ask("POST", "/opportunities/bulk", { body: { ...body, change: { delete: true } } })).body,
    ).toMatchObject({ changed: 0 });
  expect((await cast.foreigner.ask("GET", `/opportunities/${theirs["opportunityId"]}`)).status).toBe(200);
});

test("an import finds no client, contact or owner of another agency, and live events say nothing", async () => {
  const stream = await openStream(installation, { authorization: `Bearer ${cast.administrator.key}` });
  const file = `Nom;Client;Responsable\nVoyage;${MARK} client;${MARK} Flora\n`;
  const read = await cast.administrator.ask("POST", "/imports?kind=opportunities", { body: file, headers: { "content-type": "text/csv" } });
  expect(read.body.counts).toMatchObject({ clientsCreated: 1, ownersNotFound: 1 });
  await cast.foreigner.ask("PATCH", `/opportunities/${theirs["opportunityId"]}`, { body: { priority: true } });
  await cast.administrator.ask("POST", "/clients", { body: { name: "Entendu" } });
  await expect.poll(() => stream.events().some((event) => event.kind === "client.created"), { timeout: 5000 }).toBe(true);
  expect(stream.events().filter((event) => Object.values(theirs).includes(event.id))).toEqual([]);
  stream.close();
});

const SOMEBODY = "Secretissime";

test("without the contacts right the names of persons are nowhere", async () => {
  const blind = await aUser(installation, cast.workspaceId, { role: "administrator", overrides: { contacts: "none" } });
  const sale = await anOpportunity(cast.seller, {
    contacts: [{ contact: { firstName: "Ève", lastName: SOMEBODY, email: `${SOMEBODY}@escale.example`, phone: "+33472123456" } }],
  });
  const contactId = sale.contacts[0].id;
  await cast.administrator.ask("PUT", `/clients/${sale.client.id}/contacts`, { body: { contacts: [{ contactId }] } });
  await cast.administrator.ask("PATCH", `/contacts/${contactId}`, { body: { jobTitle: `${SOMEBODY} chef`, lastName: `${SOMEBODY}-Oddo` } });
  for (const [name, endpoint] of reads) {
    const call = EVERY_CALL[name];
    if (!call) continue;
    const own = (await call.make({ cast, installation })).path;
    const paths = [
      own,
      endpoint.path.replace(/\{(\w+)\}/g, sale.id),
      endpoint.path.replace(/\{(\w+)\}/g, sale.client.id),
      endpoint.path.replace(/\{(\w+)\}/g, contactId),
    ];
    if (endpoint.query?.shape["q"]) paths.push(`${own}?q=${SOMEBODY}`, `${own}?q=472123456`);
    for (const path of paths) {
      const answer = await blind.ask("GET", path);
      const text = JSON.stringify(answer.body).toLowerCase();
      expect(text, path).not.toContain(SOMEBODY.toLowerCase());
      expect(text, path).not.toContain("472123456");
    }
  }
  expect((await blind.ask("GET", `/opportunities/${sale.id}`)).body.contacts).toBeNull();
  expect((await blind.ask("GET", `/opportunities?q=${SOMEBODY}`)).body.data).toEqual([]);
  expect((await blind.ask("GET", `/opportunities?contactId=${contactId}`)).status).toBe(403);
});

test("without the costs right margins are nowhere: record, lists, totals, board, export, timeline, audit", async () => {
  const blind = await aUser(installation, cast.workspaceId, { role: "administrator", overrides: { costs: false } });
  const sale = await anOpportunity(cast.seller, { amount: "77777.77" });
  await cast.administrator.ask("PATCH", "/workspace", { body: { defaultRatePercent: "13" } });
  await cast.seller.ask("PATCH", `/opportunities/${sale.id}`, { body: { amount: "88888.88" } });
  const seen = (await cast.administrator.ask("GET", `/opportunities/${sale.id}`)).body;
  const margin = seen.estimatedMargin.amount as string;
  expect([seen.marginPercent === null, margin]).not.toContain(null);
  for (const [name, endpoint] of reads) {
    const call = EVERY_CALL[name];
    if (!call) continue;
    const own = (await call.make({ cast, installation })).path;
    const asked = [own, endpoint.path.replace(/\{(\w+)\}/g, sale.id), ...(endpoint.query?.shape["totals"] ? [`${own}?totals=true`] : [])];
    for (const path of asked) {
      const answer = await blind.ask("GET", path);
      const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
      expect(text, path).not.toMatch(/"(estimatedMargin|marginPercent|marginSource|margin)":(?!null)/);
      for (const written of [margin, margin.replace(".", ",")]) expect(text, path).not.toContain(written);
      if (path.startsWith("/exports")) expect(text.split("\n")[0]?.toLowerCase()).not.toMatch(/margin|marge/);
    }
  }
  for (const sort of ["estimatedMargin", "margin", "-marginPercent"])
    expect((await blind.ask("GET", `/opportunities?sort=${sort}`)).status).toBe(400);
});

test("what a denied person is told does not say whether the record exists", async () => {
  const { id } = await anOpportunity(cast.seller);
  const hidden = await cast.stranger.ask("GET", `/opportunities/${id}`);
  const absent = await cast.stranger.ask("GET", "/opportunities/018f0000-0000-7000-8000-000000000000");
  expect({ ...hidden.body, requestId: "" }).toEqual({ ...absent.body, requestId: "" });
});
