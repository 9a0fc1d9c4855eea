import type { FastifyBaseLogger } from "fastify";
import { Logger, run, runMigrations, type Runner } from "graphile-worker";
import type pg from "pg";
import { jobEndpoints } from "#contract/job.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import type { Database } from "#server/platform/database.ts";
import { handle, signedIn } from "#server/platform/handle.ts";
import { changeEach, type BulkChange } from "#server/opportunity/change-opportunities.ts";
import { clearOldImports } from "#server/exchange/import-store.ts";
import { clearDocuments } from "#server/document/clear-documents.ts";
import type { FileStore } from "#server/platform/file-store.ts";
import { clearExpired } from "#server/session/sessions.ts";
import { loadWho } from "#server/user/identify.ts";

export const showJob = handle(jobEndpoints.showJob, {
  subject: async ({ tx, params }) => {
    const row = await tx.db
      .selectFrom("job")
      .selectAll()
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", params.id)
      .where("actor_id", "=", tx.actor.userId)
      .executeTakeFirst();
    if (!row) throw new Refusal("request.notFound");
    return row;
  },
  allow: signedIn,
  run: async ({ subject }) => ({
    id: subject.id,
    kind: subject.kind,
    state: subject.state as "queued",
    done: subject.done,
    total: subject.total,
    result: subject.result,
  }),
});

type Payload = { readonly workspaceId: string; readonly actorId: string; readonly jobId: string };

/** A job opens its transaction through the platform like a request, as the one who asked for it. */
async function runBulk(database: Database, { workspaceId, actorId, jobId }: Payload): Promise<void> {
  const who = await loadWho(database, workspaceId, actorId);
  if (!who) return;
  const job = await database.within(workspaceId, (db) =>
    db
      .updateTable("job")
      .set({ state: "running" })
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", jobId)
      .where("state", "in", ["queued", "running"])
      .returning("input")
      .executeTakeFirst(),
  );
  if (!job) return;
  const progress = async (done: number): Promise<void> => {
    await database.within(workspaceId, (db) =>
      db.updateTable("job").set({ done }).where("workspace_id", "=", workspaceId).where("id", "=", jobId).execute(),
    );
  };
  const { ids, change } = job.input as unknown as { ids: string[]; change: BulkChange };
  const finish = (state: "done" | "failed", result: unknown) => (db: Parameters<Parameters<Database["within"]>[1]>[0]) =>
    db
      .updateTable("job")
      .set({ state, result: JSON.stringify(result), ended_at: new Date() })
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", jobId)
      .execute();
  try {
    await database.work({ ...who, origin: "job" }, async (tx) => {
      tx.change.endpoint("changeOpportunities");
      const result = await changeEach(tx, ids, change, progress);
      await finish("done", { ...result, undo: tx.change.id })(tx.db);
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "service.unavailable") throw error;
    await database.within(workspaceId, finish("failed", { code: error.code }));
  }
}

/** No file takes a day to come in. */
const HALF_RECEIVED_MS = 24 * 3_600_000;

type Working = {
  readonly database: Database;
  readonly owner: pg.Pool;
  readonly files: FileStore;
  readonly log: (message: string, error: unknown) => void;
  readonly logger: FastifyBaseLogger;
  readonly tasks: Readonly<Record<string, (payload: Payload) => Promise<void>>>;
};

export async function startJobs({ database, owner, files, log, logger: ours, tasks }: Working): Promise<Runner> {
  // The runner's own words are for who looks for them; a job that fails is told below.
  const logger = new Logger(() => (_level, message) => ours.debug({ from: "jobs" }, message));
  await runMigrations({ pgPool: owner, logger });
  const runner = await run({
    pgPool: owner,
    logger,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    crontab: "17 3 * * * tidy",
    taskList: {
      bulk: (payload) => runBulk(database, payload as Payload),
      tidy: async () => {
        const { rows } = await owner.query<{ workspace_id: string }>("select workspace_id from workspace");
        for (const row of rows) {
          await clearExpired(database, row.workspace_id);
          await clearOldImports(database, row.workspace_id);
          await clearDocuments(database, files, row.workspace_id);
        }
        await files.tidy(new Date(Date.now() - HALF_RECEIVED_MS));
      },
      ...Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as Payload)])),
    },
  });
  runner.events.on("job:error", ({ error }) => log("job failed", error));
  return runner;
}
