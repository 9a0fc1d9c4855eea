import { randomBytes } from "node:crypto";
import type pg from "pg";
import { createWorkspace } from "#server/workspace/create-workspace.ts";
import { tellDemoActivities } from "#server/main/demo-activities.ts";
import { tellDemoDocuments } from "#server/main/demo-documents.ts";
import { tellDemoCustomFields } from "#server/main/demo-custom-fields.ts";
import { tellDemoNotifications } from "#server/main/demo-notifications.ts";
import { DEMO_PEOPLE, DEMO_TEAMS } from "#server/main/demo-people.ts";
import { tellDemoProspects } from "#server/main/demo-prospects.ts";
import { tellDemoViews } from "#server/main/demo-views.ts";
import { DemoClock } from "#server/main/demo-clock.ts";
import { tellDemoSteps } from "#server/main/demo-steps.ts";
import { tellDemoQuotes } from "#server/main/demo-quotes.ts";
import { tellDemoProducts } from "#server/main/demo-products.ts";
import { DemoStory } from "#server/main/demo-story.ts";
import { now } from "#server/platform/clock.ts";
import type { Database } from "#server/platform/database.ts";
import type { FileStore } from "#server/platform/file-store.ts";
import { newId } from "#server/platform/new-id.ts";
import { withClient } from "#server/platform/roles.ts";
import { hashPassword } from "#server/platform/secret.ts";
import { createUser } from "#server/user/create-user.ts";
import { loadWho } from "#server/user/identify.ts";

/** What the demo is written with. */
type Means = { readonly database: Database; readonly files: FileStore };

export function demoPeople(): string[] {
  return DEMO_PEOPLE.map((person) => person.email);
}

/** `npm run demo`: the agency is made at the first run; the password is new at every run. */
export async function prepareDemo({ database, files }: Means, owner: pg.PoolConfig): Promise<{ email: string; password: string }> {
  const password = randomBytes(9).toString("base64url");
  const hash = await hashPassword(password);
  const first = demoPeople()[0] ?? "";
  const found = await withClient(
    owner as pg.ClientConfig,
    async (client) => (await client.query<{ workspace_id: string }>("select workspace_id from app_user where email = $1", [first])).rows[0],
  );
  if (!found) {
    await refuseRealAgency(owner);
    const workspaceId = await createWorkspace(database, {
      name: "Alpes & Escales Voyages",
      country: "FR",
      language: "fr",
      currency: "EUR",
      timezone: "Europe/Paris",
      isDemo: true,
    });
    await seedDemo({ database, files }, { workspaceId });
  }
  await withClient(owner as pg.ClientConfig, (client) =>
    client.query("update app_user set password_hash = $1 where email = any ($2)", [hash, demoPeople()]),
  );
  return { email: first, password };
}

/** With DATABASE_URL, the demo agency moves into an empty database only. */
async function refuseRealAgency(owner: pg.PoolConfig): Promise<void> {
  const { rowCount } = await withClient(owner as pg.ClientConfig, (client) => client.query("select 1 from workspace where not is_demo"));
  if (rowCount)
    throw new Error("This database holds an agency that is no demo: `npm run demo` leaves it alone. Use a database of its own.");
}

type Where = { readonly workspaceId: string; /** The administrator who loads it, if there is one already. */ readonly userId?: string };

/** Fills a new agency with plausible life, dated relative to today. The people of the demo cannot sign in until they get a password. */
export async function seedDemo({ database, files }: Means, { workspaceId, userId }: Where): Promise<void> {
  const userIds = await createPeople(database, workspaceId, userId);
  const administrator = userIds[0];
  const who = administrator && (await loadWho(database, workspaceId, administrator));
  if (!who) throw new Error("the demo agency has no administrator");
  await database.work({ ...who, origin: "system" }, async (tx) => {
    const story = new DemoStory(tx, userIds);
    await story.tell();
    await tellDemoProspects(tx, new DemoClock(tx), userIds);
    await tellDemoProducts(tx, new DemoClock(tx));
    await tellDemoSteps(tx);
    await tellDemoQuotes(tx, new DemoClock(tx));
    await tellDemoActivities(tx);
    await tellDemoDocuments(tx, files);
    await tellDemoCustomFields(tx);
    await tellDemoViews(tx);
    await tellDemoNotifications(tx);
  });
}

async function createPeople(database: Database, workspaceId: string, userId: string | undefined): Promise<string[]> {
  const teamIds = DEMO_TEAMS.map(() => newId());
  await database.within(workspaceId, (db) =>
    db
      .insertInto("team")
      .values(
        DEMO_TEAMS.map((name, index) => ({
          workspace_id: workspaceId,
          id: teamIds[index] ?? "",
          name,
          created_at: now(),
          deleted_at: null,
        })),
      )
      .execute(),
  );
  const userIds: string[] = [];
  for (const [index, person] of DEMO_PEOPLE.entries()) {
    const suffix = userId ? `+${workspaceId.slice(-6)}` : "";
    const id =
      index === 0 && userId
        ? userId
        : await createUser(database, {
            workspaceId,
            email: person.email.replace("@", `${suffix}@`),
            name: person.name,
            role: person.role,
            language: person.language,
            password: null,
          });
    userIds.push(id);
    const members = person.teams.map((team, position) => ({
      workspace_id: workspaceId,
      team_id: teamIds[team] ?? "",
      user_id: id,
      position,
    }));
    await database.within(workspaceId, (db) => db.insertInto("team_member").values(members).execute());
  }
  return userIds;
}
