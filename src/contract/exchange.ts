import { z } from "zod";
import { day, flag, id, idParams, instant, pageOf, text } from "#contract/common.ts";
import { clientFilters } from "#contract/client.ts";
import { contactFilters } from "#contract/contact.ts";
import { ENCODINGS, SEPARATORS } from "#domain/exchange/file-format.ts";
import { endpoint } from "#contract/endpoint.ts";
import { productFilters } from "#contract/product.ts";
import { opportunityFilters } from "#contract/opportunity-query.ts";

const kind = z.enum(["clients", "contacts", "opportunities"]);

const importState = z.enum(["checking", "draft", "running", "done", "failed", "cancelled", "reverting", "reverted"]);

const column = z.object({
  header: z.string(),
  field: z.string().nullable(),
  why: z.enum(["header", "values", "chosen", "none"]),
  samples: z.array(z.string()),
  filled: z.int(),
  /** Detected reading of the values. */
  decimal: z.enum(["point", "comma"]).nullable(),
  dateOrder: z.enum(["iso", "dmy", "mdy", "ymd"]).nullable(),
  ambiguous: z.boolean(),
});

export const importMapping = z
  .object({
    /** Header → field, or null to leave the column out. */
    columns: z.record(z.string().max(500), z.string().max(70).nullable()),
    dateOrders: z.record(z.string().max(500), z.enum(["dmy", "mdy"])),
    decimals: z.record(z.string().max(500), z.enum(["point", "comma"])),
    /** Value of the stage column → stage id, "won" or "lost". */
    stages: z.record(z.string().max(500), z.string().max(60)),
    /** Value of the owner column → user id; a value mapped to nobody is the importing user's. */
    owners: z.record(z.string().max(500), id),
    /** Line → header → the value to read instead of the file's. */
    corrections: z.record(z.string().regex(/^\d{1,8}$/), z.record(z.string().max(500), z.string().max(2000))),
    /** Header → value of the file → the value to read instead, wherever it stands in that column. */
    replacements: z.record(z.string().max(500), z.record(z.string().max(2000), z.string().max(2000))),
    /** What the file is written in, where it was not understood. */
    encoding: z.enum(ENCODINGS),
    separator: z.enum(SEPARATORS),
    source: text(60),
  })
  .partial()
  .meta({ id: "ImportMapping" });

const rowProblem = z.object({
  line: z.int(),
  field: z.string().nullable(),
  header: z.string().nullable(),
  value: z.string(),
  code: z.string(),
  detail: z.string(),
});

const importOut = z
  .object({
    id,
    kind,
    fileName: z.string(),
    state: importState,
    encoding: z.string(),
    separator: z.string(),
    columns: z.array(column),
    stageValues: z.array(z.object({ value: z.string(), rows: z.int(), to: z.string().nullable() })),
    ownerValues: z.array(z.object({ value: z.string(), rows: z.int(), to: id.nullable() })),
    questions: z.array(
      z.object({
        header: z.string(),
        field: z.string().nullable(),
        code: z.enum(["date.ambiguous", "decimal.ambiguous"]),
        example: z.string(),
        /** Cells that can be read in two ways, and the others of the column. */
        rows: z.int(),
        others: z.int(),
      }),
    ),
    counts: z.object({
      rows: z.int(),
      create: z.int(),
      update: z.int(),
      same: z.int(),
      failed: z.int(),
      /** Rows that the other system had deleted. */
      skipped: z.int(),
      /** Among those to create: rows that look like a known record. */
      duplicates: z.int(),
      ownersNotFound: z.int(),
      clientsCreated: z.int(),
      reasonNotStated: z.int(),
    }),
    /** Entries of lists that the import makes: a source, a lost reason, a kind of client, a tag. */
    made: z.array(z.object({ list: z.enum(["source", "lostReason", "clientKind", "tag"]), name: z.string(), rows: z.int() })),
    /** Fields that no column gives and every row needs. */
    missing: z.array(z.string()),
    /** The first 200. */
    problems: z.array(rowProblem),
    preview: z.array(z.record(z.string(), z.unknown())),
    done: z.int(),
    total: z.int().nullable(),
    /** Why it failed, or could not be taken back: a code and its sentence. */
    failure: z.string().nullable(),
    failureDetail: z.string().nullable(),
    changeId: id.nullable(),
    createdAt: instant,
    endedAt: instant.nullable(),
    /** The last day on which it can be taken back. */
    revertibleUntil: day.nullable(),
  })
  .meta({ id: "Import" });

const importRow = z.object({
  line: z.int(),
  action: z.enum(["create", "update", "same", "failed", "skipped"]),
  name: z.string(),
  /** The known record it looks like. */
  duplicateOf: z.string().nullable(),
  /** What is read in it, the name apart. */
  values: z.record(z.string(), z.string()),
  /** What an update changes. */
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
  /** `rows`: how many rows have this value wrong in this column. */
  problems: z.array(rowProblem.omit({ line: true }).extend({ rows: z.int() })),
});

