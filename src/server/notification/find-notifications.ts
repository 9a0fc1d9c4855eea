import { sql, type RawBuilder } from "kysely";
import type { BulkList } from "#contract/job.ts";
import type { Notification } from "#contract/notification.ts";
import { messageInBrief } from "#domain/message/message.ts";
import { pathOfNotification, type NotificationKind, type NotificationTarget } from "#domain/notification/notification.ts";
import { may } from "#domain/user/rights.ts";
import type { ReadTx } from "#server/platform/database.ts";

export type NotificationRow = {
  readonly id: string;
  readonly exact_at: string;
  readonly kind: NotificationKind;
  readonly at: Date;
  readonly read_at: Date | null;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly count: number;
  readonly record_type: string | null;
  readonly record_id: string | null;
  readonly record_name: string;
  readonly body: string | null;
  readonly title: string | null;
  readonly due_on: string | null;
  readonly due_time: string | null;
  readonly opportunity_id: string | null;
  readonly opportunity_name: string | null;
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly contact_id: string | null;
  readonly contact_name: string | null;
  readonly import_state: string | null;
  readonly file_name: string | null;
  readonly job_kind: string | null;
  readonly job_state: string | null;
  readonly result: { readonly changed?: number; readonly skipped?: number; readonly undone?: number } | null;
  readonly job_list: BulkList | null;
};

const TEXT = 200;

/** What it is about, as far as the row policies show it to the reader. */
const JOINS = sql`
  left join app_user u on u.workspace_id = n.workspace_id and u.id = n.actor_id
  left join message m on n.record_type = 'message' and m.workspace_id = n.workspace_id and m.id = n.record_id
  left join activity a on n.record_type = 'activity' and a.workspace_id = n.workspace_id and a.id = n.record_id
  left join opportunity o on o.workspace_id = n.workspace_id and o.deleted_at is null
    and o.id = case n.record_type when 'opportunity' then n.record_id when 'message' then m.opportunity_id when 'activity' then a.opportunity_id end
  left join client c on c.workspace_id = n.workspace_id and c.id = coalesce(m.client_id, a.client_id)
  left join contact p on p.workspace_id = n.workspace_id and p.id = coalesce(m.contact_id, a.contact_id)
  left join import i on n.record_type = 'import' and i.workspace_id = n.workspace_id and i.id = n.record_id
  left join job j on n.record_type = 'job' and j.workspace_id = n.workspace_id and j.id = n.record_id`;

const COLUMNS = sql`n.id, n.at::text as exact_at, n.kind, n.at, n.read_at, n.actor_id, u.name as actor_name, n.count, n.record_type, n.record_id, n.record_name,
  m.body, a.title, a.due_on, a.due_time, o.id as opportunity_id, o.name as opportunity_name, c.id as client_id, c.name as client_name, p.id as contact_id, p.name as contact_name,
  i.state as import_state, i.file_name, j.kind as job_kind, j.state as job_state, j.result,
  case when j.kind = 'bulk' then coalesce(j.input ->> 'list', 'opportunities') end as job_list`;

/** Rights are asked again at reading. Only that something was taken away is told of what one may no longer see. */
function visibleTo(tx: ReadTx): RawBuilder<unknown> {
  const mayRead = (module: "opportunities" | "clients" | "contacts" | "activities") => sql`${sql.lit(may(tx.actor, module, "read"))}`;
  const thing = (alias: string): RawBuilder<unknown> => {
    const column = (name: string) => sql.ref(`${alias}.${name}`);
    return sql`(${mayRead("activities")} and ${column("id")} is not null and ${column("deleted_at")} is null and not ${column("owner_deleted")}
      and case when ${column("opportunity_id")} is not null then ${mayRead("opportunities")}
        when ${column("client_id")} is not null then ${mayRead("clients")} else ${mayRead("contacts")} end)`;
  };
  return sql`(n.record_id is null or n.record_type in ('import', 'job')
    or (n.record_type = 'opportunity' and ${mayRead("opportunities")} and (o.id is not null or n.kind = 'taken'))
    or (n.record_type = 'message' and ${thing("m")}) or (n.record_type = 'activity' and ${thing("a")}))`;
}

/** The reader's own that may be seen, with a condition of the caller. */
export function notificationsOf(tx: ReadTx, condition: RawBuilder<unknown>): RawBuilder<NotificationRow> {
  return sql<NotificationRow>`select ${COLUMNS} from notification n ${JOINS}
    where n.workspace_id = ${tx.actor.workspaceId} and n.recipient_id = ${tx.actor.userId} and ${visibleTo(tx)} and ${condition}`;
}

type Found = {
  readonly notification: Notification;
  /** When what one is reminded of is due. */
  readonly reminder: { readonly dueOn: string; readonly dueTime: string | null } | null;
};

/** Some of the reader's own, wherever they are told; oldest first. */
export async function findNotifications(tx: ReadTx, ids: readonly string[]): Promise<Found[]> {
  const { rows } = await sql<NotificationRow>`${notificationsOf(tx, sql`n.id = any (${[...ids]}::uuid[])`)} order by n.at, n.id`.execute(
    tx.db,
  );
  return rows.map((row) => ({
    notification: presentNotification(tx, row),
    reminder: row.kind === "reminder" && row.due_on !== null ? { dueOn: row.due_on, dueTime: row.due_time } : null,
  }));
}

const COUNTED = 100;

export async function countUnread(tx: ReadTx): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select count(*)::integer as unread from (
    select 1 from notification n ${JOINS} where n.workspace_id = ${tx.actor.workspaceId} and n.recipient_id = ${tx.actor.userId}
      and n.read_at is null and n.in_app and ${visibleTo(tx)} limit ${COUNTED}) few`.execute(tx.db);
  return rows[0]?.unread ?? 0;
}

export function presentNotification(tx: ReadTx, row: NotificationRow): Notification {
  const part = row.record_type === "message" ? "messages" : row.record_type === "activity" ? "activities" : null;
  const target = row.kind === "given" && row.count > 1 ? { type: "given" as const, id: tx.actor.userId } : targetOf(row);
  return {
    id: row.id,
    kind: row.kind,
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? "" },
    count: row.count,
    name: row.opportunity_name ?? row.client_name ?? row.contact_name ?? row.file_name ?? row.record_name,
    text: row.body === null ? row.title : messageInBrief(row.body, TEXT),
    work: workOf(row),
    path: target === null ? null : pathOfNotification(target, { part, list: row.job_list }),
  };
}

function targetOf(row: NotificationRow): NotificationTarget | null {
  if (row.opportunity_id) return { type: "opportunity", id: row.opportunity_id };
  if (row.client_id) return { type: "client", id: row.client_id };
  if (row.contact_id) return { type: "contact", id: row.contact_id };
  if (row.record_id && (row.record_type === "import" || row.record_type === "job")) return { type: row.record_type, id: row.record_id };
  return null;
}

function workOf({ job_kind, job_state, job_list, import_state, result }: NotificationRow): Notification["work"] {
  if (job_kind !== null && job_state !== null) {
    const changed = result?.changed ?? result?.undone ?? null;
    return { kind: job_kind as "bulk", list: job_list, state: job_state as "done", changed, skipped: result?.skipped ?? null };
  }
  if (import_state === null) return null;
  return { kind: "import", list: null, state: import_state === "failed" ? "failed" : "done", changed: null, skipped: null };
}
