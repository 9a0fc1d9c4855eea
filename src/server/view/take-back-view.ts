import type { FactFields, FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { mayEditView, mayShareView } from "#domain/view/view.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { saveView, sharedOf, stored, type StoredView, type ViewColumns } from "#server/view/view-store.ts";

type ViewFact = { readonly kind: FactKind; readonly record_id: string };
type Way = {
  readonly before: Record<string, unknown>;
  readonly heldIn: (row: Record<string, unknown>) => string[];
  readonly force: boolean;
};

/** Takes back what happened to a view; returns the fields a later change holds. */
export async function takeBackView(tx: WriteTx, fact: ViewFact & { readonly fields: FactFields }, way: Way): Promise<string[]> {
  const found = await tx.db
    .selectFrom("saved_view")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", fact.record_id)
    .executeTakeFirst();
  if (!found) throw new Refusal("request.notFound");
  const row: StoredView = stored(found);
  if (!mayEditView(tx.actor, sharedOf(row))) throw new Refusal("request.forbidden");
  if (fact.kind === "view.created") {
    if (!row.deleted_at) await saveView(tx, row, { deleted_at: tx.at }, "view.deleted");
    return [];
  }
  const held = way.heldIn(row);
  if (held.length > 0 && !way.force) return held;
  const change = way.before as ViewColumns;
  const after = sharedOf({ ...row, ...change });
  if (change.visibility !== undefined && !mayShareView(tx.actor, after)) throw new Refusal("request.forbidden");
  await saveView(tx, row, change, "view.edited");
  return held;
}
