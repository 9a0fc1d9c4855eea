import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, asker, aTeam, aUser, startInstallation, type Ask, type Installation, type TestUser } from "#tests/support/agency.ts";
import { createUser } from "#server/user/create-user.ts";

let installation: Installation;
let workspaceId: string;
let administrator: TestUser;
let nobody: Ask;
const PASSWORD = "corniche-amalfi-27";

beforeAll(async () => {
  installation = await startInstallation();
  workspaceId = await anAgency(installation);
  administrator = await aUser(installation, workspaceId);
  nobody = asker(installation.application.address);
});
afterAll(() => installation.stop());

async function signIn(email: string, password = PASSWORD): Promise<{ status: number; ask: Ask; code: string }> {
  const answer = await nobody("POST", "/sessions", { body: { email, password } });
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return { status: answer.status, ask: asker(installation.application.address, { cookie }), code: answer.body.code };
}

test("signs in and out; the cookie is kept from scripts; the session is gone at once", async () => {
  await createUser(installation.application.database, {
    workspaceId,
    email: "in@escale.example",
    name: "In",
    role: "seller",
    language: "fr",
    password: PASSWORD,
  });
  const answer = await nobody("POST", "/sessions", { body: { email: "IN@escale.example", password: PASSWORD } });
  expect(answer.headers.get("set-cookie")).toMatch(/^escale_session=.*HttpOnly; SameSite=Lax/);
  const { ask } = await signIn("in@escale.example");
  expect((await ask("GET", "/me")).body).toMatchObject({ name: "In", role: "seller", language: "fr" });
  expect((await ask("GET", "/sessions")).body.data.length).toBe(2);
  expect((await ask("DELETE", "/sessions")).status).toBe(204);
  await expect.poll(async () => (await ask("GET", "/me")).status).toBe(401);
});

test("a wrong password and an unknown address get the same answer; the eleventh try waits", async () => {
  const wrong = await signIn("in@escale.example", "faux-faux-faux");
  const unknown = await signIn("unknown@escale.example", "faux-faux-faux");
  expect([wrong.status, wrong.code]).toEqual([401, "credentials.wrong"]);
  expect([unknown.status, unknown.code]).toEqual([wrong.status, wrong.code]);
  const answers = [];
  for (let tries = 0; tries < 11; tries += 1)
    answers.push((await nobody("POST", "/sessions", { body: { email: "limit@escale.example", password: "x" } })).status);
  expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
  expect(answers[10]).toBe(429);
});

test("an invitation works once, with the role and teams it names", async () => {
  const team = await aTeam(installation, workspaceId, "Italia");
  const invited = await administrator.ask("POST", "/invitations", {
    body: { email: "Giulia@escale.example", role: "manager", teamIds: [team] },
  });
  expect(invited.status).toBe(201);
  const token = invited.body.link.split("/").at(-1);
  expect((await nobody("GET", `/invitation-links/${token}`)).body).toMatchObject({ email: "giulia@escale.example", role: "manager" });
  expect((await nobody("POST", `/invitation-links/${token}`, { body: { name: "Giulia", password: "12345678" } })).body.errors[0].code).toBe(
    "password.common",
  );
  expect((await nobody("POST", `/invitation-links/${token}`, { body: { name: "Giulia", password: PASSWORD } })).body.me).toMatchObject({
    name: "Giulia",
    role: "manager",
    teams: [{ name: "Italia" }],
  });
  expect((await nobody("POST", `/invitation-links/${token}`, { body: { name: "Encore", password: PASSWORD } })).status).toBe(404);
  expect((await administrator.ask("POST", "/invitations", { body: { email: "giulia@escale.example", role: "seller" } })).body.code).toBe(
    "email.taken",
  );
});

test("a new password ends the other sessions", async () => {
  await createUser(installation.application.database, {
    workspaceId,
    email: "two@escale.example",
    name: "Two",
    role: "seller",
    language: "en",
    password: PASSWORD,
  });
  const [first, second] = [await signIn("two@escale.example"), await signIn("two@escale.example")];
  expect((await first.ask("PUT", "/me/password", { body: { current: "nonnonnon", password: "un-autre-mot-27" } })).status).toBe(401);
  expect((await first.ask("PUT", "/me/password", { body: { current: PASSWORD, password: "un-autre-mot-27" } })).status).toBe(204);
  expect((await first.ask("GET", "/me")).status).toBe(200);
  await expect.poll(async () => (await second.ask("GET", "/me")).status).toBe(401);
});

test("who manages users is told how many open opportunities one sees now", async () => {
  const own = await anAgency(installation);
  const chief = await aUser(installation, own);
  const team = await aTeam(installation, own, "Groups");
  const seller = await aUser(installation, own, { role: "seller", teamIds: [team] });
  const client = (await chief.ask("POST", "/clients", { body: { name: "Club" } })).body;
  const place = (facts: Record<string, unknown>) =>
    chief.ask("POST", "/opportunities", { body: { name: "Naples", clientId: client.id, ...facts } });
  await place({ managerId: seller.id, teamId: null });
  await place({ teamId: team });
  await place({ teamId: null });
  const seen = async (): Promise<unknown> => {
    const { openSeen, openOpportunities } = (await chief.ask("GET", `/users/${seller.id}`)).body;
    return [openSeen, openOpportunities];
  };
  const scoped = (scope: string) => chief.ask("PATCH", `/users/${seller.id}`, { body: { overrides: { scope } } });
  await scoped("own");
  expect(await seen()).toEqual([1, 1]);
  await scoped("team");
  expect(await seen()).toEqual([2, 1]);
  expect((await scoped("all")).body.openSeen).toBe(3);
  expect((await chief.ask("GET", "/users")).body.data.map((user: { openSeen: unknown }) => user.openSeen)).toEqual([null, null]);
});

