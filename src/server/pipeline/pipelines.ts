import { sql } from "kysely";
import { pipelineEndpoints } from "#contract/pipeline.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";
import { parameterName } from "#words/parameter-words.ts";

type StageRow = {
  id: string;
  pipeline_id: string;
  name: string;
  word: string | null;
  position: number;
  probability_percent: number;
  stale_days: number;
  version: number;
  open: string;
};

export async function stagesOf(tx: ReadTx): Promise<StageRow[]> {
  const { rows } = await sql<StageRow>`
    select s.id, s.pipeline_id, s.name, s.word, s.position, s.probability_percent, s.stale_days, s.version,
      (select count(*) from opportunity o where o.workspace_id = s.workspace_id and o.stage_id = s.id and o.outcome = 'open' and o.deleted_at is null) as open
    from stage s where s.workspace_id = ${tx.actor.workspaceId} and s.deleted_at is null order by s.position, s.id`.execute(tx.db);
  return rows;
}

export function presentStage(tx: ReadTx, row: StageRow) {
  return {
    id: row.id,
    pipelineId: row.pipeline_id,
    name: parameterName("stage", row, tx.actor.locale),
    position: row.position,
    probabilityPercent: row.probability_percent,
    staleDays: row.stale_days,
    openOpportunities: Number(row.open),
    version: row.version,
  };
}

export async function pipelinesOf(tx: ReadTx) {
  const stages = await stagesOf(tx);
  const rows = await tx.db
    .selectFrom("pipeline")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("deleted_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: parameterName("pipeline", row, tx.actor.locale),
    position: row.position,
    stages: stages.filter((stage) => stage.pipeline_id === row.id).map((stage) => presentStage(tx, stage)),
    version: row.version,
  }));
}

export async function getPipeline(tx: ReadTx, id: string) {
  const pipeline = (await pipelinesOf(tx)).find((one) => one.id === id);
  if (!pipeline) throw new Refusal("request.notFound");
  return pipeline;
}

export const listPipelines = handle(pipelineEndpoints.listPipelines, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx }) => ({ data: await pipelinesOf(tx) }),
});

export const createPipeline = handle(pipelineEndpoints.createPipeline, {
  subject: nothing,
  allow: mayChangeSettings,
  run: async ({ tx, body }) => {
    const others = await pipelinesOf(tx);
    if (others.some((one) => one.name.toLowerCase() === body.name.toLowerCase())) throw new Refusal("name.taken");
    const id = newId();
    await tx.db
      .insertInto("pipeline")
      .values({ workspace_id: tx.actor.workspaceId, id, name: body.name, word: null, position: others.length, deleted_at: null })
      .execute();
    for (const [position, stage] of body.stages.entries()) await insertStage(tx, id, { ...stage, position });
    tx.change.tell({ kind: "pipeline.created", type: "pipeline", id, name: body.name, fields: { name: { from: null, to: body.name } } });
    return getPipeline(tx, id);
  },
});

export type NewStage = {
  readonly name: string;
  readonly probabilityPercent: number;
  readonly staleDays: number;
  readonly position: number;
};

export async function insertStage(tx: WriteTx, pipelineId: string, stage: NewStage): Promise<string> {
  const id = newId();
  await tx.db
    .insertInto("stage")
    .values({
      workspace_id: tx.actor.workspaceId,
      id,
      pipeline_id: pipelineId,
      name: stage.name,
      word: null,
      position: stage.position,
      probability_percent: stage.probabilityPercent,
      stale_days: stage.staleDays,
      deleted_at: null,
    })
    .execute();
  return id;
}

export const editPipeline = handle(pipelineEndpoints.editPipeline, {
  subject: ({ tx, params }) => getPipeline(tx, params.id),
  allow: mayChangeSettings,
  current: (tx, subject) => getPipeline(tx, subject.id),
  run: async ({ tx, subject, body }) => {
    const fields: Record<string, { from: unknown; to: unknown }> = {};
    if (body.name !== undefined && body.name !== subject.name) {
      fields["name"] = { from: subject.name, to: body.name };
      await tx.db
        .updateTable("pipeline")
        .set({ name: body.name, word: null })
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("id", "=", subject.id)
        .execute();
    }
    if (body.stageIds) {
      const own = subject.stages.map((stage) => stage.id);
      if (body.stageIds.length !== own.length || !own.every((id) => body.stageIds?.includes(id)))
        throw refuseField("/stageIds", "reference.unknown");
      fields["stageIds"] = { from: own, to: body.stageIds };
      for (const [position, id] of body.stageIds.entries())
        await tx.db.updateTable("stage").set({ position }).where("workspace_id", "=", tx.actor.workspaceId).where("id", "=", id).execute();
    }
    if (body.position !== undefined && body.position !== subject.position) {
      fields["position"] = { from: subject.position, to: body.position };
      await tx.db
        .updateTable("pipeline")
        .set({ position: body.position })
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("id", "=", subject.id)
        .execute();
    }
    if (Object.keys(fields).length > 0) {
      await tx.db
        .updateTable("pipeline")
        .set({ version: subject.version + 1 })
        .where("workspace_id", "=", tx.actor.workspaceId)
        .where("id", "=", subject.id)
        .execute();
      tx.change.tell({ kind: "pipeline.edited", type: "pipeline", id: subject.id, name: body.name ?? subject.name, fields });
    }
    return getPipeline(tx, subject.id);
  },
});

export const deletePipeline = handle(pipelineEndpoints.deletePipeline, {
  subject: ({ tx, params }) => getPipeline(tx, params.id),
  allow: mayChangeSettings,
  current: (tx, subject) => getPipeline(tx, subject.id),
  run: async ({ tx, subject }) => {
    const others = (await pipelinesOf(tx)).filter((one) => one.id !== subject.id);
    if (others.length === 0) throw new Refusal("stage.lastOne");
    const open = subject.stages.reduce((sum, stage) => sum + stage.openOpportunities, 0);
    if (open > 0) throw new Refusal("record.inUse", { opportunities: open });
    await tx.db
      .updateTable("pipeline")
      .set({ deleted_at: tx.at })
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", subject.id)
      .execute();
    tx.change.tell({
      kind: "pipeline.deleted",
      type: "pipeline",
      id: subject.id,
      name: subject.name,
      fields: { deleted_at: { from: null, to: tx.at.toISOString() } },
    });
  },
});
