import type { Kysely } from "kysely";
import type { Locale } from "#domain/shared/actor.ts";
import { clientKindsFor, DEFAULT_STAGES, LOST_REASON_WORDS, SOURCE_WORDS, type Sales } from "#domain/pipeline/pipeline.ts";
import { now } from "#server/platform/clock.ts";
import type { Database } from "#server/platform/database.ts";
import type { DB } from "#server/platform/db.gen.ts";
import { newId } from "#server/platform/new-id.ts";
import { parameterWords } from "#words/parameter-words.ts";

export type NewAgency = {
  readonly name: string;
  readonly country: string;
  readonly language: Locale;
  readonly currency: string;
  readonly timezone: string;
  readonly logo?: Buffer | null;
  readonly logoType?: string | null;
  readonly isDemo?: boolean;
  /** What it sells above all; nothing said keeps the usual order of the kinds of client. */
  readonly sells?: readonly Sales[] | undefined;
};

/** A new agency with its first pipeline and lists, named in its language and shown in the reader's. */
export async function createWorkspace(database: Database, agency: NewAgency): Promise<string> {
  const workspaceId = newId();
  await database.within(workspaceId, async (db) => {
    await db
      .insertInto("workspace")
      .values({
        workspace_id: workspaceId,
        name: agency.name,
        country: agency.country,
        language: agency.language,
        currency: agency.currency,
        timezone: agency.timezone,
        logo: agency.logo ?? null,
        logo_type: agency.logoType ?? null,
        is_demo: agency.isDemo ?? false,
        created_at: now(),
      })
      .execute();
    await insertParameters(db, workspaceId, agency);
  });
  return workspaceId;
}

type Parameters = Pick<NewAgency, "language" | "sells">;

async function insertParameters(db: Kysely<DB>, workspaceId: string, { language, sells = [] }: Parameters): Promise<void> {
  const words = parameterWords[language];
  const entry = (word: string, name: string, position: number) => ({
    workspace_id: workspaceId,
    id: newId(),
    name,
    word,
    position,
    deleted_at: null,
  });
  await db
    .insertInto("client_kind")
    .values(clientKindsFor(sells).map((word, position) => entry(word, words.clientKind[word], position)))
    .execute();
  await db
    .insertInto("lost_reason")
    .values(LOST_REASON_WORDS.map((word, position) => entry(word, words.lostReason[word], position)))
    .execute();
  await db
    .insertInto("source")
    .values(SOURCE_WORDS.map((word, position) => entry(word, words.source[word], position)))
    .execute();
  const pipeline = entry("sales", words.pipeline.sales, 0);
  await db.insertInto("pipeline").values(pipeline).execute();
  await db
    .insertInto("stage")
    .values(
      DEFAULT_STAGES.map((stage, position) => ({
        ...entry(stage.word, words.stage[stage.word], position),
        pipeline_id: pipeline.id,
        probability_percent: stage.probabilityPercent,
        stale_days: stage.staleDays,
      })),
    )
    .execute();
}
