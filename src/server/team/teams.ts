import { sql } from "kysely";
import { teamEndpoints } from "#contract/team.ts";
import type { Actor } from "#domain/shared/actor.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { mayManageUsers, mayPutInTeams } from "#domain/user/policy.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { forgetIdentities } from "#server/platform/forget-identities.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";

type Team = { id: string; name: string; version: number; members: { id: string; name: string }[] };

async function readTeams(tx: ReadTx): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select t.id, t.name, t.version, (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name), '[]') from team_member m join app_user u on u.workspace_id = m.workspace_id and u.id = m.user_id
      where m.workspace_id = t.workspace_id and m.team_id = t.id) as members
    from team t where t.workspace_id = ${tx.actor.workspaceId} and t.deleted_at is null order by t.name collate name_order`.execute(tx.db);
  return rows;
}

async function getTeam(tx: ReadTx, id: string): Promise<Team> {
  const team = (await readTeams(tx)).find((one) => one.id === id);
  if (!team) throw new Refusal("request.notFound");
  return team;
}

async function refuseTaken(tx: ReadTx, name: string, except?: string): Promise<void> {
  const taken = (await readTeams(tx)).some((team) => team.id !== except && team.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new Refusal("name.taken", {}, [{ pointer: "/name", code: "value.invalid" }]);
}

async function writeMembers(tx: WriteTx, teamId: string, memberIds: readonly string[]): Promise<void> {
  const known = await tx.db.selectFrom("app_user").select("id").where("workspace_id", "=", tx.actor.workspaceId).execute();
  if (!memberIds.every((id) => known.some((user) => user.id === id))) throw refuseField("/memberIds", "reference.unknown");
  const kept = await tx.db
    .selectFrom("team_member")
    .select(["user_id", "position"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("team_id", "=", teamId)
    .execute();
  await tx.db.deleteFrom("team_member").where("workspace_id", "=", tx.actor.workspaceId).where("team_id", "=", teamId).execute();
  for (const user_id of new Set(memberIds)) {
    const position = kept.find((member) => member.user_id === user_id)?.position ?? 9;
    await tx.db.insertInto("team_member").values({ workspace_id: tx.actor.workspaceId, team_id: teamId, user_id, position }).execute();
  }
  await forgetIdentities(tx.db);
}

const mayCompose = (actor: Actor, teamId: string, joining: readonly string[]): boolean =>
  joining.every((userId) => mayPutInTeams(actor, { userId, teamIds: [teamId] }));

export const listTeams = handle(teamEndpoints.listTeams, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx }) => ({ data: await readTeams(tx) }),
});

export const createTeam = handle(teamEndpoints.createTeam, {
  subject: nothing,
  // A new team is nobody's yet: who is put in it is seen by the others.
  allow: (actor, _subject, { body }) => mayManageUsers(actor) && mayCompose(actor, "", body.memberIds ?? []),
  run: async ({ tx, body }) => {
    await refuseTaken(tx, body.name);
    const id = newId();
    await tx.db
      .insertInto("team")
      .values({ workspace_id: tx.actor.workspaceId, id, name: body.name, created_at: tx.at, deleted_at: null })
      .execute();
    if (body.memberIds) await writeMembers(tx, id, body.memberIds);
    tx.change.tell({ kind: "team.created", type: "team", id, name: body.name, fields: { name: { from: null, to: body.name } } });
    return getTeam(tx, id);
  },
});

export const editTeam = handle(teamEndpoints.editTeam, {
  subject: ({ tx, params }) => getTeam(tx, params.id),
  allow: (actor, subject, { body }) => {
    const joining = (body.memberIds ?? []).filter((id) => !subject.members.some((member) => member.id === id));
    return mayManageUsers(actor) && mayCompose(actor, subject.id, joining);
  },
  current: async (_tx, subject) => subject,
  run: async ({ tx, subject, body }) => {
    if (body.name !== undefined) await refuseTaken(tx, body.name, subject.id);
    await tx.db
      .updateTable("team")
      .set({ name: body.name ?? subject.name, version: subject.version + 1 })
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", subject.id)
      .execute();
    if (body.memberIds) await writeMembers(tx, subject.id, body.memberIds);
    const after = await getTeam(tx, subject.id);
    tx.change.tell({
      kind: "team.edited",
      type: "team",
      id: subject.id,
      name: after.name,
      fields: {
        name: { from: subject.name, to: after.name },
        members: { from: subject.members.map((member) => member.name), to: after.members.map((member) => member.name) },
      },
    });
    return after;
  },
});

export const deleteTeam = handle(teamEndpoints.deleteTeam, {
  subject: ({ tx, params }) => getTeam(tx, params.id),
  allow: mayManageUsers,
  current: async (_tx, subject) => subject,
  run: async ({ tx, subject }) => {
    await tx.db.deleteFrom("team_member").where("workspace_id", "=", tx.actor.workspaceId).where("team_id", "=", subject.id).execute();
    await tx.db
      .updateTable("team")
      .set({ deleted_at: tx.at })
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", subject.id)
      .execute();
    await forgetIdentities(tx.db);
    tx.change.tell({
      kind: "team.deleted",
      type: "team",
      id: subject.id,
      name: subject.name,
      fields: { members: { from: subject.members.map((member) => member.name), to: [] } },
    });
  },
});
