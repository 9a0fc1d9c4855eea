import { apiKeyEndpoints } from "#contract/api-key.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";
import { hashToken, newToken } from "#server/platform/secret.ts";
import { forgetIdentities } from "#server/platform/forget-identities.ts";

export const listKeys = handle(apiKeyEndpoints.listKeys, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx }) => {
    const rows = await tx.db
      .selectFrom("api_key")
      .selectAll()
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("user_id", "=", tx.actor.userId)
      .where("revoked_at", "is", null)
      .orderBy("created_at", "desc")
      .execute();
    return {
      data: rows.map((row) => ({
        id: row.id,
        name: row.name,
        hint: row.hint,
        readOnly: row.read_only,
        createdAt: row.created_at.toISOString(),
      })),
    };
  },
});

export const createKey = handle(apiKeyEndpoints.createKey, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx, body }) => {
    const key = newToken("esc_");
    const id = newId();
    await tx.db
      .insertInto("api_key")
      .values({
        workspace_id: tx.actor.workspaceId,
        id,
        token_hash: hashToken(key),
        hint: `${key.slice(0, 8)}…`,
        name: body.name,
        user_id: tx.actor.userId,
        read_only: body.readOnly,
        created_at: tx.at,
        expires_at: null,
        revoked_at: null,
      })
      .execute();
    tx.change.tell({ kind: "key.created", type: "key", id, name: body.name, fields: {} });
    return { id, name: body.name, key };
  },
});

export const revokeKey = handle(apiKeyEndpoints.revokeKey, {
  subject: async ({ tx, params }) => {
    const row = await tx.db
      .selectFrom("api_key")
      .select(["id", "name"])
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", params.id)
      .where("user_id", "=", tx.actor.userId)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (!row) throw new Refusal("request.notFound");
    return row;
  },
  allow: signedIn,
  run: async ({ tx, subject }) => {
    await tx.db
      .updateTable("api_key")
      .set({ revoked_at: tx.at })
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", subject.id)
      .execute();
    await forgetIdentities(tx.db);
    tx.change.tell({ kind: "key.revoked", type: "key", id: subject.id, name: subject.name, fields: {} });
  },
});
