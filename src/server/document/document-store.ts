import { sql, type Selectable } from "kysely";
import { maySeeDocuments } from "#domain/document/policy.ts";
import { contradicts, isProgram } from "#domain/document/file-type.ts";
import { fieldsChanged, type FactKind } from "#domain/shared/fact.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { lockOpportunities, touchOpportunity, untouchOpportunity } from "#server/opportunity/follow-opportunity.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { DocumentTable } from "#server/platform/db.gen.ts";
import { newId } from "#server/platform/new-id.ts";
import type { TakenFile } from "#server/platform/receive-file.ts";

type DocumentColumns = Selectable<DocumentTable>;
export type StoredDocument = DocumentColumns & { readonly managerId: string | null; readonly teamId: string | null };
export type DocumentChange = Partial<Pick<DocumentColumns, "name" | "file_number" | "deleted_at" | "deleted_by">>;

export async function findDocument(tx: ReadTx, id: string): Promise<StoredDocument | undefined> {
  const row = await tx.db
    .selectFrom("document")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && placedDocument(row);
}

export async function getDocument(tx: ReadTx, id: string, also: { readonly deleted?: boolean } = {}): Promise<StoredDocument> {
  const row = await findDocument(tx, id);
  if (!row || row.owner_deleted || (row.deleted_at && !also.deleted) || !maySeeDocuments(tx.actor, row))
    throw new Refusal("request.notFound");
  return row;
}

function placedDocument(row: DocumentColumns): StoredDocument {
  return { ...row, managerId: row.opportunity_manager_id, teamId: row.opportunity_team_id };
}

export async function insertDocument(tx: WriteTx, opportunityId: string, file: TakenFile): Promise<StoredDocument> {
  await lockOpportunities(tx, [opportunityId]);
  const row = await tx.db
    .insertInto("document")
    .values({
      workspace_id: tx.actor.workspaceId,
      id: newId(),
      opportunity_id: opportunityId,
      name: file.name,
      file_number: 1,
      created_at: tx.at,
      created_by: tx.actor.userId,
      updated_at: tx.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const after = placedDocument(row);
  await insertFile(tx, after.id, 1, file);
  await touchOpportunity(tx, opportunityId, { sourceId: after.id, kind: "document", at: tx.at });
  tellOf(tx, { kind: "document.created", before: {}, after });
  return after;
}

/** The next number after all there ever were: going back to a former version takes none away. */
export async function addFile(tx: WriteTx, documentId: string, file: TakenFile): Promise<number> {
  const { rows } = await sql<{ next: number }>`select coalesce(max(number), 0) + 1 as next from document_file
    where workspace_id = ${tx.actor.workspaceId} and document_id = ${documentId}`.execute(tx.db);
  const number = rows[0]?.next ?? 1;
  await insertFile(tx, documentId, number, file);
  return number;
}

async function insertFile(tx: WriteTx, documentId: string, number: number, file: TakenFile): Promise<void> {
  await tx.db
    .insertInto("document_file")
    .values({
      workspace_id: tx.actor.workspaceId,
      document_id: documentId,
      number,
      id: file.id,
      name: file.name,
      content_type: file.contentType,
      byte_size: String(file.byteSize),
      sha256: file.sha256,
      width: file.width,
      height: file.height,
      thumbnail: file.thumbnail,
      created_at: tx.at,
      created_by: tx.actor.userId,
    })
    .execute();
}

/** Every path of a change, also back: a new version is a touch, a deleted document is none. */
export async function saveDocument(tx: WriteTx, before: StoredDocument, change: DocumentChange, kind: FactKind): Promise<void> {
  await lockOpportunities(tx, [before.opportunity_id]);
  const row = await tx.db
    .updateTable("document")
    .set({ ...change, version: before.version + 1, updated_at: tx.at })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new Refusal("record.stale");
  const after = placedDocument(row);
  if (change.file_number !== undefined || change.deleted_at !== undefined) await follow(tx, after);
  tellOf(tx, { kind, before, after });
}

async function follow(tx: WriteTx, { id, opportunity_id, deleted_at, file_number }: StoredDocument): Promise<void> {
  if (deleted_at) return untouchOpportunity(tx, opportunity_id, id);
  const { created_at } = await tx.db
    .selectFrom("document_file")
    .select("created_at")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("document_id", "=", id)
    .where("number", "=", file_number)
    .executeTakeFirstOrThrow();
  return touchOpportunity(tx, opportunity_id, { sourceId: id, kind: "document", at: created_at });
}

/** A document is never renamed into what could not have been added. */
export function refuseName(name: string, contentType: string): void {
  if (isProgram(name, contentType)) throw refuseField("/name", "file.program");
  if (contradicts(name, contentType)) throw refuseField("/name", "file.contradicts");
}

type Story = { readonly kind: FactKind; readonly before: DocumentChange; readonly after: StoredDocument };
const TOLD = ["name", "file_number", "deleted_at"] as const;

function tellOf(tx: WriteTx, { kind, before, after }: Story): void {
  const pick = (row: DocumentChange): Record<string, unknown> =>
    Object.fromEntries(TOLD.map((column) => [column, row[column] instanceof Date ? row[column].toISOString() : (row[column] ?? null)]));
  tx.change.tell({
    kind,
    type: "document",
    id: after.id,
    name: after.name,
    opportunityId: after.opportunity_id,
    clientId: after.client_id,
    fields: fieldsChanged(pick(before), pick(after)),
    version: after.version,
    visibility: [{ managerId: after.managerId, teamId: after.teamId }],
  });
}
