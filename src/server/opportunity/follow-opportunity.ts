import { sql } from "kysely";
import type { Day } from "#domain/shared/day.ts";
import type { WriteTx } from "#server/platform/database.ts";

/*
 * What later features tell an opportunity: that it was touched, and what is planned next. Both are kept on its row, so that
 * lists and board join nothing. They change no version: nobody edited the opportunity.
 */

/** Later features write in this order, the opportunity first: two of them at once wait for each other instead of blocking. */
export async function lockOpportunities(tx: WriteTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`select 1 from opportunity where workspace_id = ${tx.actor.workspaceId} and id = any (${[...ids]}) order by id for no key update`.execute(
    tx.db,
  );
}

type Touch = { readonly sourceId: string; readonly kind: string; readonly at: Date };

/** Something happened: the clock of staleness starts again, and a waiting whose day has come is answered. */
export async function touchOpportunity(tx: WriteTx, id: string, { sourceId, kind, at }: Touch): Promise<void> {
  await sql`
    insert into opportunity_touch (workspace_id, opportunity_id, source_id, at, kind)
    values (${tx.actor.workspaceId}, ${id}, ${sourceId}, ${at}, ${kind})
    on conflict (workspace_id, opportunity_id, source_id) do update set at = excluded.at, kind = excluded.kind`.execute(tx.db);
  await keepLastTouch(tx, id);
}

/** What was a touch is taken back: the one before it is the last again. */
export async function untouchOpportunity(tx: WriteTx, id: string, sourceId: string): Promise<void> {
  await tx.db
    .deleteFrom("opportunity_touch")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("opportunity_id", "=", id)
    .where("source_id", "=", sourceId)
    .execute();
  await keepLastTouch(tx, id);
}

/** The last of all touches; its creation and its moves count among them. */
async function keepLastTouch(tx: WriteTx, id: string): Promise<void> {
  await sql`
    update opportunity o set last_touch_at = last.at, last_touch_kind = last.kind,
      waiting_until = case when o.waiting_until <= (last.at at time zone ${tx.agency.timezone})::date then null else o.waiting_until end,
      waiting_reason = case when o.waiting_until <= (last.at at time zone ${tx.agency.timezone})::date then null else o.waiting_reason end
    from (
      (select at, kind from opportunity_touch where workspace_id = ${tx.actor.workspaceId} and opportunity_id = ${id} order by at desc limit 1)
      union all
      select stage_since, case when stage_since > created_at then 'moved' else 'created' end from opportunity
      where workspace_id = ${tx.actor.workspaceId} and id = ${id}
      order by at desc limit 1
    ) last
    where o.workspace_id = ${tx.actor.workspaceId} and o.id = ${id}`.execute(tx.db);
}

type Next = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly due_on: Day;
  readonly due_time: string | null;
};

export const NOTHING_PLANNED = {
  next_activity_id: null,
  next_activity_kind: null,
  next_activity_title: null,
  next_activity_on: null,
  next_activity_time: null,
};

export async function keepNextActivity(tx: WriteTx, id: string, next: Next | undefined): Promise<void> {
  await tx.db
    .updateTable("opportunity")
    .set(
      next
        ? {
            next_activity_id: next.id,
            next_activity_kind: next.kind,
            next_activity_title: next.title,
            next_activity_on: next.due_on,
            next_activity_time: next.due_time,
          }
        : NOTHING_PLANNED,
    )
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .execute();
}
