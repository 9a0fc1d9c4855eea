import { sql } from "kysely";
import { opportunityEndpoints } from "#contract/opportunity-endpoints.ts";
import { moveTo } from "#domain/opportunity/opportunity.ts";
import { mayCreateOpportunities, mayDeleteOpportunity, mayEditOpportunity } from "#domain/opportunity/policy.ts";
import type { Stage } from "#domain/pipeline/pipeline.ts";
import { heldWith, MOST_TAGS, type KnownTags } from "#domain/tag/tags.ts";
import type { FactKind } from "#domain/shared/fact.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import { touched } from "#server/opportunity/edit-opportunity.ts";
import { refuseUnknownReferences } from "#server/opportunity/opportunity-body.ts";
import { conditionsOf, type OpportunityFilter } from "#server/opportunity/opportunity-filter.ts";
import { columnsOfSale, getStage, saleOf } from "#server/opportunity/opportunity-stage.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { changedOpportunity, placed, type Columns, type StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import { writeOpportunities } from "#server/opportunity/write-opportunities.ts";
import { knownTags, refuseUnknownTags, withKnownTags } from "#server/tag/tag-store.ts";
import { withCustom } from "#server/custom-field/custom-conditions.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import type { Step } from "#server/platform/update-many.ts";
import { startWork } from "#server/platform/start-work.ts";

/** Above this many rows the change goes on after the answer, as a job. */
export const AT_ONCE = 200;

export type BulkChange = {
  readonly managerId?: string | null | undefined;
  readonly teamId?: string | null | undefined;
  readonly stageId?: string | undefined;
  readonly priority?: boolean | undefined;
  readonly addTagIds?: string[] | undefined;
  readonly removeTagIds?: string[] | undefined;
  readonly delete?: true | undefined;
};

export const changeOpportunities = handle(opportunityEndpoints.changeOpportunities, {
  // The rows are found under the actor's own visibility: what may not be seen is not there to change.
  subject: async ({ tx, body }) => {
    if (!body.ids && !body.filter) throw refuseField("/ids", "value.required");
    return findIds(tx, body.ids, await withCustom(tx, "opportunity", body.filter ?? {}));
  },
  allow: mayCreateOpportunities,
  run: async ({ tx, subject: ids, body, effects }) => {
    if (Object.keys(body.change).length === 0) throw refuseField("/change", "value.required");
    if (ids.length <= AT_ONCE) return { ...(await changeEach(tx, ids, body.change)), jobId: null };
    const jobId = await startWork(tx, { kind: "bulk", total: ids.length, input: { ids, change: body.change } });
    effects.status(202);
    return { changed: 0, skipped: 0, refused: [], jobId };
  },
});

async function findIds(tx: ReadTx, ids: readonly string[] | undefined, filter: OpportunityFilter): Promise<string[]> {
  const chosen = ids
    ? sql`o.workspace_id = ${tx.actor.workspaceId} and o.id = any (${ids})`
    : conditionsOf(tx, await withKnownTags(tx, filter, "/filter/tag"));
  const { rows } = await sql<{ id: string }>`select o.id from opportunity o where ${chosen} and o.deleted_at is null order by o.id`.execute(
    tx.db,
  );
  return rows.map((row) => row.id);
}

/** A row that stayed as it was, and why: out of one's rights, closed, or gone meanwhile. */
export type RefusedRow = {
  readonly id: string;
  readonly name: string | null;
  readonly number: string | null;
  readonly reason: RefusedReason;
};
type RefusedReason = "forbidden" | "closed" | "tooManyTags" | "gone";
export type BulkResult = { readonly changed: number; readonly skipped: number; readonly refused: RefusedRow[] };

/** So many are named; the others are counted. */
const NAMED = 100;
/** Read, changed and written together. */
const STEP = 250;

