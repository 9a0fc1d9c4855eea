import { documentEndpoints } from "#contract/document.ts";
import { fileNameOf, nameWithVersion, renamed } from "#domain/document/file-name.ts";
import { mayEditDocuments } from "#domain/document/policy.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { addFile, getDocument, insertDocument, refuseName, saveDocument, type StoredDocument } from "#server/document/document-store.ts";
import { showOneDocument } from "#server/document/present-document.ts";
import { visibleOpportunity } from "#server/opportunity/show-opportunity.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";

const current = (tx: ReadTx, subject: StoredDocument) => showOneDocument(tx, subject.id);

export const addDocument = handle(documentEndpoints.addDocument, {
  subject: ({ tx, params }) => visibleOpportunity(tx, params.id),
  allow: mayEditDocuments,
  run: async ({ tx, subject, request }) => {
    if (!request.taken) throw refuseField("/file", "value.required");
    return showOneDocument(tx, (await insertDocument(tx, subject.id, request.taken)).id);
  },
});

export const addDocumentVersion = handle(documentEndpoints.addDocumentVersion, {
  subject: ({ tx, params }) => getDocument(tx, params.id),
  allow: mayEditDocuments,
  current,
  run: async ({ tx, subject, request }) => {
    if (!request.taken) throw refuseField("/file", "value.required");
    const number = await addFile(tx, subject.id, request.taken);
    const name = nameWithVersion(subject.name, request.taken.name);
    await saveDocument(tx, subject, { file_number: number, name }, "document.replaced");
    return showOneDocument(tx, subject.id);
  },
});

export const useDocumentVersion = handle(documentEndpoints.useDocumentVersion, {
  subject: ({ tx, params }) => getDocument(tx, params.id),
  allow: mayEditDocuments,
  current,
  run: async ({ tx, subject, body }) => {
    if (body.number === subject.file_number) throw new Refusal("document.sameVersion");
    const file = await fileOf(tx, subject.id, body.number);
    if (!file) throw refuseField("/number", "reference.unknown");
    const name = nameWithVersion(subject.name, file.name);
    await saveDocument(tx, subject, { file_number: body.number, name }, "document.replaced");
    return showOneDocument(tx, subject.id);
  },
});

async function fileOf(tx: ReadTx, documentId: string, number: number) {
  return tx.db
    .selectFrom("document_file")
    .select(["name", "content_type"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("document_id", "=", documentId)
    .where("number", "=", number)
    .executeTakeFirst();
}

export const renameDocument = handle(documentEndpoints.renameDocument, {
  subject: ({ tx, params }) => getDocument(tx, params.id),
  allow: mayEditDocuments,
  current,
  run: async ({ tx, subject, body }) => {
    const asked = fileNameOf(body.name);
    if ("problem" in asked) throw refuseField("/name", asked.problem);
    const name = renamed(subject.name, asked.name);
    const file = await fileOf(tx, subject.id, subject.file_number);
    refuseName(name, file?.content_type ?? "");
    if (name !== subject.name) await saveDocument(tx, subject, { name }, "document.renamed");
    return showOneDocument(tx, subject.id);
  },
});

export const deleteDocument = handle(documentEndpoints.deleteDocument, {
  subject: ({ tx, params }) => getDocument(tx, params.id),
  allow: mayEditDocuments,
  current,
  run: async ({ tx, subject }) => {
    await saveDocument(tx, subject, { deleted_at: tx.at, deleted_by: tx.actor.userId }, "document.deleted");
  },
});

export const restoreDocument = handle(documentEndpoints.restoreDocument, {
  subject: ({ tx, params }) => getDocument(tx, params.id, { deleted: true }),
  allow: mayEditDocuments,
  run: async ({ tx, subject }) => {
    if (subject.deleted_at) await saveDocument(tx, subject, { deleted_at: null, deleted_by: null }, "document.restored");
    return showOneDocument(tx, subject.id);
  },
});
