import { sql } from "kysely";
import { exchangeEndpoints } from "#contract/exchange.ts";
import type { ImportKind } from "#domain/exchange/fields.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { checkImport, type Draft } from "#server/exchange/check-import.ts";
import { failedRowsFile } from "#server/exchange/failed-rows.ts";
import { byOwner, fileOf, getImport, mayImport, shown, summaryOf, updateImport, type StoredImport } from "#server/exchange/import-store.ts";
import type { Mapping } from "#server/exchange/understand.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { handle, signedIn } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";
import { takeBackImport } from "#server/exchange/take-back-import.ts";

/** What one request can check or take back; more is left to a job. */
const BYTES_AT_ONCE = 2_000_000;
const RECORDS_AT_ONCE = 300;

async function check(tx: WriteTx, draft: Draft): Promise<void> {
  if (draft.file.length <= BYTES_AT_ONCE) return checkImport(tx, draft);
  await updateImport(tx, draft.id, { mapping: JSON.stringify(draft.mapping), state: "checking", done: 0 });
  await enqueue(tx, draft.id);
}

async function enqueue(tx: WriteTx, jobId: string): Promise<void> {
  const payload = JSON.stringify({ workspaceId: tx.actor.workspaceId, actorId: tx.actor.userId, jobId });
  await sql`select enqueue_job('import', ${payload}::jsonb)`.execute(tx.db);
}

export const startImport = handle(exchangeEndpoints.startImport, {
  subject: async ({ request }) => {
    if (!request.upload) throw refuseField("/file", "value.required");
    return request.upload;
  },
  allow: (actor, _subject, { query }) => mayImport(actor, query.kind),
  run: async ({ tx, subject: upload, query, request }) => {
    const id = newId();
    const fileName =
      (query.fileName ?? upload.name)
        .replace(/[^\p{L}\p{N}\p{P}\p{S} ]|[/\\]/gu, " ")
        .trim()
        .slice(0, 300) || "import.csv";
    await tx.db
      .insertInto("import")
      .values({
        workspace_id: tx.actor.workspaceId,
        id,
        kind: query.kind,
        file_name: fileName,
        file: upload.bytes,
        actor_id: tx.actor.userId,
        created_at: tx.at,
      })
      .execute();
    tx.change.tell({ kind: "import.prepared", type: "import", id, name: fileName, fields: {} });
    await check(tx, { id, kind: query.kind, file: upload.bytes, mapping: {} });
    return shown(tx, id, request);
  },
});

export const showImport = handle(exchangeEndpoints.showImport, {
  subject: ({ tx, params }) => getImport(tx, params.id),
  allow: byOwner,
  run: ({ tx, subject, request }) => shown(tx, subject.id, request),
});

export const listImports = handle(exchangeEndpoints.listImports, {
  subject: async () => undefined,
  allow: signedIn,
  run: async ({ tx }) => {
    const rows = await tx.db
      .selectFrom("import")
      .select(["id", "kind", "file_name", "state", "created_at", "summary"])
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("actor_id", "=", tx.actor.userId)
      .where("state", "<>", "cancelled")
      .orderBy("created_at", "desc")
      .limit(100)
      .execute();
    return {
      data: rows.map((row) => {
        const { counts } = summaryOf(row);
        return {
          id: row.id,
          kind: row.kind as ImportKind,
          fileName: row.file_name,
          state: row.state as "draft",
          createdAt: row.created_at.toISOString(),
          created: counts.create,
          updated: counts.update,
          failed: counts.failed,
        };
      }),
    };
  },
});

export const mapImport = handle(exchangeEndpoints.mapImport, {
  subject: ({ tx, params }) => getImport(tx, params.id),
  allow: byOwner,
  run: async ({ tx, subject, body, request }) => {
    refuseUnless(subject, ["draft", "failed"]);
    const mapping = merged(subject.mapping as Mapping, body);
    refuseUnknownStages(subject, body);
    const { file } = await fileOf(tx, subject.id);
    await check(tx, { id: subject.id, kind: subject.kind as ImportKind, file, mapping });
    return shown(tx, subject.id, request);
  },
});

