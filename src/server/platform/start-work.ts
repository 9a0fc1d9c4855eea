import { sql } from "kysely";
import type { WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";

type NewWork = { readonly kind: "bulk" | "undo"; readonly total: number | null; readonly input: object };

/** Work that goes on after the answer: written with the change that asks for it, begun after its commit. Returns its id. */
export async function startWork(tx: WriteTx, { kind, total, input }: NewWork): Promise<string> {
  const { workspaceId, userId } = tx.actor;
  const id = newId();
  await tx.db
    .insertInto("job")
    .values({
      workspace_id: workspaceId,
      id,
      kind,
      total,
      input: JSON.stringify(input),
      actor_id: userId,
      change_id: null,
      created_at: tx.at,
      ended_at: null,
      result: null,
    })
    .execute();
  tx.change.tell({ kind: "job.started", type: "job", id, name: "", fields: total === null ? {} : { rows: { from: null, to: total } } });
  await sql`select enqueue_job(${kind}, ${JSON.stringify({ workspaceId, actorId: userId, jobId: id })}::jsonb)`.execute(tx.db);
  return id;
}