test("sessions must say which version they change, keys may", async () => {
  const { ask } = await signIn("two@escale.example", "un-autre-mot-27");
  const made = await ask("POST", "/opportunities", { body: { name: "Naples", client: { name: "Lumière" } } });
  expect(made.headers.get("etag")).toBe('"1"');
  expect((await ask("PATCH", `/opportunities/${made.body.id}`, { body: { name: "Rome" } })).status).toBe(428);
  expect((await ask("PATCH", `/opportunities/${made.body.id}`, { body: { name: "Rome" }, headers: { "if-match": '"1"' } })).status).toBe(
    200,
  );
});

test("answers in the language asked for", async () => {
  const ask = async (language: string) => administrator.ask("GET", "/pipelines", { headers: { "accept-language": language } });
  expect((await ask("fr")).body.data[0].stages[0].name).toBe("Demande reçue");
  expect((await ask("it")).body.data[0].stages[0].name).toBe("Richiesta ricevuta");
  const refused = await administrator.ask("POST", "/clients", { body: {}, headers: { "accept-language": "fr" } });
  expect(refused.body.errors[0].detail).toBe("Ce champ est obligatoire.");
});

test("a stage's new probability moves the opportunities that follow it, after saying how many", async () => {
  const [pipeline] = (await administrator.ask("GET", "/pipelines")).body.data;
  const stage = pipeline.stages[3];
  const follows = (
    await administrator.ask("POST", "/opportunities", { body: { name: "A", client: { name: "A" }, stageId: stage.id, amount: "1000" } })
  ).body;
  const pinned = (
    await administrator.ask("POST", "/opportunities", {
      body: { name: "B", client: { name: "B" }, stageId: stage.id, amount: "1000", probabilityPercent: 33 },
    })
  ).body;
  expect((await administrator.ask("GET", `/stages/${stage.id}/probability-effect?probabilityPercent=60`)).body).toMatchObject({
    opportunities: 1,
    likelyBefore: "700.00",
    likelyAfter: "600.00",
  });
  expect((await administrator.ask("PATCH", `/stages/${stage.id}`, { body: { probabilityPercent: 60 } })).body.opportunitiesChanged).toBe(1);
  const likely = async (id: string) => (await administrator.ask("GET", `/opportunities/${id}`)).body.likelyRevenue.amount;
  expect([await likely(follows.id), await likely(pinned.id)]).toEqual(["600.00", "330.00"]);
});

test("consent keeps its date and origin; an invalid phone is kept as typed and flagged", async () => {
  const made = (
    await administrator.ask("POST", "/contacts", {
      body: { firstName: "Hélène", lastName: "Ferrand", phone: "04 72 00 00 01", newsletter: { subscribed: true, origin: "Salon" } },
    })
  ).body;
  expect(made).toMatchObject({
    name: "Hélène Ferrand",
    phone: { number: "+33472000001", national: "04 72 00 00 01", valid: true },
    newsletter: { subscribed: true, origin: "Salon" },
  });
  const kept = (
    await administrator.ask("PATCH", `/contacts/${made.id}`, {
      body: { newsletter: { subscribed: true, origin: "Autre" }, phone: "pas un numéro" },
    })
  ).body;
  expect(kept.newsletter).toEqual(made.newsletter);
  expect(kept.phone).toMatchObject({ number: "pas un numéro", valid: false });
  const card = await administrator.ask("GET", `/contacts/${made.id}/vcard`);
  expect(card.headers.get("content-disposition")).toContain("attachment");
  expect(card.body).toContain("FN:Hélène Ferrand");
  expect((await administrator.ask("POST", "/contacts", { body: { email: "x@y.fr" } })).body.errors[0].pointer).toBe("/lastName");
});

test("possible duplicates are found by e-mail, phone and similar name", async () => {
  await administrator.ask("POST", "/clients", {
    body: { name: "Comité d’entreprise Lumière", address: { city: "Lyon" }, email: "ce@lumiere.example", phone: "+33472000002" },
  });
  const found = async (query: string) =>
    (await administrator.ask("GET", `/clients/duplicates?${query}`)).body.data.flatMap((one: { reasons: string[] }) => one.reasons);
  expect(await found("name=comite%20entreprise%20lumiere&city=lyon")).toEqual(["name"]);
  expect(await found("email=CE@LUMIERE.example")).toEqual(["email"]);
  expect(await found("phone=04%2072%2000%2000%2002")).toEqual(["phone"]);
  expect(await found("name=Tout%20autre&city=Lyon")).toEqual([]);
});