/** Each part is merged: correcting one column keeps the others. */
function merged(known: Mapping, change: Mapping): Mapping {
  const { source, encoding, separator } = known;
  // Written otherwise, the file has other headers and values: what was said of them no longer applies.
  const isReread = change.encoding !== undefined || change.separator !== undefined;
  const before: Mapping = isReread ? { source, encoding, separator } : known;
  const parts = ["columns", "dateOrders", "decimals", "stages", "owners"] as const;
  const rows = ["corrections", "replacements"] as const;
  return {
    ...before,
    ...change,
    ...Object.fromEntries(parts.map((part) => [part, { ...before[part], ...change[part] }])),
    ...Object.fromEntries(rows.map((part) => [part, mergedRows(before[part] ?? {}, change[part] ?? {})])),
  };
}

type Rows = Readonly<Record<string, Readonly<Record<string, string>>>>;

function mergedRows(before: Rows, change: Rows): Rows {
  const entries = Object.entries(change).map(([key, values]) => [key, { ...before[key], ...values }] as const);
  return { ...before, ...Object.fromEntries(entries) };
}

function refuseUnknownStages(row: StoredImport, { stages }: Mapping): void {
  const { stageValues } = summaryOf(row);
  for (const value of Object.keys(stages ?? {}))
    if (!stageValues.some((known) => known.value === value))
      throw refuseField(`/stages/${value.replaceAll("~", "~0").replaceAll("/", "~1")}`, "field.unknown");
}

export const runImport = handle(exchangeEndpoints.runImport, {
  subject: ({ tx, params }) => getImport(tx, params.id),
  allow: byOwner,
  run: async ({ tx, subject, request }) => {
    refuseUnless(subject, ["draft"]);
    const summary = summaryOf(subject);
    const isAsking = summary.columns.some(({ question }) => question !== undefined);
    if (isAsking || summary.missing.length > 0) throw new Refusal("import.notReady", { reason: isAsking ? "questions" : "missing" });
    await updateImport(tx, subject.id, { state: "running", done: 0 });
    await enqueue(tx, subject.id);
    return shown(tx, subject.id, request);
  },
});

export const cancelImport = handle(exchangeEndpoints.cancelImport, {
  subject: ({ tx, params }) => getImport(tx, params.id),
  allow: byOwner,
  run: async ({ tx, subject }) => {
    refuseUnless(subject, ["draft", "failed"]);
    await updateImport(tx, subject.id, { state: "cancelled", ended_at: tx.at, file: Buffer.alloc(0) });
  },
});

export const revertImport = handle(exchangeEndpoints.revertImport, {
  subject: ({ tx, params }) => getImport(tx, params.id),
  allow: byOwner,
  run: async ({ tx, subject, request }) => {
    refuseUnless(subject, ["done"]);
    if (subject.change_id === null) throw new Refusal("import.notReady");
    const { counts } = summaryOf(subject);
    if (counts.create + counts.update > RECORDS_AT_ONCE) {
      await updateImport(tx, subject.id, { state: "reverting" });
      await enqueue(tx, subject.id);
    } else await takeBackImport(tx, subject);
    return shown(tx, subject.id, request);
  },
});

export const downloadFailedRows = handle(exchangeEndpoints.downloadFailedRows, {
  subject: ({ tx, params }) => getImport(tx, params.id),
  allow: byOwner,
  run: async ({ tx, subject, request, effects }) => {
    const body = await failedRowsFile(tx, { ...subject, ...(await fileOf(tx, subject.id)) }, request.locale);
    effects.download({ name: `${subject.file_name.replace(/\.[a-z]{1,4}$/i, "")}-errors.csv`, type: "text/csv; charset=utf-8", body });
  },
});

function refuseUnless(row: StoredImport, states: readonly string[]): void {
  if (!states.includes(row.state)) throw new Refusal("import.notReady", { state: row.state });
}
