import { sql, type Selectable } from "kysely";
import { maySeeActivity } from "#domain/activity/policy.ts";
import { fieldsChanged, type FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { keepNextActivity, lockOpportunities, touchOpportunity, untouchOpportunity } from "#server/opportunity/follow-opportunity.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { ActivityTable } from "#server/platform/db.gen.ts";

export type ActivityColumns = Selectable<ActivityTable>;
/** An activity as it is stored, with what a permission asks about. */
export type StoredActivity = ActivityColumns & {
  readonly managerId: string | null;
  readonly teamId: string | null;
  readonly opportunityId: string | null;
  readonly clientId: string | null;
};

/** What is written; the database keeps the rest (visibility, words). */
export type ActivityChange = Partial<
  Pick<
    ActivityColumns,
    | "kind"
    | "title"
    | "notes"
    | "due_on"
    | "due_time"
    | "remind_at"
    | "duration_minutes"
    | "done_at"
    | "done_by"
    | "outcome"
    | "assignee_id"
    | "opportunity_id"
    | "client_id"
    | "contact_id"
    | "deleted_at"
    | "deleted_by"
  >
>;

export async function findActivity(tx: ReadTx, id: string): Promise<StoredActivity | undefined> {
  const row = await tx.db
    .selectFrom("activity")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && placedActivity(row);
}

/** The activity, if it may be seen: without the rights of its modules it does not exist. */
export async function getActivity(tx: ReadTx, id: string): Promise<StoredActivity> {
  const row = await findActivity(tx, id);
  if (!row || row.deleted_at || row.owner_deleted || !maySeeActivity(tx.actor, row)) throw new Refusal("request.notFound");
  return row;
}

function placedActivity(row: ActivityColumns): StoredActivity {
  const { opportunity_manager_id: managerId, opportunity_team_id: teamId, opportunity_id: opportunityId, client_id: clientId } = row;
  return { ...row, managerId, teamId, opportunityId, clientId };
}

export async function insertActivity(tx: WriteTx, id: string, columns: ActivityChange): Promise<StoredActivity> {
  await lockOpportunities(tx, opportunitiesOf(columns));
  const row = await tx.db
    .insertInto("activity")
    .values({
      ...(columns as ActivityColumns),
      workspace_id: tx.actor.workspaceId,
      id,
      created_at: tx.at,
      created_by: tx.actor.userId,
      updated_at: tx.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const after = placedActivity(row);
  await follow(tx, undefined, after);
  tellOf(tx, { kind: after.done_at ? "activity.done" : "activity.created", before: {}, after });
  return after;
}

export async function saveActivity(tx: WriteTx, before: StoredActivity, change: ActivityChange, kind: FactKind): Promise<StoredActivity> {
  if (Object.keys(told(before, change)).length === 0) return before;
  await lockOpportunities(tx, opportunitiesOf(before, change));
  const row = await tx.db
    .updateTable("activity")
    .set({ ...change, version: before.version + 1, updated_at: tx.at })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new Refusal("record.stale");
  const after = placedActivity(row);
  await follow(tx, before, after);
  tellOf(tx, { kind, before, after });
  return after;
}

const opportunitiesOf = (...rows: ActivityChange[]): string[] => [
  ...new Set(rows.flatMap(({ opportunity_id }) => (opportunity_id ? [opportunity_id] : []))),
];

const isTouch = (row: ActivityColumns | undefined): boolean => Boolean(row?.done_at && !row.deleted_at && row.opportunity_id);

/** What the opportunities keep of their activities follows: the last touch and the next activity. */
async function follow(tx: WriteTx, before: StoredActivity | undefined, after: StoredActivity): Promise<void> {
  if (before?.opportunity_id && isTouch(before) && (!isTouch(after) || before.opportunity_id !== after.opportunity_id))
    await untouchOpportunity(tx, before.opportunity_id, after.id);
  if (after.opportunity_id && after.done_at && isTouch(after))
    await touchOpportunity(tx, after.opportunity_id, { sourceId: after.id, kind: after.kind, at: after.done_at });
  for (const id of opportunitiesOf(...(before ? [before] : []), after)) await keepNextActivity(tx, id, await nextOf(tx, id));
  await scheduleReminder(tx, before, after);
}

const isReminding = (row: StoredActivity | undefined): boolean =>
  Boolean(row?.remind_at && row.assignee_id && !row.done_at && !row.deleted_at);

/** One job an activity: a moved reminder takes the place of the former. The job asks again whether it still holds. */
async function scheduleReminder(tx: WriteTx, before: StoredActivity | undefined, after: StoredActivity): Promise<void> {
  if (!isReminding(after) || !after.remind_at || after.remind_at <= tx.at) return;
  const isSame =
    isReminding(before) && before?.remind_at?.getTime() === after.remind_at.getTime() && before.assignee_id === after.assignee_id;
  if (isSame) return;
  const payload = JSON.stringify({ workspaceId: tx.actor.workspaceId, actorId: after.assignee_id, jobId: after.id });
  await sql`select enqueue_job('reminder', ${payload}::jsonb, ${after.remind_at}, ${`reminder:${after.id}`})`.execute(tx.db);
}

async function nextOf(tx: ReadTx, opportunityId: string) {
  return tx.db
    .selectFrom("activity")
    .select(["id", "kind", "title", "due_on", "due_time"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("opportunity_id", "=", opportunityId)
    .where("done_at", "is", null)
    .where("deleted_at", "is", null)
    .orderBy("due_on")
    .orderBy(sql`due_time asc nulls last`)
    .orderBy("id")
    .executeTakeFirst();
}

type Story = { readonly kind: FactKind; readonly before: ActivityChange; readonly after: StoredActivity };

function tellOf(tx: WriteTx, { kind, before, after }: Story): void {
  tx.change.tell({
    kind,
    type: "activity",
    id: after.id,
    name: after.title,
    opportunityId: after.opportunity_id,
    clientId: after.client_id,
    contactId: after.contact_id,
    fields: told(before, after),
    version: after.version,
    ...(after.opportunity_id === null ? {} : { visibility: [{ managerId: after.managerId, teamId: after.teamId }] }),
  });
}

const TOLD = [
  "kind",
  "title",
  "notes",
  "due_on",
  "due_time",
  "remind_at",
  "duration_minutes",
  "done_at",
  "done_by",
  "outcome",
  "assignee_id",
  "opportunity_id",
  "client_id",
  "contact_id",
  "deleted_at",
] as const satisfies readonly (keyof ActivityChange)[];

function told(before: ActivityChange, after: ActivityChange) {
  const pick = (row: ActivityChange): Record<string, unknown> =>
    Object.fromEntries(TOLD.filter((column) => column in after).map((column) => [column, plain(row[column])]));
  return fieldsChanged(pick(before), pick(after));
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));