/** One change of many rows: each by the rules of one, some hundred written at once, all in one transaction. */
export async function changeEach(
  tx: WriteTx,
  ids: readonly string[],
  change: BulkChange,
  progress?: (done: number) => Promise<void>,
): Promise<BulkResult> {
  const references = {
    ...(change.managerId ? { manager_id: change.managerId } : {}),
    ...(change.teamId ? { team_id: change.teamId } : {}),
  };
  await refuseUnknownReferences(tx, references);
  const stage = change.stageId ? await getStage(tx, change.stageId, "/stageId") : undefined;
  const asked = { ...change, stage, known: await tagsToChange(tx, change) };
  let changed = 0;
  const refused: RefusedRow[] = [];
  for (let at = 0; at < ids.length; at += STEP) {
    const some = ids.slice(at, at + STEP);
    const done = await changeSome(tx, some, asked);
    changed += some.length - done.length;
    refused.push(...done.slice(0, NAMED - refused.length));
    if (ids.length > STEP) await tx.change.flush();
    await progress?.(at + some.length);
  }
  return { changed, skipped: ids.length - changed, refused };
}

/** Returns those that stay as they are. They are held from when they are read: a change between would be overwritten. */
async function changeSome(tx: WriteTx, ids: readonly string[], change: BulkChange & Known): Promise<RefusedRow[]> {
  const rows = await tx.db
    .selectFrom("opportunity")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "in", ids)
    .where("deleted_at", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  const refused: RefusedRow[] = [];
  const steps: Step<OpportunityColumns>[] = [];
  for (const row of rows) {
    const asked = columnsAsked(tx, placed(row), change);
    if (typeof asked === "string") refused.push({ id: row.id, name: row.name, number: row.number, reason: asked });
    else steps.push({ before: row, after: await changedOpportunity(tx, row, asked.columns, asked.kind) });
  }
  await writeOpportunities(
    tx,
    steps.filter(({ before, after }) => before !== after),
  );
  const found = new Set(rows.map(({ id }) => id));
  return [...refused, ...ids.filter((id) => !found.has(id)).map((id) => ({ id, name: null, number: null, reason: "gone" as const }))];
}

/** The tags to add and to take away, where there are some. */
async function tagsToChange(tx: ReadTx, { addTagIds, removeTagIds }: BulkChange): Promise<KnownTags | undefined> {
  if (!addTagIds && !removeTagIds) return undefined;
  const known = await knownTags(tx);
  refuseUnknownTags(known, addTagIds ?? [], "/change/addTagIds");
  refuseUnknownTags(known, removeTagIds ?? [], "/change/removeTagIds");
  return known;
}

type Known = { readonly stage: Stage | undefined; readonly known: KnownTags | undefined };

type Columned = { readonly columns: Columns; readonly kind: FactKind };

/** What is to change in one row, or why it stays as it is. */
function columnsAsked(tx: WriteTx, before: StoredOpportunity, change: BulkChange & Known): Columned | RefusedReason {
  const permitted = change.delete ? mayDeleteOpportunity(tx.actor, before) : mayEditOpportunity(tx.actor, before);
  if (!permitted) return "forbidden";
  if (change.stage && before.outcome !== "open") return "closed";
  if (change.delete) return { columns: { deleted_at: tx.at, deleted_by: tx.actor.userId }, kind: "opportunity.deleted" };
  const tagIds = change.known && heldWith(change.known, before.tag_ids, { add: change.addTagIds, remove: change.removeTagIds });
  if (tagIds && tagIds.length > Math.max(MOST_TAGS, before.tag_ids.length)) return "tooManyTags";
  const moves = change.stage && change.stage.id !== before.stage_id;
  const columns: Columns = {
    ...(change.managerId !== undefined ? { manager_id: change.managerId } : {}),
    ...(change.teamId !== undefined ? { team_id: change.teamId } : {}),
    ...(change.priority !== undefined ? { priority: change.priority } : {}),
    ...(tagIds ? { tag_ids: tagIds } : {}),
    ...(moves && change.stage ? { ...columnsOfSale(moveTo(saleOf(before), change.stage)), ...touched(tx) } : {}),
  };
  return { columns, kind: moves ? "opportunity.moved" : "opportunity.edited" };
}
