import { sql } from "kysely";
import { exchangeEndpoints } from "#contract/exchange.ts";
import type { ImportKind } from "#domain/exchange/fields.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { correctedTable } from "#server/exchange/correct-table.ts";
import { failedRowsFile } from "#server/exchange/failed-rows.ts";
import { RowKeeper, storableJson } from "#server/exchange/import-row-store.ts";
import { checkRows, understand } from "#server/exchange/import-rows.ts";
import {
  byOwner,
  fileOf,
  getImport,
  mayImport,
  shown,
  updateImport,
  type StoredImport,
  type Summary,
} from "#server/exchange/import-store.ts";
import { readTable } from "#server/exchange/read-table.ts";
import type { Mapping } from "#server/exchange/understand.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { handle, signedIn } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";
import { getChange, undoChange } from "#server/undo/undo-change.ts";

type Draft = { readonly id: string; readonly kind: ImportKind; readonly file: Buffer; readonly mapping: Mapping };

/** Reads the file, checks every row, and keeps what was found. */
async function check(tx: WriteTx, { id, kind, file, mapping }: Draft): Promise<void> {
  const table = correctedTable(await readTable(file, mapping), mapping);
  const facts = { kind, table, mapping };
  const understood = await understand(tx, facts);
  const keeper = new RowKeeper(tx, id);
  await keeper.forget();
  const checked = await checkRows(tx, facts, understood, (row) => keeper.keep(row));
  await keeper.flush();
  const summary: Summary = { encoding: table.encoding, separator: table.separator, ...understood, ...checked };
  await updateImport(tx, id, {
    mapping: JSON.stringify(mapping),
    summary: storableJson(summary),
    state: "draft",
    total: checked.counts.rows,
  });
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
        const { counts } = row.summary as unknown as Summary;
        return {
          id: row.id,
          kind: row.kind as ImportKind,
          fileName: row.file_name,
          state: row.state,
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
function merged(before: Mapping, change: Mapping): Mapping {
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
  const { stageValues } = row.summary as unknown as Summary;
  for (const value of Object.keys(stages ?? {}))
    if (!stageValues.some((known) => known.value === value))
      throw refuseField(`/stages/${value.replaceAll("~", "~0").replaceAll("/", "~1")}`, "field.unknown");
}

export const runImport = handle(exchangeEndpoints.runImport, {
  subject: ({ tx, params }) => getImport(tx, params.id),
  allow: byOwner,
  run: async ({ tx, subject, request }) => {
    refuseUnless(subject, ["draft"]);
    const summary = subject.summary as unknown as Summary;
    const isAsking = summary.columns.some(({ question }) => question !== undefined);
    if (isAsking || summary.missing.length > 0) throw new Refusal("import.notReady", { reason: isAsking ? "questions" : "missing" });
    await updateImport(tx, subject.id, { state: "running", done: 0 });
    await sql`select enqueue_job('import', ${JSON.stringify({ workspaceId: tx.actor.workspaceId, actorId: tx.actor.userId, jobId: subject.id })}::jsonb)`.execute(
      tx.db,
    );
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
    await undoChange(tx, await getChange(tx, subject.change_id), false);
    // The ids of the other system point at nothing any more: the same file can be imported again.
    await updateImport(tx, subject.id, { state: "reverted", ended_at: tx.at });
    tx.change.tell({ kind: "import.reverted", type: "import", id: subject.id, name: subject.file_name, fields: {} });
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
