import { anAgency, asker, aTeam, aUser, type Ask, type Installation, type TestUser } from "#tests/support/agency.ts";
import { newId } from "#server/platform/new-id.ts";
import { createUser } from "#server/user/create-user.ts";

export const PASSWORD = "corniche-amalfi-27";

/** Who asks in the tests of rights: the same question, from every standing a person can have. */
export type Cast = {
  readonly workspaceId: string;
  readonly team: string;
  readonly administrator: TestUser;
  readonly manager: TestUser;
  readonly seller: TestUser;
  /** A seller of another team. */
  readonly stranger: TestUser;
  readonly reader: TestUser;
  readonly readOnlyKey: Ask;
  readonly disabled: TestUser;
  readonly expired: Ask;
  readonly anonymous: Ask;
  /** The administrator of another agency. */
  readonly foreigner: TestUser;
};

export async function aCast(installation: Installation): Promise<Cast> {
  const { address, database } = installation.application;
  const workspaceId = await anAgency(installation);
  const [team, elsewhere] = [await aTeam(installation, workspaceId, "Groups"), await aTeam(installation, workspaceId, "Schools")];
  const administrator = await aUser(installation, workspaceId, { name: "Anne Moreau" });
  const disabled = await aUser(installation, workspaceId, { name: "Denis Parti" });
  const key = (await administrator.ask("POST", "/api-keys", { body: { name: "reads", readOnly: true } })).body.key;
  await administrator.ask("PATCH", `/users/${disabled.id}`, { body: { active: false } });
  const late = await aSession(installation, workspaceId);
  await database.within(workspaceId, (db) =>
    db
      .updateTable("session")
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where("user_id", "=", late.userId)
      .execute(),
  );
  return {
    workspaceId,
    team,
    administrator,
    disabled,
    manager: await aUser(installation, workspaceId, { role: "manager", teamIds: [team], name: "Marc Chef" }),
    seller: await aUser(installation, workspaceId, { role: "seller", teamIds: [team], name: "Sophie Vend" }),
    stranger: await aUser(installation, workspaceId, { role: "seller", teamIds: [elsewhere], name: "Hugo Ailleurs" }),
    reader: await aUser(installation, workspaceId, { role: "reader", teamIds: [team], name: "Rose Lit" }),
    readOnlyKey: asker(address, { authorization: `Bearer ${key}` }),
    expired: late.ask,
    anonymous: asker(address),
    foreigner: await aUser(installation, await anAgency(installation, { name: "Concurrente" }), { name: "Flora Autre" }),
  };
}

export type Session = { readonly ask: Ask; readonly userId: string; readonly email: string; readonly cookie: string };

type SessionFacts = { readonly role?: "administrator" | "manager" | "seller" | "reader"; readonly teamIds?: readonly string[] };

/** Somebody new who signs in by e-mail and password, as a browser does. */
export async function aSession(installation: Installation, workspaceId: string, facts: SessionFacts = {}): Promise<Session> {
  const email = `${newId()}@escale.example`;
  const { database } = installation.application;
  const userId = await createUser(database, {
    workspaceId,
    email,
    name: "Inès Session",
    role: facts.role ?? "administrator",
    language: "en",
    password: PASSWORD,
  });
  await database.within(workspaceId, async (db) => {
    for (const team_id of facts.teamIds ?? [])
      await db.insertInto("team_member").values({ workspace_id: workspaceId, team_id, user_id: userId, position: 0 }).execute();
  });
  return { ...(await signIn(installation, email)), userId, email };
}

export async function signIn(installation: Installation, email: string, password = PASSWORD): Promise<{ ask: Ask; cookie: string }> {
  const { address } = installation.application;
  const answer = await asker(address)("POST", "/sessions", { body: { email, password } });
  if (answer.status !== 201) throw new Error(`signing in was refused: ${JSON.stringify(answer.body)}`);
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return { ask: asker(address, { cookie }), cookie };
}
