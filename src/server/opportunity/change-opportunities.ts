import { sql } from "kysely";
import { opportunityEndpoints } from "#contract/opportunity-endpoints.ts";
import { moveTo } from "#domain/opportunity/opportunity.ts";
import { mayCreateOpportunities, mayDeleteOpportunity, mayEditOpportunity } from "#domain/opportunity/policy.ts";
import type { Stage } from "#domain/pipeline/pipeline.ts";
import type { KnownTags } from "#domain/tag/tags.ts";
import type { FactKind } from "#domain/shared/fact.ts";
import { touched } from "#server/opportunity/edit-opportunity.ts";
import { refuseUnknownReferences } from "#server/opportunity/opportunity-body.ts";
import { conditionsOf, type OpportunityFilter } from "#server/opportunity/opportunity-filter.ts";
import { columnsOfSale, getStage, saleOf } from "#server/opportunity/opportunity-stage.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { changedOpportunity, placed, type Columns, type StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import { writeOpportunities } from "#server/opportunity/write-opportunities.ts";
import { tagIdsAfter, tagsToChange, withKnownTags } from "#server/tag/tag-store.ts";
import { withCustom } from "#server/custom-field/custom-conditions.ts";
import { AT_ONCE, changeMany, goneOf, type BulkResult, type Progress, type RefusedRow } from "#server/platform/change-many.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import type { Step } from "#server/platform/update-many.ts";
import { startWork } from "#server/platform/start-work.ts";

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
  subject: async ({ tx, body }) => findIds(tx, body.ids, await withCustom(tx, "opportunity", body.filter ?? {})),
  allow: mayCreateOpportunities,
  run: async ({ tx, subject: ids, body, effects }) => {
    if (ids.length <= AT_ONCE) return { ...(await changeEach(tx, ids, body.change)), jobId: null };
    const jobId = await startWork(tx, { kind: "bulk", total: ids.length, input: { list: "opportunities", ids, change: body.change } });
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

/** One change of many rows: each by the rules of one, some hundred written at once, all in one transaction. */
export async function changeEach(tx: WriteTx, ids: readonly string[], change: BulkChange, progress?: Progress): Promise<BulkResult> {
  const references = {
    ...(change.managerId ? { manager_id: change.managerId } : {}),
    ...(change.teamId ? { team_id: change.teamId } : {}),
  };
  await refuseUnknownReferences(tx, references);
  const stage = change.stageId ? await getStage(tx, change.stageId, "/stageId") : undefined;
  const asked = { ...change, stage, known: await tagsToChange(tx, change) };
  return changeMany(tx, ids, (some) => changeSome(tx, some, asked), progress);
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
  return [...refused, ...goneOf(ids, rows)];
}

type Known = { readonly stage: Stage | undefined; readonly known: KnownTags | undefined };

type Columned = { readonly columns: Columns; readonly kind: FactKind };

/** What is to change in one row, or why it stays as it is. */
function columnsAsked(tx: WriteTx, before: StoredOpportunity, change: BulkChange & Known): Columned | RefusedRow["reason"] {
  const permitted = change.delete ? mayDeleteOpportunity(tx.actor, before) : mayEditOpportunity(tx.actor, before);
  if (!permitted) return "forbidden";
  if (change.stage && before.outcome !== "open") return "closed";
  if (change.delete) return { columns: { deleted_at: tx.at, deleted_by: tx.actor.userId }, kind: "opportunity.deleted" };
  const tagIds = tagIdsAfter(before.tag_ids, change.known, change);
  if (tagIds === "tooManyTags") return tagIds;
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
