import { sql, type RawBuilder } from "kysely";
import { documentEndpoints } from "#contract/document.ts";
import { mayReadClients } from "#domain/client/policy.ts";
import { mayReadDocuments, maySeeDocuments } from "#domain/document/policy.ts";
import { getClient } from "#server/client/client-store.ts";
import { getDocument } from "#server/document/document-store.ts";
import {
  documentColumns,
  documentJoins,
  fileColumns,
  presentDocument,
  presentFile,
  showOneDocument,
  type DocumentRow,
  type FileRow,
} from "#server/document/present-document.ts";
import { visibleOpportunity } from "#server/opportunity/show-opportunity.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import { newestFirst, nextAfter } from "#server/platform/newest-first.ts";

type Query = { readonly limit: number; readonly cursor?: string | undefined; readonly deleted?: boolean | undefined };

/** The list says how large a file may be: who adds one need not send it to learn that. */
export function listDocumentsWith(limitBytes: number) {
  return {
    listOpportunityDocuments: handle(documentEndpoints.listOpportunityDocuments, {
      subject: ({ tx, params }) => visibleOpportunity(tx, params.id),
      allow: maySeeDocuments,
      run: async ({ tx, subject, query }) => ({ ...(await pageOfDocuments(tx, sql`d.opportunity_id = ${subject.id}`, query)), limitBytes }),
    }),
    listClientDocuments: handle(documentEndpoints.listClientDocuments, {
      subject: ({ tx, params }) => getClient(tx, params.id),
      allow: (actor) => mayReadClients(actor) && mayReadDocuments(actor),
      run: async ({ tx, subject, query }) => ({ ...(await pageOfDocuments(tx, sql`d.client_id = ${subject.id}`, query)), limitBytes }),
    }),
  };
}

/** Newest first. The row policy leaves out what belongs to opportunities the reader may not see. */
async function pageOfDocuments(tx: ReadTx, owner: RawBuilder<unknown>, { limit, cursor, deleted = false }: Query) {
  const about = sql`d.workspace_id = ${tx.actor.workspaceId} and ${owner} and d.deleted_at is ${deleted ? sql`not null` : sql`null`}
    and not d.owner_deleted`;
  const { rows } = await sql<DocumentRow>`
    select ${documentColumns} from document d ${documentJoins} where ${about} and ${newestFirst(cursor, { at: "d.created_at", id: "d.id" })}
    order by d.created_at desc, d.id desc limit ${limit + 1}`.execute(tx.db);
  const counted = await sql<{ count: string }>`select count(*) as count from document d where ${about}`.execute(tx.db);
  return {
    data: rows.slice(0, limit).map((row) => presentDocument(tx, row)),
    page: { nextCursor: nextAfter(rows, limit) },
    total: Number(counted.rows[0]?.count ?? 0),
  };
}

export const showDocument = handle(documentEndpoints.showDocument, {
  subject: ({ tx, params }) => getDocument(tx, params.id),
  allow: maySeeDocuments,
  run: ({ tx, subject }) => showOneDocument(tx, subject.id),
});

export const listDocumentVersions = handle(documentEndpoints.listDocumentVersions, {
  subject: ({ tx, params }) => getDocument(tx, params.id),
  allow: maySeeDocuments,
  run: async ({ tx, subject }) => {
    const { rows } = await sql<FileRow & { name: string }>`select f.name, ${fileColumns} from document_file f
      join app_user u on u.workspace_id = f.workspace_id and u.id = f.created_by
      where f.workspace_id = ${tx.actor.workspaceId} and f.document_id = ${subject.id} order by f.number desc`.execute(tx.db);
    return { data: rows.map((row) => ({ ...presentFile(row), name: row.name, isInUse: row.number === subject.file_number })) };
  },
});
