import { sql, type Selectable } from "kysely";
import { exchangeEndpoints } from "#contract/exchange.ts";
import { mayWriteClients } from "#domain/client/policy.ts";
import { mayWriteContacts } from "#domain/contact/policy.ts";
import { mayCreateOpportunities } from "#domain/opportunity/policy.ts";
import type { ImportKind } from "#domain/exchange/fields.ts";
import type { Actor, Locale } from "#domain/shared/actor.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { failedRowsFile } from "#server/exchange/failed-rows.ts";
import { checkRows, understand, type Checked, type Understood } from "#server/exchange/import-rows.ts";
import { readTable, type Table } from "#server/exchange/read-table.ts";
import type { Mapping } from "#server/exchange/understand.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { ImportTable } from "#server/platform/db.gen.ts";
import { handle, signedIn } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";
import { getChange, undoChange } from "#server/undo/undo-change.ts";
import { problemWords } from "#words/problem-words.ts";

type StoredImport = Selectable<ImportTable>;
/** What a file was found to be, kept so that showing it reads nothing again. */
export type Summary = Pick<Table, "encoding" | "separator"> & Understood & Checked & { readonly failure?: string };

export function mayImport(actor: Actor, kind: ImportKind): boolean {
  if (kind === "contacts") return mayWriteContacts(actor);
  return kind === "opportunities" ? mayCreateOpportunities(actor) : mayWriteClients(actor);
}

/** An import is its maker's own: nobody else sees the file. */
async function getImport(tx: ReadTx, id: string): Promise<StoredImport> {
  const row = await tx.db
    .selectFrom("import")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .where("actor_id", "=", tx.actor.userId)
    .executeTakeFirst();
  if (!row || row.state === "cancelled") throw new Refusal("request.notFound");
  return row;
}

const byOwner = ({ rights }: Actor, row: StoredImport): boolean => mayImport({ rights } as Actor, row.kind as ImportKind);

async function check(tx: ReadTx, kind: ImportKind, file: Buffer, mapping: Mapping): Promise<Summary> {
  const table = await readTable(file);
  const facts = { kind, table, mapping };
  const understood = await understand(tx, facts);
  const checked = await checkRows(tx, facts, understood);
  return { encoding: table.encoding, separator: table.separator, ...understood, ...checked };
}

export const startImport = handle(exchangeEndpoints.startImport, {
  subject: async ({ request }) => {
    if (!request.upload) throw refuseField("/file", "value.required");
    return request.upload;
  },
  allow: (actor, _subject, { query }) => mayImport(actor, query.kind),
  run: async ({ tx, subject: upload, query, request }) => {
    const summary = await check(tx, query.kind, upload.bytes, {});
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
        summary: storable(summary),
        total: summary.counts.rows,
        actor_id: tx.actor.userId,
        created_at: tx.at,
      })
      .execute();
    return present(await getImport(tx, id), request.locale);
  },
});

export const showImport = handle(exchangeEndpoints.showImport, {
  subject: ({ tx, params }) => getImport(tx, params.id),
  allow: byOwner,
  run: async ({ subject, request }) => present(subject, request.locale),
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
    const summary = await check(tx, subject.kind as ImportKind, subject.file, mapping);
    await update(tx, subject.id, { mapping: JSON.stringify(mapping), summary: storable(summary), state: "draft" });
    return present(await getImport(tx, subject.id), request.locale);
  },
});

/** Each part is merged: correcting one column keeps the others. */
function merged(before: Mapping, change: Mapping): Mapping {
  return {
    columns: { ...before.columns, ...change.columns },
    dateOrders: { ...before.dateOrders, ...change.dateOrders },
    decimals: { ...before.decimals, ...change.decimals },
    stages: { ...before.stages, ...change.stages },
    ...(change.source === undefined ? (before.source === undefined ? {} : { source: before.source }) : { source: change.source }),
  };
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
    await update(tx, subject.id, { state: "running", done: 0 });
    await sql`select enqueue_job('import', ${JSON.stringify({ workspaceId: tx.actor.workspaceId, actorId: tx.actor.userId, jobId: subject.id })}::jsonb)`.execute(
      tx.db,
    );
    return present(await getImport(tx, subject.id), request.locale);
  },
});

export const cancelImport = handle(exchangeEndpoints.cancelImport, {
  subject: ({ tx, params }) => getImport(tx, params.id),
  allow: byOwner,
  run: async ({ tx, subject }) => {
    refuseUnless(subject, ["draft", "failed"]);
    await update(tx, subject.id, { state: "cancelled", ended_at: tx.at, file: Buffer.alloc(0) });
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
    await update(tx, subject.id, { state: "reverted", ended_at: tx.at });
    tx.change.tell({ kind: "import.reverted", type: "import", id: subject.id, name: subject.file_name, fields: {} });
    return present(await getImport(tx, subject.id), request.locale);
  },
});

export const downloadFailedRows = handle(exchangeEndpoints.downloadFailedRows, {
  subject: ({ tx, params }) => getImport(tx, params.id),
  allow: byOwner,
  run: async ({ tx, subject, request, effects }) => {
    const body = await failedRowsFile(tx, subject, request.locale);
    effects.download({ name: `${subject.file_name.replace(/\.[a-z]{1,4}$/i, "")}-errors.csv`, type: "text/csv; charset=utf-8", body });
  },
});

function refuseUnless(row: StoredImport, states: readonly string[]): void {
  if (!states.includes(row.state)) throw new Refusal("import.notReady", { state: row.state });
}

async function update(tx: WriteTx, id: string, change: Record<string, unknown>): Promise<void> {
  await tx.db.updateTable("import").set(change).where("workspace_id", "=", tx.actor.workspaceId).where("id", "=", id).execute();
}

/** What a file holds and a database cannot: shown by the sign for it. */
export function storable(summary: Summary): string {
  return JSON.stringify(summary).replace(/\\u(0000|d[89a-f][0-9a-f]{2})/g, "\\ufffd");
}

function present(row: StoredImport, locale: Locale) {
  const { encoding, separator, columns, stageValues, missing, counts, problems, preview, made, failure } =
    row.summary as unknown as Summary;
  const words = problemWords[locale];
  return {
    id: row.id,
    kind: row.kind as ImportKind,
    fileName: row.file_name,
    state: row.state as "draft",
    encoding,
    separator,
    columns: columns.map(({ header, field, why, samples, filled, dateOrder, decimalSign, question }) => ({
      header,
      field,
      why,
      samples: [...samples],
      filled,
      decimal: decimalSign,
      dateOrder,
      ambiguous: question !== undefined,
    })),
    stageValues: [...stageValues],
    questions: columns.flatMap(({ question }) => question ?? []),
    counts,
    made: [...made],
    missing: [...missing],
    problems: problems.map((one) => ({ ...one, detail: words.field(one.code) })),
    preview: [...preview],
    done: row.done,
    total: row.total,
    failure: failure ?? null,
    changeId: row.change_id,
    createdAt: row.created_at.toISOString(),
  };
}
