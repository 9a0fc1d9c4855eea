import { z } from "zod";
import { flag, id, idParams, instant, reference, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { refusesEdit } from "#contract/problem.ts";

/** One version of a document: what its bytes are, never what its name says. */
const fileShape = {
  number: z.int(),
  type: z.string().meta({ example: "application/pdf" }),
  size: z.int().meta({ description: "Bytes" }),
  sha256: z.string(),
  /** Of a picture, in pixels. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  hasThumbnail: z.boolean(),
  /** A picture or a PDF: a browser may show it (`inline=true`). */
  isShown: z.boolean(),
  addedAt: instant,
  addedBy: reference,
};

export const document = z
  .object({
    id,
    name: z.string(),
    opportunity: z.object({ id, name: z.string(), number: z.string() }),
    /** The version in use. */
    file: z.object(fileShape).meta({ id: "DocumentFile" }),
    /** How many versions there are. */
    versions: z.int(),
    createdAt: instant,
    deleted: z.object({ at: instant, by: reference }).nullable(),
    can: z.object({ edit: z.boolean() }),
    version: z.int(),
  })
  .meta({ id: "Document" });

const page = z.object({
  data: z.array(document),
  page: z.object({ nextCursor: z.string().nullable() }),
  total: z.int(),
  /** The largest file that is taken in, in bytes. */
  limitBytes: z.int(),
});
const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(500).optional(),
  /** Those deleted in the last 30 days, instead. */
  deleted: flag.optional(),
});
/** The name of a file that is the body itself; a form names its own. */
const nameQuery = z.object({ fileName: z.string().max(1000).optional() });
const versionNumber = z.coerce.number().int().min(1).max(1_000_000);
const refusesFile = ["request.forbidden", "request.notFound", "request.invalid", "request.tooLarge", "files.unavailable"] as const;

const listOn = <const Id extends string, const Path extends `/${string}`>(name: Id, path: Path, summary: string) =>
  endpoint({
    id: name,
    method: "GET",
    path,
    tag: "documents",
    access: "read",
    summary,
    params: idParams,
    query: pageQuery,
    returns: page,
    refuses: ["request.forbidden", "request.notFound", "request.invalid"],
  });

export const documentEndpoints = {
  listOpportunityDocuments: listOn(
    "listOpportunityDocuments",
    "/opportunities/{id}/documents",
    "Documents of an opportunity, newest first.",
  ),
  listClientDocuments: listOn(
    "listClientDocuments",
    "/clients/{id}/documents",
    "Documents of all opportunities of a client that you may see, newest first.",
  ),
  addDocument: endpoint({
    id: "addDocument",
    method: "POST",
    path: "/opportunities/{id}/documents",
    tag: "documents",
    access: "write",
    status: 201,
    raw: "multipart/form-data",
    takes: "file",
    summary:
      "Adds a document, as the field `file` of a form or as the body (application/octet-stream, its name in `fileName`); it is a touch. What it is, is read from its bytes: programs, drawings with scripts, and names that promise another kind of file are refused.",
    params: idParams,
    query: nameQuery,
    returns: document,
    refuses: refusesFile,
  }),
  showDocument: endpoint({
    id: "showDocument",
    method: "GET",
    path: "/documents/{id}",
    tag: "documents",
    access: "read",
    summary: "One document.",
    params: idParams,
    returns: document,
    refuses: ["request.notFound"],
  }),
  renameDocument: endpoint({
    id: "renameDocument",
    method: "PATCH",
    path: "/documents/{id}",
    tag: "documents",
    access: "write",
    versioned: true,
    summary: "Renames a document. A name without an extension keeps the one it had.",
    params: idParams,
    body: z.object({ name: text(1000) }).meta({ id: "DocumentChange" }),
    returns: document,
    refuses: refusesEdit,
  }),
  addDocumentVersion: endpoint({
    id: "addDocumentVersion",
    method: "POST",
    path: "/documents/{id}/versions",
    tag: "documents",
    access: "write",
    status: 201,
    raw: "multipart/form-data",
    takes: "file",
    versioned: true,
    summary: "Adds a new version, which is in use from then on; former ones are kept.",
    params: idParams,
    query: nameQuery,
    returns: document,
    refuses: [...refusesFile, "record.stale", "request.preconditionRequired"],
  }),
  listDocumentVersions: endpoint({
    id: "listDocumentVersions",
    method: "GET",
    path: "/documents/{id}/versions",
    tag: "documents",
    access: "read",
    summary: "Every version of a document, newest first.",
    params: idParams,
    returns: z.object({ data: z.array(z.object({ ...fileShape, name: z.string(), isInUse: z.boolean() })) }),
    refuses: ["request.notFound"],
  }),
  useDocumentVersion: endpoint({
    id: "useDocumentVersion",
    method: "POST",
    path: "/documents/{id}/use-version",
    tag: "documents",
    access: "write",
    versioned: true,
    summary: "Puts a former version in use again; nothing is lost.",
    params: idParams,
    body: z.object({ number: z.int().min(1).max(1_000_000) }).meta({ id: "DocumentVersionChoice" }),
    returns: document,
    refuses: [...refusesEdit, "document.sameVersion"],
  }),
  deleteDocument: endpoint({
    id: "deleteDocument",
    method: "DELETE",
    path: "/documents/{id}",
    tag: "documents",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes a document; it can be brought back for 30 days.",
    params: idParams,
    refuses: refusesEdit,
  }),
  restoreDocument: endpoint({
    id: "restoreDocument",
    method: "POST",
    path: "/documents/{id}/restore",
    tag: "documents",
    access: "write",
    summary: "Brings a deleted document back.",
    params: idParams,
    body: z.object({}).default({}),
    returns: document,
    refuses: ["request.forbidden", "request.notFound"],
  }),
  downloadDocument: endpoint({
    id: "downloadDocument",
    method: "GET",
    path: "/documents/{id}/content",
    tag: "documents",
    access: "read",
    raw: "application/octet-stream",
    summary:
      "The bytes of a document, whole or a range (Range, If-Range, If-None-Match). With inline=true a picture or a PDF is shown; anything else is always a download.",
    params: idParams,
    query: z.object({ number: versionNumber.optional(), inline: flag.optional() }),
    refuses: ["request.notFound", "request.invalid", "file.gone", "files.unavailable"],
  }),
  showDocumentThumbnail: endpoint({
    id: "showDocumentThumbnail",
    method: "GET",
    path: "/documents/{id}/thumbnail",
    tag: "documents",
    access: "read",
    raw: "image/webp",
    summary: "A small copy of a picture, 320 pixels at most.",
    params: idParams,
    query: z.object({ number: versionNumber.optional() }),
    refuses: ["request.notFound", "request.invalid"],
  }),
};

export type Document = z.output<typeof document>;
