import { sql, type Selectable } from "kysely";
import { mayWriteClients } from "#domain/client/policy.ts";
import { mayWriteContacts } from "#domain/contact/policy.ts";
import type { ImportKind } from "#domain/exchange/fields.ts";
import { mayCreateOpportunities } from "#domain/opportunity/policy.ts";
import type { Actor } from "#domain/shared/actor.ts";
import { addDays } from "#domain/shared/day.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import type { Checked, Understood } from "#server/exchange/import-rows.ts";
import type { Table } from "#server/exchange/read-table.ts";
import { now } from "#server/platform/clock.ts";
import type { Database, ReadTx, WriteTx } from "#server/platform/database.ts";
import type { ImportTable } from "#server/platform/db.gen.ts";
import type { RequestFacts } from "#server/platform/request.ts";
import { UNDO_DAYS } from "#server/undo/undoable.ts";
import { problemWords } from "#words/problem-words.ts";

/** An import without its file, which is read only where it is needed. */
export type StoredImport = Omit<Selectable<ImportTable>, "file" | "failed_rows">;
/** What a file was found to be, kept so that showing it reads nothing again. */
export type Summary = Pick<Table, "encoding" | "separator"> & Understood & Checked & { readonly failure?: string };

const NOTHING_YET: Summary = {
  encoding: "",
  separator: "",
  columns: [],
  stageValues: [],
  ownerValues: [],
  missing: [],
  counts: {
    rows: 0,
    create: 0,
    update: 0,
    same: 0,
    failed: 0,
    skipped: 0,
    duplicates: 0,
    ownersNotFound: 0,
    clientsCreated: 0,
    reasonNotStated: 0,
  },
  problems: [],
  preview: [],
  made: [],
};

/** A large file has no summary until the job has checked it. */
export function summaryOf({ summary }: Pick<StoredImport, "summary">): Summary {
  return summary === null ? NOTHING_YET : (summary as unknown as Summary);
}

const COLUMNS = [
  "workspace_id",
  "id",
  "kind",
  "file_name",
  "state",
  "mapping",
  "summary",
  "done",
  "total",
  "change_id",
  "actor_id",
  "version",
  "created_at",
  "ended_at",
] as const;

export function mayImport(actor: Actor, kind: ImportKind): boolean {
  if (kind === "contacts") return mayWriteContacts(actor);
  return kind === "opportunities" ? mayCreateOpportunities(actor) : mayWriteClients(actor);
}

export const byOwner = ({ rights }: Actor, row: Pick<StoredImport, "kind">): boolean =>
  mayImport({ rights } as Actor, row.kind as ImportKind);

/** An import is its maker's own: nobody else sees the file. */
export async function getImport(tx: ReadTx, id: string): Promise<StoredImport> {
  const row = await tx.db
    .selectFrom("import")
    .select(COLUMNS)
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .where("actor_id", "=", tx.actor.userId)
    .executeTakeFirst();
  if (!row || row.state === "cancelled") throw new Refusal("request.notFound");
  return row;
}

export async function fileOf(tx: ReadTx, id: string): Promise<Pick<Selectable<ImportTable>, "file" | "failed_rows">> {
  return tx.db
    .selectFrom("import")
    .select(["file", "failed_rows"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

export async function updateImport(tx: WriteTx, id: string, change: Record<string, unknown>): Promise<void> {
  await tx.db.updateTable("import").set(change).where("workspace_id", "=", tx.actor.workspaceId).where("id", "=", id).execute();
}

function sentenceOf(code: string, locale: RequestFacts["locale"]): string {
  const { title, field, internal } = problemWords[locale];
  if (code === "internal") return internal;
  return (title as Readonly<Record<string, string>>)[code] ?? field(code);
}

/** An import as it is answered, in the language asked for. */
export async function shown(tx: ReadTx, id: string, { locale }: Pick<RequestFacts, "locale">) {
  const row = await getImport(tx, id);
  const summary = summaryOf(row);
  const { encoding, separator, columns, missing, counts, problems, preview, made, failure } = summary;
  const words = problemWords[locale];
  const isRevertible = row.state === "done" && row.change_id !== null && row.ended_at !== null;
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
    stageValues: [...summary.stageValues],
    ownerValues: [...(summary.ownerValues ?? [])],
    questions: columns.flatMap(({ question }) => question ?? []),
    counts: { ...counts, duplicates: counts.duplicates ?? 0 },
    made: [...made],
    missing: [...missing],
    problems: problems.map((one) => ({ ...one, detail: words.field(one.code) })),
    preview: [...preview],
    done: row.done,
    total: row.total,
    failure: failure ?? null,
    failureDetail: failure === undefined ? null : sentenceOf(failure, locale),
    changeId: row.change_id,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    revertibleUntil: isRevertible && row.ended_at ? addDays(dayInZone(row.ended_at.toISOString(), tx.agency.timezone), UNDO_DAYS) : null,
  };
}

const DRAFT_DAYS = 7;
const daysAgo = (days: number): Date => new Date(now().getTime() - days * 86_400_000);

/** Drafts are kept a week. A file and its rows go when the import can no longer be taken back; what came of it stays. */
export async function clearOldImports(database: Database, workspaceId: string): Promise<void> {
  const gone = { file: Buffer.alloc(0), failed_rows: null };
  await database.within(workspaceId, async (db) => {
    await db
      .updateTable("import")
      .set({ ...gone, state: "cancelled", ended_at: now() })
      .where("workspace_id", "=", workspaceId)
      .where("state", "in", ["draft", "failed"])
      .where("created_at", "<", daysAgo(DRAFT_DAYS))
      .execute();
    await db
      .updateTable("import")
      .set(gone)
      .where("workspace_id", "=", workspaceId)
      .where("state", "in", ["done", "reverted"])
      .where("ended_at", "<", daysAgo(UNDO_DAYS))
      .execute();
    await db
      .deleteFrom("import_row")
      .where("workspace_id", "=", workspaceId)
      .where("import_id", "in", (from) =>
        from
          .selectFrom("import")
          .select("id")
          .where("workspace_id", "=", workspaceId)
          .where(sql<boolean>`length(file) = 0`),
      )
      .execute();
  });
}