export const exchangeEndpoints = {
  listImports: endpoint({
    id: "listImports",
    method: "GET",
    path: "/imports",
    tag: "imports",
    access: "read",
    summary: "Your imports, newest first.",
    returns: z.object({
      data: z.array(
        z.object({
          id,
          kind,
          fileName: z.string(),
          state: importState,
          createdAt: instant,
          created: z.int(),
          updated: z.int(),
          failed: z.int(),
        }),
      ),
    }),
    refuses: ["request.forbidden"],
  }),
  startImport: endpoint({
    id: "startImport",
    method: "POST",
    path: "/imports",
    tag: "imports",
    access: "write",
    status: 201,
    raw: "multipart/form-data",
    summary:
      "Uploads a CSV file, as the field `file` of a form or as the body (text/csv). Answers what was understood; nothing is imported yet.",
    query: z.object({ kind, fileName: z.string().max(300).optional() }),
    returns: importOut,
    refuses: ["request.forbidden", "import.unreadable", "request.tooLarge"],
  }),
  showImport: endpoint({
    id: "showImport",
    method: "GET",
    path: "/imports/{id}",
    tag: "imports",
    access: "read",
    summary: "An import: how the file is understood, every row checked.",
    params: idParams,
    returns: importOut,
    refuses: ["request.forbidden", "request.notFound"],
  }),
  mapImport: endpoint({
    id: "mapImport",
    method: "PATCH",
    path: "/imports/{id}",
    tag: "imports",
    access: "write",
    summary: "Corrects the mapping; every row is checked again.",
    params: idParams,
    body: importMapping,
    returns: importOut,
    refuses: ["request.forbidden", "request.notFound", "request.invalid", "import.notReady"],
  }),
  listImportRows: endpoint({
    id: "listImportRows",
    method: "GET",
    path: "/imports/{id}/rows",
    tag: "imports",
    access: "read",
    summary: "The rows of an import by what becomes of them, in the order of the file.",
    params: idParams,
    query: z.object({
      show: z.enum(["create", "update", "same", "failed", "skipped", "duplicates"]),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z
        .string()
        .regex(/^\d{1,8}$/)
        .optional(),
    }),
    returns: pageOf(importRow),
    refuses: ["request.forbidden", "request.notFound"],
  }),
  runImport: endpoint({
    id: "runImport",
    method: "POST",
    path: "/imports/{id}/run",
    tag: "imports",
    access: "write",
    status: 202,
    summary: "Imports the rows that passed, as one undoable change.",
    params: idParams,
    returns: importOut,
    refuses: ["request.forbidden", "request.notFound", "import.notReady"],
  }),
  cancelImport: endpoint({
    id: "cancelImport",
    method: "DELETE",
    path: "/imports/{id}",
    tag: "imports",
    access: "write",
    status: 204,
    summary: "Throws a draft away.",
    params: idParams,
    refuses: ["request.forbidden", "request.notFound", "import.notReady"],
  }),
  revertImport: endpoint({
    id: "revertImport",
    method: "POST",
    path: "/imports/{id}/revert",
    tag: "imports",
    access: "write",
    summary: "Takes an import back: what it created is deleted, what it changed is as before.",
    params: idParams,
    returns: importOut,
    refuses: ["request.forbidden", "request.notFound", "import.notReady", "undo.overtaken"],
  }),
  downloadFailedRows: endpoint({
    id: "downloadFailedRows",
    method: "GET",
    path: "/imports/{id}/failed",
    tag: "imports",
    access: "read",
    raw: "text/csv",
    summary: "The rows that failed, with a column that says why.",
    params: idParams,
    refuses: ["request.forbidden", "request.notFound"],
  }),
  exportOpportunities: endpoint({
    id: "exportOpportunities",
    method: "GET",
    path: "/exports/opportunities",
    tag: "exports",
    access: "read",
    raw: "text/csv",
    summary: "The opportunities of a filter as CSV.",
    query: z.object({ ...opportunityFilters, sort: z.string().max(200).optional() }),
    refuses: ["request.forbidden", "request.invalid"],
  }),
  exportClients: endpoint({
    id: "exportClients",
    method: "GET",
    path: "/exports/clients",
    tag: "exports",
    access: "read",
    raw: "text/csv",
    summary: "The clients of a filter as CSV.",
    query: z.object({ ...clientFilters, deleted: flag.optional() }),
    refuses: ["request.forbidden", "request.invalid"],
  }),
  exportProducts: endpoint({
    id: "exportProducts",
    method: "GET",
    path: "/exports/products",
    tag: "exports",
    access: "read",
    raw: "text/csv",
    summary: "The products of a filter as CSV, a line a price period; costs only for those who may see them.",
    query: z.object(productFilters),
    refuses: ["request.forbidden", "request.invalid"],
  }),
  exportContacts: endpoint({
    id: "exportContacts",
    method: "GET",
    path: "/exports/contacts",
    tag: "exports",
    access: "read",
    raw: "text/csv",
    summary: "The contacts of a filter as CSV.",
    query: z.object({ ...contactFilters, deleted: flag.optional() }),
    refuses: ["request.forbidden", "request.invalid"],
  }),
};
