import { sql, type RawBuilder } from "kysely";
import type { Document } from "#contract/document.ts";
import { mayEditDocuments } from "#domain/document/policy.ts";
import { isShown } from "#domain/document/file-type.ts";
import type { ReadTx } from "#server/platform/database.ts";

export type FileRow = {
  readonly number: number;
  readonly content_type: string;
  readonly byte_size: string;
  readonly sha256: Buffer;
  readonly width: number | null;
  readonly height: number | null;
  readonly has_thumbnail: boolean;
  readonly added_at: Date;
  readonly added_by: string;
  readonly added_by_name: string;
};

export type DocumentRow = FileRow & {
  readonly id: string;
  readonly name: string;
  readonly opportunity: Document["opportunity"];
  readonly opportunity_manager_id: string | null;
  readonly opportunity_team_id: string | null;
  readonly versions: string;
  readonly created_at: Date;
  readonly exact_at: string;
  readonly deleted_at: Date | null;
  readonly deleted_by: string | null;
  readonly deleted_by_name: string | null;
  readonly version: number;
};

export const fileColumns: RawBuilder<unknown> = sql`f.number, f.content_type, f.byte_size, f.sha256, f.width, f.height,
  f.thumbnail is not null as has_thumbnail, f.created_at as added_at, f.created_by as added_by, u.name as added_by_name`;

export const documentColumns: RawBuilder<unknown> = sql`d.*, d.created_at::text as exact_at, ${fileColumns}, e.name as deleted_by_name,
  json_build_object('id', o.id, 'name', o.name, 'number', o.number) as opportunity,
  (select count(*) from document_file x where x.workspace_id = d.workspace_id and x.document_id = d.id) as versions`;

export const documentJoins: RawBuilder<unknown> = sql`
  join document_file f on f.workspace_id = d.workspace_id and f.document_id = d.id and f.number = d.file_number
  join opportunity o on o.workspace_id = d.workspace_id and o.id = d.opportunity_id
  join app_user u on u.workspace_id = f.workspace_id and u.id = f.created_by
  left join app_user e on e.workspace_id = d.workspace_id and e.id = d.deleted_by`;

export function presentFile(row: FileRow): Document["file"] {
  return {
    number: row.number,
    type: row.content_type,
    size: Number(row.byte_size),
    sha256: row.sha256.toString("hex"),
    width: row.width,
    height: row.height,
    hasThumbnail: row.has_thumbnail,
    isShown: isShown(row.content_type),
    addedAt: row.added_at.toISOString(),
    addedBy: { id: row.added_by, name: row.added_by_name },
  };
}

export function presentDocument(tx: ReadTx, row: DocumentRow): Document {
  const placed = { managerId: row.opportunity_manager_id, teamId: row.opportunity_team_id };
  return {
    id: row.id,
    name: row.name,
    opportunity: row.opportunity,
    file: presentFile(row),
    versions: Number(row.versions),
    createdAt: row.created_at.toISOString(),
    deleted: row.deleted_at && {
      at: row.deleted_at.toISOString(),
      by: { id: row.deleted_by ?? row.added_by, name: row.deleted_by_name ?? "" },
    },
    can: { edit: mayEditDocuments(tx.actor, placed) },
    version: row.version,
  };
}

export async function showOneDocument(tx: ReadTx, id: string): Promise<Document> {
  const { rows } = await sql<DocumentRow>`select ${documentColumns} from document d ${documentJoins}
    where d.workspace_id = ${tx.actor.workspaceId} and d.id = ${id}`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Error("a document that was just loaded is gone");
  return presentDocument(tx, row);
}
