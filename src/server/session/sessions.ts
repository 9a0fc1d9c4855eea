import { sql, type Kysely } from "kysely";
import { sessionEndpoints } from "#contract/session.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { now } from "#server/platform/clock.ts";
import type { Database } from "#server/platform/database.ts";
import type { DB } from "#server/platform/db.gen.ts";
import { forgetIdentities } from "#server/platform/forget-identities.ts";
import { handle, handleOpen, nothing, signedIn } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";
import type { RateLimits } from "#server/platform/rate-limit.ts";
import type { Effects, RequestFacts } from "#server/platform/request.ts";
import { hashToken, newToken, passwordMatches } from "#server/platform/secret.ts";
import { meOf } from "#server/session/show-me.ts";

const SESSION_DAYS = 30;

type Opening = { readonly workspaceId: string; readonly userId: string; readonly request: RequestFacts; readonly effects: Effects };

/** A new session for a user; the token goes to the browser, its hash to the database. */
export async function openSession(db: Kysely<DB>, { workspaceId, userId, request, effects }: Opening): Promise<void> {
  const token = newToken();
  const at = now();
  await db
    .insertInto("session")
    .values({
      workspace_id: workspaceId,
      id: newId(),
      token_hash: hashToken(token),
      user_id: userId,
      created_at: at,
      last_seen_at: at,
      expires_at: new Date(at.getTime() + SESSION_DAYS * 86_400_000),
      agent: request.agent,
      address: request.address,
    })
    .execute();
  await db.updateTable("app_user").set({ last_seen_at: at }).where("workspace_id", "=", workspaceId).where("id", "=", userId).execute();
  await writeAudit(db, { workspaceId, userId, kind: "user.signedIn" });
  effects.setSession(token);
}

type Audit = {
  readonly workspaceId: string;
  readonly userId: string;
  readonly kind: "user.signedIn" | "user.signedOut" | "user.passwordChanged" | "user.created";
};

/** Facts told before there is an actor: signing in, accepting an invitation, a reset. */
export async function writeAudit(db: Kysely<DB>, { workspaceId, userId, kind }: Audit): Promise<void> {
  const change = newId();
  const at = now();
  const user = await db
    .selectFrom("app_user")
    .select("name")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", userId)
    .executeTakeFirst();
  await db
    .insertInto("change")
    .values({ workspace_id: workspaceId, id: change, at, actor_id: userId, origin: "web", endpoint: kind, undoes: null, undone_by: null })
    .execute();
  await db
    .insertInto("fact")
    .values({
      workspace_id: workspaceId,
      id: newId(),
      change_id: change,
      at,
      actor_id: userId,
      kind,
      record_type: "user",
      record_id: userId,
      record_name: user?.name ?? "",
      opportunity_id: null,
      client_id: null,
      contact_id: null,
    })
    .execute();
}

/** Sign-in counts its tries, so it is made with the limits of this process. */
export const signInWith = (limits: RateLimits) =>
  handleOpen(sessionEndpoints.signIn, {
    open: async ({ database, body, request, effects }) => {
      const account = body.email.trim().toLowerCase();
      limits.tryToSignIn(request.address, account);
      const found = await database.lookUp(
        async (db) =>
          (await sql<{ workspace_id: string; id: string }>`select * from find_user_by_email(${account.replaceAll("\0", "")})`.execute(db))
            .rows[0],
      );
      const user =
        found &&
        (await database.within(found.workspace_id, (db) =>
          db
            .selectFrom("app_user")
            .select(["id", "password_hash", "disabled_at"])
            .where("workspace_id", "=", found.workspace_id)
            .where("id", "=", found.id)
            .executeTakeFirst(),
        ));
      const matches = await passwordMatches(body.password, user?.password_hash);
      if (!found || !user || !matches || user.disabled_at) throw new Refusal("credentials.wrong");
      limits.signedIn(request.address, account);
      await database.within(found.workspace_id, (db) =>
        openSession(db, { workspaceId: found.workspace_id, userId: user.id, request, effects }),
      );
      return { me: await meOf(database, found.workspace_id, user.id) };
    },
  });

export const signOut = handle(sessionEndpoints.signOut, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx, request, effects }) => {
    if (request.sessionId) await endSessions(tx.db, { workspaceId: tx.actor.workspaceId, id: request.sessionId });
    tx.change.tell({ kind: "user.signedOut", type: "user", id: tx.actor.userId, name: tx.actor.name, fields: {} });
    effects.setSession(null);
  },
});

type Ended = { readonly workspaceId: string; readonly id?: string; readonly userId?: string; readonly except?: string | undefined };

/** Ends sessions and tells every process at the commit: none is believed any more. */
export async function endSessions(db: Kysely<DB>, { workspaceId, id, userId, except }: Ended): Promise<number> {
  let query = db.deleteFrom("session").where("workspace_id", "=", workspaceId);
  if (id) query = query.where("id", "=", id);
  if (userId) query = query.where("user_id", "=", userId);
  if (except) query = query.where("id", "<>", except);
  const ended = await query.executeTakeFirst();
  await forgetIdentities(db);
  return Number(ended.numDeletedRows);
}

export const listSessions = handle(sessionEndpoints.listSessions, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx, request }) => {
    const rows = await tx.db
      .selectFrom("session")
      .selectAll()
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("user_id", "=", tx.actor.userId)
      .where("expires_at", ">", tx.at)
      .orderBy("created_at", "desc")
      .execute();
    return {
      data: rows.map((row) => ({
        id: row.id,
        agent: row.agent,
        address: row.address,
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
        current: row.id === request.sessionId,
      })),
    };
  },
});

export const endSession = handle(sessionEndpoints.endSession, {
  subject: async ({ tx, params }) => {
    const row = await tx.db
      .selectFrom("session")
      .select(["id", "user_id"])
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", params.id)
      .where("user_id", "=", tx.actor.userId)
      .executeTakeFirst();
    if (!row) throw new Refusal("request.notFound");
    return row;
  },
  allow: signedIn,
  run: async ({ tx, subject }) => {
    await endSessions(tx.db, { workspaceId: tx.actor.workspaceId, id: subject.id });
    tx.change.tell({ kind: "user.sessionsEnded", type: "user", id: tx.actor.userId, name: tx.actor.name, fields: {} });
  },
});

/** Sessions that ended by time are cleared once a day. */
export async function clearExpired(database: Database, workspaceId: string): Promise<void> {
  await database.within(workspaceId, async (db) => {
    await db.deleteFrom("session").where("workspace_id", "=", workspaceId).where("expires_at", "<", now()).execute();
    await db
      .deleteFrom("idempotency")
      .where("workspace_id", "=", workspaceId)
      .where("created_at", "<", new Date(now().getTime() - 86_400_000))
      .execute();
  });
}
