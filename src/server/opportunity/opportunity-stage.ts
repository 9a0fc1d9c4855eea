import type { Sale, SaleChange } from "#domain/opportunity/opportunity.ts";
import type { Stage } from "#domain/pipeline/pipeline.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import type { Columns } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx } from "#server/platform/database.ts";

/** A stage that opportunities can be moved to. */
export async function getStage(tx: ReadTx, id: string, pointer = "/stageId"): Promise<Stage> {
  const row = await tx.db
    .selectFrom("stage")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row || (row.deleted_at && pointer === "/stageId")) throw refuseField(pointer, "reference.unknown");
  return {
    id: row.id,
    pipelineId: row.pipeline_id,
    position: row.position,
    probabilityPercent: row.probability_percent,
    staleDays: row.stale_days,
  };
}

export async function firstStage(tx: ReadTx, pipelineId: string | undefined): Promise<Stage> {
  let query = tx.db
    .selectFrom("stage")
    .innerJoin("pipeline", (join) =>
      join.onRef("pipeline.workspace_id", "=", "stage.workspace_id").onRef("pipeline.id", "=", "stage.pipeline_id"),
    )
    .select("stage.id")
    .where("stage.workspace_id", "=", tx.actor.workspaceId)
    .where("stage.deleted_at", "is", null)
    .where("pipeline.deleted_at", "is", null);
  if (pipelineId) query = query.where("pipeline.id", "=", pipelineId);
  const row = await query.orderBy("pipeline.position").orderBy("stage.position").executeTakeFirst();
  if (!row) throw refuseField("/pipelineId", "reference.unknown");
  return getStage(tx, row.id);
}

export function saleOf(row: OpportunityColumns): Sale {
  return {
    outcome: row.outcome as Sale["outcome"],
    closedOn: row.closed_on,
    stageId: row.stage_id,
    pipelineId: row.pipeline_id,
    probabilityPercent: row.probability_percent,
    probabilityPinned: row.probability_pinned,
    amountMinor: BigInt(row.amount_minor),
    amountSource: row.amount_source as Sale["amountSource"],
    currency: row.currency,
    rate: row.rate,
    rateOn: row.rate_on,
    rateSource: row.rate_source,
    lostReasonId: row.lost_reason_id,
    competitorId: row.competitor_id,
    lostComment: row.lost_comment,
    beforeClosing: row.before_closing as unknown as Sale["beforeClosing"],
  };
}

const COLUMN_OF: Readonly<Record<keyof Sale, keyof OpportunityColumns>> = {
  outcome: "outcome",
  closedOn: "closed_on",
  stageId: "stage_id",
  pipelineId: "pipeline_id",
  probabilityPercent: "probability_percent",
  probabilityPinned: "probability_pinned",
  amountMinor: "amount_minor",
  amountSource: "amount_source",
  currency: "currency",
  rate: "rate",
  rateOn: "rate_on",
  rateSource: "rate_source",
  lostReasonId: "lost_reason_id",
  competitorId: "competitor_id",
  lostComment: "lost_comment",
  beforeClosing: "before_closing",
};

export function columnsOfSale(change: SaleChange): Columns {
  const entries = Object.entries(change).map(([field, value]) => [
    COLUMN_OF[field as keyof Sale],
    typeof value === "bigint" ? value.toString() : value,
  ]);
  return Object.fromEntries(entries) as Columns;
}
