import { sql, type Kysely } from "kysely";
import { meEndpoints } from "#contract/me.ts";
import { passwordResetEndpoints } from "#contract/password-reset.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { passwordProblem } from "#domain/user/password.ts";
import { now } from "#server/platform/clock.ts";
import { COMMON_PASSWORDS } from "#server/session/common-passwords.ts";
import type { DB } from "#server/platform/db.gen.ts";
import { handle, handleOpen, signedIn } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";
import type { Outbox } from "#server/platform/outbox.ts";
import type { RateLimits } from "#server/platform/rate-limit.ts";
import { hashPassword, hashToken, newToken, passwordMatches } from "#server/platform/secret.ts";
import { endSessions, openSession, writeAudit } from "#server/session/sessions.ts";
import { meOf } from "#server/session/show-me.ts";
import { mailWords } from "#words/mail-words.ts";

const RESET_HOURS = 2;

/** Refuses a weak password by name, before anything is written. */
export function refuseWeak(password: string, person: { readonly email: string; readonly name: string }): void {
  const code = passwordProblem(password, person, COMMON_PASSWORDS);
  if (code) throw new Refusal("credentials.weak", {}, [{ pointer: "/password", code }]);
}

export const changePasswordWith = (limits: RateLimits) =>
  handle(meEndpoints.changePassword, {
    subject: async ({ tx }) =>
      tx.db
        .selectFrom("app_user")
        .select(["id", "email", "name", "password_hash"])
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("id", "=", tx.actor.userId)
        .executeTakeFirstOrThrow(),
    allow: signedIn,
    run: async ({ tx, subject, body, request }) => {
      limits.tryToSignIn(request.address, subject.email);
      if (!(await passwordMatches(body.current, subject.password_hash)))
        throw new Refusal("credentials.wrong", {}, [{ pointer: "/current", code: "value.invalid" }]);
      refuseWeak(body.password, subject);
      await tx.db
        .updateTable("app_user")
        .set({ password_hash: await hashPassword(body.password) })
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("id", "=", subject.id)
        .execute();
      await endSessions(tx.db, { workspaceId: tx.actor.workspaceId, userId: subject.id, except: request.sessionId });
      await endResetLinks(tx.db, tx.actor.workspaceId, subject.id);
      tx.change.tell({ kind: "user.passwordChanged", type: "user", id: subject.id, name: subject.name, fields: {} });
    },
  });

/** A new password makes every reset link sent before it useless. */
async function endResetLinks(db: Kysely<DB>, workspaceId: string, userId: string): Promise<void> {
  await db
    .updateTable("personal_link")
    .set({ used_at: now() })
    .where("workspace_id", "=", workspaceId)
    .where("user_id", "=", userId)
    .where("kind", "=", "reset")
    .where("used_at", "is", null)
    .execute();
}

/** The same answer, whether the address is known or not; the link goes by mail only. */
export const requestPasswordResetWith = (limits: RateLimits, outbox: Outbox) =>
  handleOpen(passwordResetEndpoints.requestPasswordReset, {
    open: async ({ database, body, request, effects }) => {
      const account = body.email.trim().toLowerCase().replaceAll("\0", "");
      limits.tryToSignIn(request.address, `reset:${account}`);
      const found = await database.lookUp(
        async (db) => (await sql<{ workspace_id: string; id: string }>`select * from find_user_by_email(${account})`.execute(db)).rows[0],
      );
      if (!found) return;
      const token = newToken();
      const at = now();
      await database.within(found.workspace_id, async (db) => {
        const row = await db
          .selectFrom("app_user")
          .select(["name", "language", "disabled_at"])
          .where("workspace_id", "=", found.workspace_id)
          .where("id", "=", found.id)
          .executeTakeFirst();
        if (!row || row.disabled_at) return;
        await db
          .insertInto("personal_link")
          .values({
            workspace_id: found.workspace_id,
            id: newId(),
            kind: "reset",
            token_hash: hashToken(token),
            email: account,
            user_id: found.id,
            created_at: at,
            expires_at: new Date(at.getTime() + RESET_HOURS * 3_600_000),
            role: null,
            created_by: null,
            used_at: null,
          })
          .execute();
        const link = `${request.publicUrl}/reset/${token}`;
        const words = mailWords[row.language as "en"].reset({ name: row.name, link });
        const mail = { workspaceId: found.workspace_id, kind: "reset", to: account, userId: found.id, ...words, link };
        await outbox.putSecret(db, mail, effects);
      });
    },
  });

export const resetPassword = handleOpen(passwordResetEndpoints.resetPassword, {
  open: async ({ database, params, body, request, effects }) => {
    const hash = hashToken(params.token);
    const link = await database.lookUp(
      async (db) =>
        (
          await sql<{
            workspace_id: string;
            id: string;
            kind: string;
            expires_at: Date;
          }>`select * from find_personal_link(${hash})`.execute(db)
        ).rows[0],
    );
    if (!link || link.kind !== "reset" || link.expires_at <= now()) throw new Refusal("link.unusable");
    const { workspace_id: workspaceId } = link;
    const user = await database.within(workspaceId, async (db) =>
      db
        .selectFrom("personal_link")
        .innerJoin("app_user", (join) =>
          join.onRef("app_user.workspace_id", "=", "personal_link.workspace_id").onRef("app_user.id", "=", "personal_link.user_id"),
        )
        .select(["app_user.id", "app_user.email", "app_user.name", "app_user.disabled_at"])
        .where("personal_link.workspace_id", "=", workspaceId)
        .where("personal_link.id", "=", link.id)
        .executeTakeFirst(),
    );
    if (!user || user.disabled_at) throw new Refusal("link.unusable");
    refuseWeak(body.password, user);
    const password = await hashPassword(body.password);
    await database.within(workspaceId, async (db) => {
      const used = await db
        .updateTable("personal_link")
        .set({ used_at: now() })
        .where("workspace_id", "=", workspaceId)
        .where("id", "=", link.id)
        .where("used_at", "is", null)
        .executeTakeFirst();
      if (used.numUpdatedRows !== 1n) throw new Refusal("link.unusable");
      await db
        .updateTable("app_user")
        .set({ password_hash: password })
        .where("workspace_id", "=", workspaceId)
        .where("id", "=", user.id)
        .execute();
      await endSessions(db, { workspaceId, userId: user.id });
      await endResetLinks(db, workspaceId, user.id);
      await writeAudit(db, { workspaceId, userId: user.id, kind: "user.passwordChanged" });
      await openSession(db, { workspaceId, userId: user.id, request, effects });
    });
    return { me: await meOf(database, workspaceId, user.id) };
  },
});
