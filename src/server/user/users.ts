import { sql, type RawBuilder } from "kysely";
import { userEndpoints } from "#contract/user.ts";
import type { Actor, Locale, Role } from "#domain/shared/actor.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { mayChangeStanding, mayManageUsers, mayPutInTeams, wouldLeaveNoAdministrator } from "#domain/user/policy.ts";
import { defaultRights, effectiveRights, realOverrides, type RightOverrides } from "#domain/user/rights.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import { forgetIdentities } from "#server/platform/forget-identities.ts";
import { endSessions } from "#server/session/sessions.ts";

export type StoredUser = {
  id: string;
  name: string;
  email: string;
  role: Role;
  overrides: RightOverrides;
  language: Locale;
  disabled_at: Date | null;
  last_seen_at: Date | null;
  created_at: Date;
  version: number;
  teams: { id: string; name: string }[];
  open: string;
  open_of_teams: string | null;
  open_of_all: string | null;
};

/** How many one user sees, for who sees them all; not asked for each of a list. */
function openSeen(tx: ReadTx, isOne: boolean): RawBuilder<unknown> {
  const { scope, opportunities } = tx.actor.rights;
  if (!isOne || scope !== "all" || opportunities === "none") return sql`null as open_of_teams, null as open_of_all`;
  const open = sql`select count(*) from opportunity o where o.workspace_id = u.workspace_id and o.outcome = 'open' and o.deleted_at is null`;
  const teams = sql`select m.team_id from team_member m where m.workspace_id = u.workspace_id and m.user_id = u.id`;
  return sql`(${open} and (o.manager_id = u.id or o.team_id in (${teams}))) as open_of_teams, (${open}) as open_of_all`;
}

async function readUsers(tx: ReadTx, id?: string): Promise<StoredUser[]> {
  const { rows } = await sql<StoredUser>`
    select u.id, u.name, u.email, u.role, u.overrides, u.language, u.disabled_at, u.last_seen_at, u.created_at, u.version,
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by m.position, t.name), '[]') from team_member m join team t on t.workspace_id = m.workspace_id and t.id = m.team_id
        where m.workspace_id = u.workspace_id and m.user_id = u.id and t.deleted_at is null) as teams,
      (select count(*) from opportunity o where o.workspace_id = u.workspace_id and o.manager_id = u.id and o.outcome = 'open' and o.deleted_at is null) as open,
      ${openSeen(tx, id !== undefined)}
    from app_user u where u.workspace_id = ${tx.actor.workspaceId} ${id ? sql`and u.id = ${id}` : sql``} order by u.disabled_at nulls first, u.name collate name_order`.execute(
    tx.db,
  );
  return rows;
}

export async function getUser(tx: ReadTx, id: string): Promise<StoredUser> {
  const [row] = await readUsers(tx, id);
  if (!row) throw new Refusal("request.notFound");
  return row;
}

function seenOf({ role, overrides, ...row }: StoredUser): number | null {
  const { scope, opportunities } = effectiveRights(role, overrides);
  if (row.open_of_all === null) return null;
  if (opportunities === "none" || row.disabled_at !== null) return 0;
  return Number({ own: row.open, team: row.open_of_teams, all: row.open_of_all }[scope]);
}

export function presentUser(row: StoredUser) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    overrides: row.overrides,
    rights: effectiveRights(row.role, row.overrides),
    defaults: defaultRights(row.role),
    teams: row.teams,
    language: row.language,
    active: row.disabled_at === null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    openOpportunities: Number(row.open),
    openSeen: seenOf(row),
    version: row.version,
  };
}

export const listPeople = handle(userEndpoints.listPeople, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx }) => {
    const { rows } = await sql<{ id: string; name: string; active: boolean; team_ids: string[] }>`
      select u.id, u.name, u.disabled_at is null as active, array(select m.team_id::text from team_member m where m.workspace_id = u.workspace_id and m.user_id = u.id) as team_ids
      from app_user u where u.workspace_id = ${tx.actor.workspaceId} order by u.name collate name_order`.execute(tx.db);
    return { data: rows.map((row) => ({ id: row.id, name: row.name, active: row.active, teamIds: row.team_ids })) };
  },
});

export const listUsers = handle(userEndpoints.listUsers, {
  subject: nothing,
  allow: mayManageUsers,
  run: async ({ tx }) => ({ data: (await readUsers(tx)).map(presentUser) }),
});

export const showUser = handle(userEndpoints.showUser, {
  subject: ({ tx, params }) => getUser(tx, params.id),
  allow: mayManageUsers,
  run: async ({ subject }) => presentUser(subject),
});

