import { pipelineEndpoints } from "#contract/pipeline.ts";
import { likelyOf, minorRate } from "#domain/opportunity/forecast.ts";
import { fraction, parseDecimal } from "#domain/shared/fraction.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import { plainDecimal, type OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { saveOpportunity } from "#server/opportunity/opportunity-store.ts";
import { getPipeline, insertStage, presentStage, stagesOf } from "#server/pipeline/pipelines.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";

/** Stages live here, after opportunities: a new probability applies to the open ones that are not pinned. */

async function getOne(tx: ReadTx, id: string) {
  const row = (await stagesOf(tx)).find((stage) => stage.id === id);
  if (!row) throw new Refusal("request.notFound");
  return row;
}

export const createStage = handle(pipelineEndpoints.createStage, {
  subject: ({ tx, params }) => getPipeline(tx, params.id),
  allow: mayChangeSettings,
  run: async ({ tx, subject, body }) => {
    if (subject.stages.some((stage) => stage.name.toLowerCase() === body.name.toLowerCase())) throw new Refusal("name.taken");
    const position = Math.min(body.position ?? subject.stages.length, subject.stages.length);
    for (const stage of subject.stages) {
      if (stage.position >= position)
        await tx.db
          .updateTable("stage")
          .set({ position: stage.position + 1 })
          .where("workspace_id", "=", tx.actor.workspaceId)
          .where("id", "=", stage.id)
          .execute();
    }
    const id = await insertStage(tx, subject.id, { ...body, position });
    tx.change.tell({
      kind: "stage.created",
      type: "stage",
      id,
      name: body.name,
      fields: { name: { from: null, to: body.name }, probabilityPercent: { from: null, to: body.probabilityPercent } },
    });
    return presentStage(tx, await getOne(tx, id));
  },
});

export const editStage = handle(pipelineEndpoints.editStage, {
  subject: ({ tx, params }) => getOne(tx, params.id),
  allow: mayChangeSettings,
  current: async (tx, subject) => presentStage(tx, await getOne(tx, subject.id)),
  run: async ({ tx, subject, body }) => {
    const shown = presentStage(tx, subject);
    const renamed = body.name !== undefined && body.name !== shown.name;
    const fields: Record<string, { from: unknown; to: unknown }> = {};
    if (renamed) fields["name"] = { from: shown.name, to: body.name };
    if (body.probabilityPercent !== undefined && body.probabilityPercent !== subject.probability_percent)
      fields["probabilityPercent"] = { from: subject.probability_percent, to: body.probabilityPercent };
    if (body.staleDays !== undefined && body.staleDays !== subject.stale_days)
      fields["staleDays"] = { from: subject.stale_days, to: body.staleDays };
    if (Object.keys(fields).length === 0) return { ...shown, opportunitiesChanged: 0 };
    await tx.db
      .updateTable("stage")
      .set({
        ...(renamed ? { name: body.name ?? shown.name, word: null } : {}),
        probability_percent: body.probabilityPercent ?? subject.probability_percent,
        stale_days: body.staleDays ?? subject.stale_days,
        version: subject.version + 1,
      })
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", subject.id)
      .execute();
    tx.change.tell({ kind: "stage.edited", type: "stage", id: subject.id, name: body.name ?? shown.name, fields });
    const following = fields["probabilityPercent"] ? await followers(tx, subject.id) : [];
    for (const row of following)
      await saveOpportunity(tx, row, { probability_percent: body.probabilityPercent ?? 0 }, { kind: "opportunity.edited" });
    return { ...presentStage(tx, await getOne(tx, subject.id)), opportunitiesChanged: following.length };
  },
});

/** Open opportunities of a stage whose probability follows it. */
async function followers(tx: ReadTx, stageId: string): Promise<OpportunityColumns[]> {
  return tx.db
    .selectFrom("opportunity")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("stage_id", "=", stageId)
    .where("outcome", "=", "open")
    .where("probability_pinned", "=", false)
    .where("deleted_at", "is", null)
    .execute();
}

export const previewStageProbability = handle(pipelineEndpoints.previewStageProbability, {
  subject: ({ tx, params }) => getOne(tx, params.id),
  allow: mayChangeSettings,
  run: async ({ tx, subject, query }) => {
    const rows = await followers(tx, subject.id);
    const { currency } = tx.agency;
    const after = rows.reduce(
      (sum, row) =>
        sum +
        likelyOf(
          BigInt(row.total_minor),
          query.probabilityPercent,
          minorRate(parseDecimal(plainDecimal(row.rate)) ?? fraction(1n), row.currency, currency),
        ),
      0n,
    );
    const before = rows.reduce((sum, row) => sum + BigInt(row.likely_home_minor), 0n);
    return {
      opportunities: rows.length,
      likelyBefore: formatAmount(before, currency),
      likelyAfter: formatAmount(after, currency),
      currency,
    };
  },
});

export const deleteStage = handle(pipelineEndpoints.deleteStage, {
  subject: ({ tx, params }) => getOne(tx, params.id),
  allow: mayChangeSettings,
  current: async (tx, subject) => presentStage(tx, subject),
  run: async ({ tx, subject }) => {
    const siblings = (await stagesOf(tx)).filter((stage) => stage.pipeline_id === subject.pipeline_id);
    if (siblings.length === 1) throw new Refusal("stage.lastOne");
    if (Number(subject.open) > 0) throw new Refusal("record.inUse", { opportunities: Number(subject.open) });
    await tx.db
      .updateTable("stage")
      .set({ deleted_at: tx.at })
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", subject.id)
      .execute();
    tx.change.tell({
      kind: "stage.deleted",
      type: "stage",
      id: subject.id,
      name: presentStage(tx, subject).name,
      fields: { deleted_at: { from: null, to: tx.at.toISOString() } },
    });
  },
});
