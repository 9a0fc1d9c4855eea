import { Refusal } from "#domain/shared/refusal.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { before, overtakenFields, type StoredFact } from "#server/undo/stored-fact.ts";

const TABLES = {
  clientKind: "client_kind",
  source: "source",
  lostReason: "lost_reason",
  competitor: "competitor",
  pipeline: "pipeline",
  stage: "stage",
} as const;
type Table = (typeof TABLES)[keyof typeof TABLES];

export async function takeBackParameter(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  const table = (TABLES as Readonly<Record<string, Table>>)[fact.record_type];
  if (!table) throw new Refusal("undo.impossible");
  if (!mayChangeSettings(tx.actor)) throw new Refusal("request.forbidden");
  const row = await tx.db
    .selectFrom(table)
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", fact.record_id)
    .executeTakeFirstOrThrow();
  const { position, ...change }: Record<string, unknown> = fact.kind === "parameter.created" ? { deleted_at: tx.at } : before(fact.fields);
  const held = fact.kind === "parameter.created" ? [] : overtakenFields(row, fact.fields);
  if (held.length > 0 && !force) return held;
  await tx.db
    .updateTable(table)
    .set({ ...change, version: row.version + 1 } as never)
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", fact.record_id)
    .execute();
  if (typeof position === "number" && isOrdered(table)) await placeAt(tx, table, { id: fact.record_id, position });
  tx.change.tell({
    kind: "parameter.edited",
    type: fact.record_type as "source",
    id: fact.record_id,
    name: fact.record_name,
    fields: Object.fromEntries(Object.entries(fact.fields).map(([field, { from, to }]) => [field, { from: to, to: from }])),
  });
  return held;
}

type Ordered = "client_kind" | "source" | "lost_reason";
const isOrdered = (table: Table): table is Ordered => table === "client_kind" || table === "source" || table === "lost_reason";

/** Back at its place: those between step aside, as they did when it moved. */
async function placeAt(tx: WriteTx, table: Ordered, { id, position }: { readonly id: string; readonly position: number }): Promise<void> {
  const rows = await tx.db
    .selectFrom(table)
    .select(["id", "position"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("deleted_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const others = rows.filter((row) => row.id !== id).map((row) => row.id);
  for (const [place, one] of others.toSpliced(position, 0, id).entries())
    await tx.db
      .updateTable(table)
      .set({ position: place })
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", one)
      .where("position", "<>", place)
      .execute();
}