export type UserChange = {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly overrides?: RightOverrides | undefined;
  readonly teamIds?: string[] | undefined;
  readonly active?: boolean | undefined;
};

export function mayChangeUser(actor: Actor, subject: StoredUser, body: UserChange): boolean {
  const before = { role: subject.role, overrides: subject.overrides, active: subject.disabled_at === null };
  const after = { role: body.role ?? before.role, overrides: body.overrides ?? before.overrides, active: body.active ?? before.active };
  const joined = (body.teamIds ?? []).filter((id) => !subject.teams.some((team) => team.id === id));
  return mayChangeStanding(actor, before, after) && mayPutInTeams(actor, { userId: subject.id, teamIds: joined });
}

/** Changes a user; disabling ends the user's sessions. The verb itself is in opportunity/: it also hands over what the user managed. */
export async function changeUser(tx: WriteTx, subject: StoredUser, body: UserChange): Promise<ReturnType<typeof presentUser>> {
  const role = body.role ?? subject.role;
  const overrides = realOverrides(role, body.overrides ?? subject.overrides);
  const active = body.active ?? subject.disabled_at === null;
  await refuseWithoutAdministrator(tx, { id: subject.id, role, overrides, active });
  const fields = changes(subject, { name: body.name ?? subject.name, role, overrides, active });
  await tx.db
    .updateTable("app_user")
    .set({
      name: body.name ?? subject.name,
      role,
      overrides: JSON.stringify(overrides),
      disabled_at: active ? null : (subject.disabled_at ?? tx.at),
      version: subject.version + 1,
    })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", subject.id)
    .execute();
  if (body.teamIds) Object.assign(fields, await writeTeams(tx, subject, body.teamIds));
  if (!active) await endSessions(tx.db, { workspaceId: tx.actor.workspaceId, userId: subject.id });
  await forgetIdentities(tx.db);
  if (Object.keys(fields).length > 0) tx.change.tell({ kind: "user.edited", type: "user", id: subject.id, name: subject.name, fields });
  return presentUser(await getUser(tx, subject.id));
}

async function refuseWithoutAdministrator(
  tx: ReadTx,
  change: { id: string; role: Role; overrides: RightOverrides; active: boolean },
): Promise<void> {
  // Two administrators must not demote each other at the same moment.
  await sql`select 1 from workspace where workspace_id = ${tx.actor.workspaceId} for update`.execute(tx.db);
  const users = (await readUsers(tx)).map((row) => ({
    id: row.id,
    role: row.role,
    overrides: row.overrides,
    active: row.disabled_at === null,
  }));
  if (wouldLeaveNoAdministrator(users, change)) throw new Refusal("user.lastAdministrator");
}

type State = { readonly name: string; readonly role: Role; readonly overrides: RightOverrides; readonly active: boolean };

function changes(before: StoredUser, after: State): Record<string, { from: unknown; to: unknown }> {
  const state: State = { name: before.name, role: before.role, overrides: before.overrides, active: before.disabled_at === null };
  return Object.fromEntries(
    Object.entries(after)
      .filter(([field, to]) => JSON.stringify(to) !== JSON.stringify(state[field as keyof State]))
      .map(([field, to]) => [field, { from: state[field as keyof State], to }]),
  );
}

async function writeTeams(
  tx: WriteTx,
  user: StoredUser,
  teamIds: readonly string[],
): Promise<Record<string, { from: unknown; to: unknown }>> {
  const before = user.teams.map((team) => team.id);
  if (JSON.stringify(before) === JSON.stringify(teamIds)) return {};
  const known = await tx.db
    .selectFrom("team")
    .select("id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("deleted_at", "is", null)
    .execute();
  if (!teamIds.every((id) => known.some((team) => team.id === id))) throw refuseField("/teamIds", "reference.unknown");
  await tx.db.deleteFrom("team_member").where("workspace_id", "=", tx.actor.workspaceId).where("user_id", "=", user.id).execute();
  for (const [position, id] of [...new Set(teamIds)].entries())
    await tx.db.insertInto("team_member").values({ workspace_id: tx.actor.workspaceId, team_id: id, user_id: user.id, position }).execute();
  return { teamIds: { from: before, to: teamIds } };
}

export const endUserSessions = handle(userEndpoints.endUserSessions, {
  subject: ({ tx, params }) => getUser(tx, params.id),
  allow: mayManageUsers,
  run: async ({ tx, subject }) => {
    await endSessions(tx.db, { workspaceId: tx.actor.workspaceId, userId: subject.id });
    tx.change.tell({ kind: "user.sessionsEnded", type: "user", id: subject.id, name: subject.name, fields: {} });
  },
});
