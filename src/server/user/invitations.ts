import { sql } from "kysely";
import { invitationEndpoints } from "#contract/invitation.ts";
import type { Locale, Role } from "#domain/shared/actor.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { mayChangeStanding, mayManageUsers, mayPutInTeams } from "#domain/user/policy.ts";
import { now } from "#server/platform/clock.ts";
import { brokenConstraint } from "#server/platform/database-errors.ts";
import type { Database, ReadTx } from "#server/platform/database.ts";
import { handle, handleOpen, nothing } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";
import type { Outbox } from "#server/platform/outbox.ts";
import { hashPassword, hashToken, newToken } from "#server/platform/secret.ts";
import { refuseWeak } from "#server/session/passwords.ts";
import { openSession, writeAudit } from "#server/session/sessions.ts";
import { meOf } from "#server/session/show-me.ts";
import { mailWords } from "#words/mail-words.ts";

const INVITATION_DAYS = 7;

type Row = { id: string; email: string; name: string; role: Role; team_ids: string[]; created_at: Date; expires_at: Date };

async function present(tx: ReadTx, row: Row) {
  const teams =
    row.team_ids.length === 0
      ? []
      : await tx.db
          .selectFrom("team")
          .select(["id", "name"])
          .where("workspace_id", "=", tx.actor.workspaceId)
          .where("id", "in", row.team_ids)
          .execute();
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    teams,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}

