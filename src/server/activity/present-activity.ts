import { sql, type RawBuilder } from "kysely";
import type { Activity } from "#contract/activity.ts";
import { isOverdueActivity } from "#domain/activity/activity.ts";
import { mayDeleteActivity, mayEditActivity } from "#domain/activity/policy.ts";
import { may } from "#domain/user/rights.ts";
import type { ActivityColumns } from "#server/activity/activity-store.ts";
import { presentPhone } from "#server/contact/phone-number.ts";
import type { ReadTx } from "#server/platform/database.ts";

type Person = { readonly id: string; readonly name: string };

export type ActivityRow = ActivityColumns & {
  readonly assignee_name: string | null;
  readonly done_by_name: string | null;
  readonly created_by_name: string | null;
  readonly opportunity: Activity["opportunity"];
  readonly client_name: string | null;
  readonly contact:
    | (Person & { readonly phone: string | null; readonly phone_valid: boolean | null; readonly email: string | null })
    | null;
  readonly cursor_values: unknown;
};

/** Names beside a row. Without the right to contacts those of persons do not even leave the database. */
export function activityColumns(tx: ReadTx): RawBuilder<unknown> {
  const contact = may(tx.actor, "contacts", "read")
    ? sql`case when p.id is null or p.deleted_at is not null then null
        else json_build_object('id', p.id, 'name', p.name, 'phone', p.phone, 'phone_valid', p.phone_valid, 'email', p.email) end`
    : sql`null::json`;
  return sql`a.*, u.name as assignee_name, d.name as done_by_name, m.name as created_by_name, c.name as client_name, ${contact} as contact,
    case when o.id is null then null else json_build_object('id', o.id, 'name', o.name, 'number', o.number, 'outcome', o.outcome) end as opportunity`;
}

export const activityJoins: RawBuilder<unknown> = sql`
  left join opportunity o on o.workspace_id = a.workspace_id and o.id = a.opportunity_id
  left join client c on c.workspace_id = a.workspace_id and c.id = a.client_id
  left join contact p on p.workspace_id = a.workspace_id and p.id = a.contact_id
  left join app_user u on u.workspace_id = a.workspace_id and u.id = a.assignee_id
  left join app_user d on d.workspace_id = a.workspace_id and d.id = a.done_by
  left join app_user m on m.workspace_id = a.workspace_id and m.id = a.created_by`;

export function presentActivity(tx: ReadTx, row: ActivityRow): Activity {
  const placed = {
    managerId: row.opportunity_manager_id,
    teamId: row.opportunity_team_id,
    opportunityId: row.opportunity_id,
    clientId: row.client_id,
  };
  const isDone = row.done_at !== null;
  return {
    id: row.id,
    kind: row.kind as Activity["kind"],
    title: row.title,
    notes: row.notes,
    status: isDone ? "done" : "planned",
    dueOn: row.due_on,
    dueTime: row.due_time,
    overdue: isOverdueActivity({ dueOn: row.due_on, isDone }, tx.today),
    remindAt: row.remind_at?.toISOString() ?? null,
    durationMinutes: row.duration_minutes,
    doneAt: row.done_at?.toISOString() ?? null,
    doneBy: named(row.done_by, row.done_by_name),
    outcome: row.outcome,
    assignee: named(row.assignee_id, row.assignee_name),
    opportunity: row.opportunity,
    client: named(row.client_id, row.client_name),
    contact: row.contact && presentPerson(row.contact, tx.agency.country),
    can: { edit: mayEditActivity(tx.actor, placed), delete: mayDeleteActivity(tx.actor, placed) },
    createdBy: named(row.created_by, row.created_by_name),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  };
}

function presentPerson({ phone, phone_valid, ...person }: NonNullable<ActivityRow["contact"]>, country: string) {
  return { ...person, phone: presentPhone({ phone, phone_valid }, country) };
}

function named(id: string | null, name: string | null): Person | null {
  return id === null || name === null ? null : { id, name };
}

/** One activity as it is now, inside the transaction that may just have changed it. */
export async function showOneActivity(tx: ReadTx, id: string): Promise<Activity> {
  const { rows } = await sql<ActivityRow>`select ${activityColumns(tx)}, null as cursor_values from activity a ${activityJoins}
    where a.workspace_id = ${tx.actor.workspaceId} and a.id = ${id}`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Error("an activity that was just loaded is gone");
  return presentActivity(tx, row);
}
