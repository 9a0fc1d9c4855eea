import type { Selectable } from "kysely";
import type { ImportKind } from "#domain/exchange/fields.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { checkImport } from "#server/exchange/check-import.ts";
import { correctedTable } from "#server/exchange/correct-table.ts";
import { RowKeeper, storableJson } from "#server/exchange/import-row-store.ts";
import { applyRows, understand } from "#server/exchange/import-rows.ts";
import { summaryOf, updateImport } from "#server/exchange/import-store.ts";
import { readTable } from "#server/exchange/read-table.ts";
import { takeBackImport } from "#server/exchange/take-back-import.ts";
import type { Mapping } from "#server/exchange/understand.ts";
import { writeNotices } from "#server/notification/write-notices.ts";
import { now } from "#server/platform/clock.ts";
import type { Database, Who, WriteTx } from "#server/platform/database.ts";
import type { ImportTable } from "#server/platform/db.gen.ts";
import { takeNumbers } from "#server/platform/next-number.ts";
import { loadWho } from "#server/user/identify.ts";

type Payload = { readonly workspaceId: string; readonly actorId: string; readonly jobId: string };

type Job = { readonly database: Database; readonly who: Who; readonly row: Selectable<ImportTable>; readonly set: SetImport };
type SetImport = (change: Record<string, unknown>) => Promise<unknown>;

/** What an import has to do that lasts: checking a large file, importing, taking back. Each is done, or nothing of it. */
export async function runImportJob(database: Database, { workspaceId, actorId, jobId }: Payload): Promise<void> {
  const who = await loadWho(database, workspaceId, actorId);
  if (!who) return;
  const set: SetImport = (change) =>
    database.within(workspaceId, (db) =>
      db.updateTable("import").set(change).where("workspace_id", "=", workspaceId).where("id", "=", jobId).execute(),
    );
  const row = await database.within(workspaceId, (db) =>
    db.selectFrom("import").selectAll().where("workspace_id", "=", workspaceId).where("id", "=", jobId).executeTakeFirst(),
  );
  if (!row) return;
  const job = { database, who: { ...who, origin: "import" as const }, row, set };
  if (row.state === "checking") await orTold(job, "failed", () => checkFile(job));
  if (row.state === "running") await orTold(job, "failed", () => importFile(job));
  if (row.state === "reverting")
    await orTold(job, "done", () => database.work({ ...who, origin: "undo" }, (tx) => takeBackImport(tx, row)));
}

/** The database is away: the job is tried again. Anything else is told, with nothing done. */
async function orTold(job: Job, state: "failed" | "done", act: () => Promise<unknown>): Promise<void> {
  const { row, set } = job;
  try {
    await act();
  } catch (error) {
    if (error instanceof Refusal && error.code === "service.unavailable") throw error;
    const failure = error instanceof Refusal ? (error.fields[0]?.code ?? error.code) : "internal";
    await set({ state, summary: storableJson({ ...summaryOf(row), failure }) });
    if (state === "failed") await ringBell(job);
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Whoever started it may be elsewhere by now, for bad news too. */
async function ringBell({ database, who, row }: Job): Promise<void> {
  const { workspaceId, userId } = who.actor;
  const record = { type: "import" as const, id: row.id, name: row.file_name };
  const notices = [{ kind: "finished" as const, recipientId: userId, record, count: 1 }];
  await database.within(workspaceId, (db) =>
    writeNotices({ db, actor: { workspaceId, userId }, at: now() }, { notices, changeId: row.id, actorId: null }),
  );
}

function checkFile({ database, who, row, set }: Job): Promise<void> {
  const draft = { id: row.id, kind: row.kind as ImportKind, file: row.file, mapping: row.mapping as Mapping };
  return database.work(who, (tx) => checkImport(tx, draft, (done, total) => set({ done, total }).then(() => undefined)));
}

async function importFile({ database, who, row, set }: Job): Promise<void> {
  const before = summaryOf(row);
  const mapping = row.mapping as Mapping;
  const table = correctedTable(await readTable(row.file, mapping), mapping);
  const kept = row.kind === "opportunities" ? before.counts.create : 0;
  const numbers = await database.work(who, (tx) => numbersFor(tx, kept));
  await database.work(who, async (tx) => {
    tx.change.endpoint("runImport");
    const facts = { kind: row.kind as ImportKind, table, mapping, numbers };
    const keeper = new RowKeeper(tx, row.id);
    await keeper.forget();
    const { failedRows, ...checked } = await applyRows(tx, facts, await understand(tx, facts), {
      progress: (done) => set({ done }).then(() => undefined),
      failed: (one) => keeper.keep(one),
    });
    await keeper.flush();
    tx.change.tell({ kind: "import.done", type: "import", id: row.id, name: row.file_name, fields: {} });
    await updateImport(tx, row.id, {
      state: "done",
      done: table.rows.length,
      summary: storableJson({ ...before, ...checked }),
      failed_rows: JSON.stringify(failedRows),
      change_id: tx.change.id,
      ended_at: tx.at,
    });
  });
}

/** Taken in a transaction of their own: whoever creates an opportunity meanwhile does not wait for the file. */
async function numbersFor(tx: WriteTx, count: number): Promise<number[]> {
  if (count === 0) return [];
  const first = await takeNumbers(tx, "OPP", count);
  return Array.from({ length: count }, (_, at) => first + at);
}