function pending(tx: ReadTx) {
  return tx.db
    .selectFrom("personal_link")
    .select(["id", "email", "name", "role", "team_ids", "created_at", "expires_at"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("kind", "=", "invitation")
    .where("used_at", "is", null)
    .where("expires_at", ">", tx.at);
}

export const listInvitations = handle(invitationEndpoints.listInvitations, {
  subject: nothing,
  allow: mayManageUsers,
  run: async ({ tx }) => {
    const rows = (await pending(tx).orderBy("created_at", "desc").execute()) as Row[];
    return { data: await Promise.all(rows.map((row) => present(tx, row))) };
  },
});

export const inviteWith = (outbox: Outbox) =>
  handle(invitationEndpoints.invite, {
    subject: nothing,
    allow: (actor, _subject, { body }) =>
      mayChangeStanding(actor, undefined, { role: body.role, overrides: {}, active: true }) &&
      mayPutInTeams(actor, { teamIds: body.teamIds ?? [] }),
    run: async ({ tx, body, request, effects }) => {
      const email = body.email.toLowerCase();
      const { rows: taken } = await sql`select 1 from find_user_by_email(${email})`.execute(tx.db);
      if (taken.length > 0) throw new Refusal("email.taken", {}, [{ pointer: "/email", code: "value.invalid" }]);
      const teamIds = body.teamIds ?? [];
      const known = await tx.db
        .selectFrom("team")
        .select("id")
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("deleted_at", "is", null)
        .execute();
      if (!teamIds.every((id) => known.some((team) => team.id === id))) throw refuseField("/teamIds", "reference.unknown");
      // A new invitation of the same person replaces the one before.
      await tx.db
        .updateTable("personal_link")
        .set({ used_at: tx.at })
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("kind", "=", "invitation")
        .where("email", "=", email)
        .where("used_at", "is", null)
        .execute();
      const token = newToken();
      const row: Row = {
        id: newId(),
        email,
        name: body.name ?? "",
        role: body.role,
        team_ids: teamIds,
        created_at: tx.at,
        expires_at: new Date(tx.at.getTime() + INVITATION_DAYS * 86_400_000),
      };
      await tx.db
        .insertInto("personal_link")
        .values({
          ...row,
          workspace_id: tx.actor.workspaceId,
          kind: "invitation",
          token_hash: hashToken(token),
          user_id: null,
          created_by: tx.actor.userId,
          used_at: null,
        })
        .execute();
      tx.change.tell({
        kind: "user.invited",
        type: "user",
        id: row.id,
        name: email,
        fields: { email: { from: null, to: email }, role: { from: null, to: body.role } },
      });
      const link = `${request.publicUrl}/invitation/${token}`;
      const words = mailWords[body.language ?? tx.agency.language].invitation({ agency: tx.agency.name, by: tx.actor.name, link });
      await outbox.putSecret(
        tx.db,
        { workspaceId: tx.actor.workspaceId, kind: "invitation", to: email, userId: null, ...words, link },
        effects,
      );
      return { ...(await present(tx, row)), link, mailed: outbox.isReady };
    },
  });

export const withdrawInvitation = handle(invitationEndpoints.withdrawInvitation, {
  subject: async ({ tx, params }) => {
    const row = await pending(tx).where("id", "=", params.id).executeTakeFirst();
    if (!row) throw new Refusal("request.notFound");
    return row;
  },
  allow: mayManageUsers,
  run: async ({ tx, subject }) => {
    await tx.db
      .updateTable("personal_link")
      .set({ used_at: tx.at })
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", subject.id)
      .execute();
    tx.change.tell({ kind: "user.invitationWithdrawn", type: "user", id: subject.id, name: subject.email, fields: {} });
  },
});

type Invitation = Row & { workspace_id: string; agency: string; language: Locale };

async function findInvitation(database: Database, token: string): Promise<Invitation> {
  const hash = hashToken(token);
  const link = await database.lookUp(
    async (db) =>
      (
        await sql<{ workspace_id: string; id: string; kind: string; expires_at: Date }>`select * from find_personal_link(${hash})`.execute(
          db,
        )
      ).rows[0],
  );
  if (!link || link.kind !== "invitation" || link.expires_at <= now()) throw new Refusal("link.unusable");
  const found = await database.within(link.workspace_id, async (db) => {
    const { rows } =
      await sql<Invitation>`select l.workspace_id, l.id, l.email, l.name, l.role, l.team_ids, l.created_at, l.expires_at, w.name as agency, w.language
      from personal_link l join workspace w on w.workspace_id = l.workspace_id where l.workspace_id = ${link.workspace_id} and l.id = ${link.id}`.execute(
        db,
      );
    return rows[0];
  });
  if (!found) throw new Refusal("link.unusable");
  return found;
}

export const showInvitation = handleOpen(invitationEndpoints.showInvitation, {
  open: async ({ database, params }) => {
    const found = await findInvitation(database, params.token);
    return { email: found.email, name: found.name, role: found.role, workspace: found.agency, language: found.language };
  },
});

export const acceptInvitation = handleOpen(invitationEndpoints.acceptInvitation, {
  open: async ({ database, params, body, request, effects }) => {
    const found = await findInvitation(database, params.token);
    refuseWeak(body.password, { email: found.email, name: body.name });
    const password = await hashPassword(body.password);
    const userId = newId();
    const workspaceId = found.workspace_id;
    try {
      await database.within(workspaceId, async (db) => {
        const used = await db
          .updateTable("personal_link")
          .set({ used_at: now() })
          .where("workspace_id", "=", workspaceId)
          .where("id", "=", found.id)
          .where("used_at", "is", null)
          .executeTakeFirst();
        if (used.numUpdatedRows !== 1n) throw new Refusal("link.unusable");
        await db
          .insertInto("app_user")
          .values({
            workspace_id: workspaceId,
            id: userId,
            email: found.email,
            name: body.name,
            role: found.role,
            password_hash: password,
            language: body.language ?? found.language,
            created_at: now(),
            disabled_at: null,
            last_seen_at: null,
          })
          .execute();
        for (const [position, team_id] of found.team_ids.entries())
          await db.insertInto("team_member").values({ workspace_id: workspaceId, team_id, user_id: userId, position }).execute();
        await writeAudit(db, { workspaceId, userId, kind: "user.created" });
        await openSession(db, { workspaceId, userId, request, effects });
      });
    } catch (error) {
      if (brokenConstraint(error) === "app_user_email_is_one_user_in_the_installation") throw new Refusal("email.taken");
      throw error;
    }
    return { me: await meOf(database, workspaceId, userId) };
  },
});
