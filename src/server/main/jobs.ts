import type { FastifyBaseLogger } from "fastify";
import { Logger, run, runMigrations, type Runner } from "graphile-worker";
import type pg from "pg";
import { clearOldImports } from "#server/exchange/import-store.ts";
import { clearDocuments } from "#server/document/clear-documents.ts";
import type { FileStore } from "#server/platform/file-store.ts";
import { runBulk, runUndo, type WorkPayload } from "#server/main/background-work.ts";
import { clearOldNotifications } from "#server/notification/mails.ts";
import type { NoticePost } from "#server/notification/notice-post.ts";
import type { Database } from "#server/platform/database.ts";
import type { Outbox } from "#server/platform/outbox.ts";
import { clearExpired } from "#server/session/sessions.ts";

/** No file takes a day to come in. */
const HALF_RECEIVED_MS = 24 * 3_600_000;

type Working = {
  readonly database: Database;
  readonly owner: pg.Pool;
  readonly files: FileStore;
  readonly outbox: Outbox;
  readonly post: NoticePost;
  readonly log: (message: string, error: unknown) => void;
  readonly logger: FastifyBaseLogger;
  readonly tasks: Readonly<Record<string, (payload: WorkPayload) => Promise<void>>>;
};

export async function startJobs({ database, owner, files, outbox, post, log, logger: ours, tasks }: Working): Promise<Runner> {
  // The runner's own words are for who looks for them; a job that fails is told below.
  const logger = new Logger(() => (_level, message) => ours.debug({ from: "jobs" }, message));
  await runMigrations({ pgPool: owner, logger });
  const inEach = async (act: (workspaceId: string) => Promise<void>): Promise<void> => {
    const { rows } = await owner.query<{ workspace_id: string }>("select workspace_id from workspace");
    for (const row of rows) await act(row.workspace_id);
  };
  const runner = await run({
    pgPool: owner,
    logger,
    // Two long ones do not keep a mail waiting.
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    crontab: "17 3 * * * tidy\n* * * * * outbox",
    taskList: {
      bulk: (payload) => runBulk(database, payload as WorkPayload),
      undo: (payload) => runUndo(database, payload as WorkPayload),
      mail: (payload) => {
        const { workspaceId, jobId } = payload as WorkPayload;
        return outbox.send({ workspaceId, id: jobId });
      },
      outbox: () =>
        inEach(async (workspaceId) => {
          await post.deliver(workspaceId);
          await outbox.sweep(workspaceId);
        }),
      // Enqueued by versions before this one.
      notices: (payload) => post.deliver((payload as WorkPayload).workspaceId),
      tidy: async () => {
        await inEach(async (workspaceId) => {
          await clearExpired(database, workspaceId);
          await clearOldImports(database, workspaceId);
          await clearOldNotifications(database, workspaceId);
          await clearDocuments(database, files, workspaceId);
        });
        await files.tidy(new Date(Date.now() - HALF_RECEIVED_MS));
      },
      ...Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as WorkPayload)])),
    },
  });
  runner.events.on("job:error", ({ error }) => log("job failed", error));
  return runner;
}
