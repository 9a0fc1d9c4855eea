import { documentEndpoints } from "#contract/document.ts";
import { maySeeDocuments } from "#domain/document/policy.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { getDocument } from "#server/document/document-store.ts";
import { keyOf } from "#server/platform/file-store.ts";
import { handle } from "#server/platform/handle.ts";

/** The row is read here; the bytes leave once the transaction has ended. */
export const downloadDocument = handle(documentEndpoints.downloadDocument, {
  subject: ({ tx, params }) => getDocument(tx, params.id),
  allow: maySeeDocuments,
  run: async ({ tx, subject, query, effects }) => {
    const number = query.number ?? subject.file_number;
    const file = await tx.db
      .selectFrom("document_file")
      .select(["id", "name", "content_type", "byte_size", "sha256"])
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("document_id", "=", subject.id)
      .where("number", "=", number)
      .executeTakeFirst();
    if (!file) throw new Refusal("request.notFound");
    effects.sendKept({
      key: keyOf(tx.actor.workspaceId, file.id),
      name: number === subject.file_number ? subject.name : file.name,
      type: file.content_type,
      size: Number(file.byte_size),
      tag: file.sha256.toString("hex"),
      isInline: query.inline ?? false,
    });
  },
});

export const showDocumentThumbnail = handle(documentEndpoints.showDocumentThumbnail, {
  subject: ({ tx, params }) => getDocument(tx, params.id, { deleted: true }),
  allow: maySeeDocuments,
  run: async ({ tx, subject, query, effects }) => {
    const file = await tx.db
      .selectFrom("document_file")
      .select("thumbnail")
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("document_id", "=", subject.id)
      .where("number", "=", query.number ?? subject.file_number)
      .executeTakeFirst();
    if (!file?.thumbnail) throw new Refusal("request.notFound");
    effects.download({ name: `${subject.name}.webp`, type: "image/webp", body: file.thumbnail });
  },
});
