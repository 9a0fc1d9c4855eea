import { sql } from "kysely";
import { jobEndpoints, type BulkList } from "#contract/job.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { writeNotices } from "#server/notification/write-notices.ts";
import { changeManyClients } from "#server/client/change-clients.ts";
import { changeManyContacts } from "#server/opportunity/change-contacts.ts";
import { changeEach } from "#server/opportunity/change-opportunities.ts";
import { now } from "#server/platform/clock.ts";
import type { Database, ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle, signedIn } from "#server/platform/handle.ts";
import { getChange, undoChange } from "#server/undo/undo-change.ts";
import { loadWho } from "#server/user/identify.ts";

/** One's own work: nobody else's is there. */
async function getJob(tx: ReadTx, id: string) {
  const row = await tx.db
    .selectFrom("job")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .where("actor_id", "=", tx.actor.userId)
    .executeTakeFirst();
  if (!row) throw new Refusal("request.notFound");
  return row;
}

type Job = Awaited<ReturnType<typeof getJob>>;
const shown = ({ id, kind, state, done, total, result, input }: Job) => {
  const { list = "opportunities" } = input as { readonly list?: BulkList };
  return { id, kind, list: kind === "bulk" ? list : null, state: state as "queued", done, total, result };
};

export const showJob = handle(jobEndpoints.showJob, {
  subject: ({ tx, params }) => getJob(tx, params.id),
  allow: signedIn,
  run: async ({ subject }) => shown(subject),
});

/** The work is one transaction: cancelled, nothing of it is left. What was quicker than the wish to cancel stays, and says so. */
export const cancelJob = handle(jobEndpoints.cancelJob, {
  subject: ({ tx, params }) => getJob(tx, params.id),
  allow: signedIn,
  run: async ({ tx, subject }) => {
    const { rows } = await sql<{ id: string }>`update job set state = 'cancelled', ended_at = ${tx.at}, done = 0
      where workspace_id = ${tx.actor.workspaceId} and id = ${subject.id} and state in ('queued', 'running') returning id`.execute(tx.db);
    if (rows.length === 0) throw new Refusal("job.ended");
    tx.change.tell({ kind: "job.cancelled", type: "job", id: subject.id, name: "", fields: {} });
    return shown(await getJob(tx, subject.id));
  },
});

export type WorkPayload = { readonly workspaceId: string; readonly actorId: string; readonly jobId: string };
type Progress = (done: number) => Promise<void>;
type Work = (tx: WriteTx, input: never, progress: Progress) => Promise<object>;

/** Somebody cancelled it: everything is rolled back. */
class Cancelled extends Error {}

/** As the one who asked for it, in a transaction like a request's. It rings their bell when it is over: they may have left. */
async function runWork(database: Database, { workspaceId, actorId, jobId }: WorkPayload, work: Work): Promise<void> {
  const who = await loadWho(database, workspaceId, actorId);
  if (!who) return;
  const step = (change: { state?: string; done?: number }) =>
    database.within(workspaceId, (db) =>
      db
        .updateTable("job")
        .set(change)
        .where("workspace_id", "=", workspaceId)
        .where("id", "=", jobId)
        .where("state", "in", ["queued", "running"])
        .returning(["input", "kind"])
        .executeTakeFirst(),
    );
  const job = await step({ state: "running" });
  if (!job) return;
  const notices = [{ kind: "finished" as const, recipientId: actorId, record: { type: "job", id: jobId, name: "" }, count: 1 }];
  try {
    await database.work({ ...who, origin: "job" }, async (tx) => {
      const result = await work(tx, job.input as never, async (done) => {
        if (!(await step({ done }))) throw new Cancelled();
      });
      const { rows } =
        await sql`update job set state = 'done', done = coalesce(total, done), ended_at = ${tx.at}, change_id = ${tx.change.id},
          result = ${JSON.stringify({ ...result, undo: tx.change.id })}::jsonb
        where workspace_id = ${workspaceId} and id = ${jobId} and state = 'running' returning id`.execute(tx.db);
      if (rows.length === 0) throw new Cancelled();
      await writeNotices(tx, { notices, changeId: tx.change.id, actorId: null });
    });
  } catch (error) {
    if (error instanceof Cancelled) return;
    if (!(error instanceof Refusal) || error.code === "service.unavailable") throw error;
    const result = JSON.stringify({ code: error.code, ...error.details });
    await database.within(workspaceId, async (db) => {
      await sql`update job set state = 'failed', ended_at = ${now()}, result = ${result}::jsonb
        where workspace_id = ${workspaceId} and id = ${jobId} and state = 'running'`.execute(db);
      await writeNotices({ db, actor: { workspaceId, userId: actorId }, at: now() }, { notices, changeId: jobId, actorId: null });
    });
  }
}

/** Of which list the rows are; work of before other lists had any is of opportunities. */
type BulkInput = { readonly list?: BulkList; readonly ids: string[]; readonly change: object };
type Many = (tx: WriteTx, ids: readonly string[], change: never, progress: Progress) => Promise<object>;

const BULKS: Readonly<Record<BulkList, { readonly endpoint: string; readonly run: Many }>> = {
  opportunities: { endpoint: "changeOpportunities", run: changeEach },
  clients: { endpoint: "changeClients", run: changeManyClients },
  contacts: { endpoint: "changeContacts", run: changeManyContacts },
};

export function runBulk(database: Database, payload: WorkPayload): Promise<void> {
  return runWork(database, payload, async (tx, { list = "opportunities", ids, change }: BulkInput, progress) => {
    const { endpoint, run } = BULKS[list];
    tx.change.endpoint(endpoint);
    return { ...(await run(tx, ids, change as never, progress)), list };
  });
}

export function runUndo(database: Database, payload: WorkPayload): Promise<void> {
  return runWork(database, payload, async (tx, { token, force }: { token: string; force: boolean }, progress) => {
    tx.change.endpoint("undo");
    return { undone: await undoChange(tx, await getChange(tx, token), { force, progress }) };
  });
}
