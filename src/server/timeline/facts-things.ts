import { sql } from "kysely";
import type { Activity } from "#contract/activity.ts";
import type { Document } from "#contract/document.ts";
import type { Message } from "#contract/message.ts";
import { activityColumns, activityJoins, presentActivity, type ActivityRow } from "#server/activity/present-activity.ts";
import { documentColumns, documentJoins, presentDocument, type DocumentRow } from "#server/document/present-document.ts";
import { messageColumns, messageJoins, presentMessage, type MessageRow } from "#server/message/present-message.ts";
import type { ReadTx } from "#server/platform/database.ts";

/** The activities, messages and documents that facts are about, as they are now; deleted ones are gone. */
export type Things = {
  readonly activities: ReadonlyMap<string, Activity>;
  readonly messages: ReadonlyMap<string, Message>;
  readonly documents: ReadonlyMap<string, Document>;
};

export async function thingsOf(tx: ReadTx, rows: readonly { readonly record_type: string; readonly record_id: string }[]): Promise<Things> {
  const idsOf = (type: string): string[] => [...new Set(rows.filter((row) => row.record_type === type).map((row) => row.record_id))];
  const [activityIds, messageIds, documentIds] = [idsOf("activity"), idsOf("message"), idsOf("document")];
  const activities =
    activityIds.length === 0
      ? []
      : (
          await sql<ActivityRow>`select ${activityColumns(tx)}, null as cursor_values from activity a ${activityJoins}
            where a.workspace_id = ${tx.actor.workspaceId} and a.id = any (${activityIds}) and a.deleted_at is null`.execute(tx.db)
        ).rows;
  const messages =
    messageIds.length === 0
      ? []
      : (
          await sql<MessageRow>`select ${messageColumns} from message m ${messageJoins}
            where m.workspace_id = ${tx.actor.workspaceId} and m.id = any (${messageIds}) and m.deleted_at is null`.execute(tx.db)
        ).rows;
  const documents =
    documentIds.length === 0
      ? []
      : (
          await sql<DocumentRow>`select ${documentColumns} from document d ${documentJoins}
            where d.workspace_id = ${tx.actor.workspaceId} and d.id = any (${documentIds}) and d.deleted_at is null`.execute(tx.db)
        ).rows;
  return {
    documents: new Map(documents.map((row) => [row.id, presentDocument(tx, row)])),
    activities: new Map(activities.map((row) => [row.id, presentActivity(tx, row)])),
    messages: new Map(messages.map((row) => [row.id, presentMessage(tx, row)])),
  };
}
