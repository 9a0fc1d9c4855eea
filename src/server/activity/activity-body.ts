import type { z } from "zod";
import type { activityEndpoints } from "#contract/activity.ts";
import { refuseUnlinked } from "#domain/activity/activity.ts";
import { mayReadClients } from "#domain/client/policy.ts";
import { mayReadContacts } from "#domain/contact/policy.ts";
import { maySeeOpportunity } from "#domain/opportunity/policy.ts";
import { refuseFields } from "#domain/shared/refusal.ts";
import type { ActivityChange } from "#server/activity/activity-store.ts";
import { findOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx } from "#server/platform/database.ts";

export type ActivityBody = z.output<(typeof activityEndpoints)["editActivity"]["body"]>;

export function columnsOfActivity(body: ActivityBody): ActivityChange {
  const { dueOn, dueTime, remindAt, durationMinutes, assigneeId, opportunityId, clientId, contactId, ...plain } = body;
  const set: Record<string, unknown> = {
    ...plain,
    due_on: dueOn,
    due_time: dueTime,
    remind_at: remindAt && new Date(remindAt),
    duration_minutes: durationMinutes,
    assignee_id: assigneeId,
    opportunity_id: opportunityId,
    client_id: clientId,
    contact_id: contactId,
  };
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
}

type Links = Pick<ActivityChange, "opportunity_id" | "client_id" | "contact_id" | "assignee_id">;

/**
 * Every record that is newly pointed at exists and may be seen by the one who writes; after the change the activity still
 * hangs on something. The writing role sees the whole workspace, so the reader's own scope is asked here.
 */
export async function refuseUnknownLinks(tx: ReadTx, after: Links, change: Links): Promise<void> {
  const { opportunity_id, client_id, contact_id, assignee_id } = change;
  refuseUnlinked({
    opportunityId: after.opportunity_id ?? null,
    clientId: after.client_id ?? null,
    contactId: after.contact_id ?? null,
  });
  const isAlone = !after.opportunity_id && !after.client_id;
  const known = {
    opportunityId: !opportunity_id || (await isSeen(tx, opportunity_id)),
    clientId: !client_id || Boolean(after.opportunity_id) || (mayReadClients(tx.actor) && (await exists(tx, "client", client_id))),
    contactId: mayReadContacts(tx.actor) ? !contact_id || (await exists(tx, "contact", contact_id)) : !contact_id && !isAlone,
    assigneeId: !assignee_id || (await exists(tx, "app_user", assignee_id)),
  };
  refuseFields(Object.entries(known).flatMap(([name, isKnown]) => (isKnown ? [] : [{ pointer: `/${name}`, code: "reference.unknown" }])));
}

async function isSeen(tx: ReadTx, opportunityId: string): Promise<boolean> {
  const row = await findOpportunity(tx, opportunityId);
  return row !== undefined && !row.deleted_at && maySeeOpportunity(tx.actor, row);
}

async function exists(tx: ReadTx, table: "client" | "contact" | "app_user", id: string): Promise<boolean> {
  const gone = table === "app_user" ? "disabled_at" : "deleted_at";
  const found = await tx.db
    .selectFrom(table)
    .select("id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .where(gone as "deleted_at", "is", null)
    .executeTakeFirst();
  return found !== undefined;
}
