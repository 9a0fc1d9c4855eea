import { sql, type Kysely } from "kysely";
import { type Me, meEndpoints } from "#contract/me.ts";
import type { Locale, Role } from "#domain/shared/actor.ts";
import { effectiveRights, type RightOverrides } from "#domain/user/rights.ts";
import { todayIn } from "#server/platform/clock.ts";
import type { Database } from "#server/platform/database.ts";
import type { DB } from "#server/platform/db.gen.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import { forgetIdentities } from "#server/platform/forget-identities.ts";

type Row = {
  id: string;
  name: string;
  email: string;
  role: Role;
  overrides: RightOverrides;
  language: Locale;
  theme: Me["theme"];
  density: Me["density"];
  single_keys: boolean;
  version: number;
  teams: { id: string; name: string }[];
  administrators: string[];
  agency_name: string;
  country: string;
  agency_language: Locale;
  currency: string;
  timezone: string;
  has_logo: boolean;
  is_demo: boolean;
  agency_version: number;
};

export const showMe = handle(meEndpoints.showMe, {
  subject: nothing,
  allow: signedIn,
  run: ({ tx }) => readMe(tx.db, tx.actor.workspaceId, tx.actor.userId),
});

export const editMe = handle(meEndpoints.editMe, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx, body }) => {
    const { singleKeys, ...plain } = body;
    const set = { ...plain, ...(singleKeys === undefined ? {} : { single_keys: singleKeys }) };
    if (Object.keys(set).length > 0) {
      const before = await tx.db
        .selectFrom("app_user")
        .select(["name", "language", "theme", "density", "single_keys"])
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("id", "=", tx.actor.userId)
        .executeTakeFirstOrThrow();
      await tx.db
        .updateTable("app_user")
        .set({ ...set, version: sql`version + 1` })
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("id", "=", tx.actor.userId)
        .execute();
      const fields = Object.fromEntries(
        Object.entries(set).map(([field, to]) => [field, { from: before[field as keyof typeof before], to }]),
      );
      tx.change.tell({ kind: "user.preferences", type: "user", id: tx.actor.userId, name: tx.actor.name, fields });
      await forgetIdentities(tx.db);
    }
    return readMe(tx.db, tx.actor.workspaceId, tx.actor.userId);
  },
});

export function meOf(database: Database, workspaceId: string, userId: string): Promise<Me> {
  return database.within(workspaceId, (db) => readMe(db, workspaceId, userId));
}

export async function readMe(db: Kysely<DB>, workspaceId: string, userId: string): Promise<Me> {
  const { rows } = await sql<Row>`
    select u.id, u.name, u.email, u.role, u.overrides, u.language, u.theme, u.density, u.single_keys, u.version,
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by m.position, t.name), '[]') from team_member m join team t on t.workspace_id = m.workspace_id and t.id = m.team_id
        where m.workspace_id = u.workspace_id and m.user_id = u.id and t.deleted_at is null) as teams,
      array(select a.name from app_user a where a.workspace_id = u.workspace_id and a.role = 'administrator' and a.disabled_at is null order by a.name limit 5) as administrators,
      w.name as agency_name, w.country, w.language as agency_language, w.currency, w.timezone, w.logo is not null as has_logo, w.is_demo, w.version as agency_version
    from app_user u join workspace w on w.workspace_id = u.workspace_id where u.workspace_id = ${workspaceId} and u.id = ${userId}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error("the user who asks is gone");
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    rights: effectiveRights(row.role, row.overrides),
    teams: row.teams,
    language: row.language,
    theme: row.theme,
    density: row.density,
    singleKeys: row.single_keys,
    workspace: {
      id: workspaceId,
      name: row.agency_name,
      country: row.country,
      language: row.agency_language,
      currency: row.currency,
      timezone: row.timezone,
      today: todayIn(row.timezone),
      hasLogo: row.has_logo,
      isDemo: row.is_demo,
      version: row.agency_version,
    },
    administrators: row.administrators,
    version: row.version,
  };
}
