import { sql } from "kysely";
import { mentionOf } from "#domain/message/message.ts";
import { addDays } from "#domain/shared/day.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { insertActivity } from "#server/activity/activity-store.ts";
import { DEMO_LINES } from "#server/main/demo-activity-words.ts";
import { clientOwner, opportunityOwner } from "#server/message/message-owner.ts";
import { insertMessage } from "#server/message/message-store.ts";
import { startChange } from "#server/platform/change.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";

type Open = {
  readonly id: string;
  readonly manager_id: string;
  readonly manager_name: string;
  readonly colleague_id: string;
  readonly contact_id: string | null;
  readonly language: Locale | null;
  readonly last_touch_at: Date;
};

const MINUTE = 60_000;
/** When the next one is due, in days from today, with an hour or none: late, today, this week, later; then nothing planned. */
const DUE: readonly (readonly [days: number, time: string | null] | null)[] = [
  [-4, null],
  [0, "14:30"],
  [1, "09:30"],
  [3, "10:00"],
  [0, "11:30"],
  [8, null],
  null,
  [-1, null],
  [2, null],
  [0, "16:00"],
  [15, null],
  [0, null],
  [5, "18:00"],
];

/** What was done for the open opportunities and what is planned next, written with the day they were last touched. */
export async function tellDemoActivities(tx: WriteTx): Promise<void> {
  const { rows } = await sql<Open>`
    select o.id, o.manager_id, u.name as manager_name, c.language, o.last_touch_at,
      (select l.contact_id from opportunity_contact l where l.workspace_id = o.workspace_id and l.opportunity_id = o.id and l.is_main) as contact_id,
      (select m.id from app_user m where m.workspace_id = o.workspace_id and m.role <> 'reader' and m.id <> o.manager_id order by m.id limit 1) as colleague_id
    from opportunity o
    join client c on c.workspace_id = o.workspace_id and c.id = o.client_id
    join app_user u on u.workspace_id = o.workspace_id and u.id = o.manager_id
    where o.workspace_id = ${tx.actor.workspaceId} and o.outcome = 'open' order by o.number`.execute(tx.db);
  for (const [index, one] of rows.entries()) await tellOne(tx, one, index);
  await tellProspects(tx);
}

async function tellOne(tx: WriteTx, one: Open, index: number): Promise<void> {
  const lines = DEMO_LINES[one.language ?? "fr"];
  const touched = one.last_touch_at.getTime();
  const linked = { opportunity_id: one.id, contact_id: one.contact_id, assignee_id: one.manager_id };
  const was = lines.done[index % lines.done.length];
  const called = dated(tx, touched + 20 * MINUTE, one.manager_id);
  if (was && index % 4 !== 3) {
    const { minutes, ...told } = was;
    await insertActivity(called, newId(), {
      ...linked,
      ...told,
      duration_minutes: minutes,
      due_on: called.today,
      done_at: called.at,
      done_by: one.manager_id,
    });
    await called.change.flush();
  }
  if (index % 3 === 0) {
    const note = lines.notes[(index / 3) % lines.notes.length] ?? "";
    const written = dated(tx, touched + 40 * MINUTE, one.colleague_id);
    // Every other one turns to the administrator, who is asked for advice.
    const asked = index % 2 === 0 && one.colleague_id !== tx.actor.userId && one.manager_id !== tx.actor.userId;
    const body = note.replace(
      "@",
      mentionOf(asked ? { id: tx.actor.userId, name: tx.actor.name } : { id: one.manager_id, name: one.manager_name }),
    );
    await insertMessage(written, await opportunityOwner(written, one.id), body);
    await written.change.flush();
  }
  const due = DUE[index % DUE.length];
  const next = lines.planned[index % lines.planned.length];
  if (!due || !next) return;
  const planned = dated(tx, touched + 60 * MINUTE, one.manager_id);
  await insertActivity(planned, newId(), { ...linked, ...next, due_on: addDays(tx.today, due[0]), due_time: due[1] });
  await planned.change.flush();
}

/** Clients looked after before they are worth an opportunity. */
async function tellProspects(tx: WriteTx): Promise<void> {
  const { rows } = await sql<{ id: string; language: Locale | null; manager_id: string | null }>`
    select c.id, c.language, c.manager_id from client c
    where c.workspace_id = ${tx.actor.workspaceId} and c.deleted_at is null
      and not exists (select 1 from opportunity o where o.workspace_id = c.workspace_id and o.client_id = c.id)
    order by c.name limit 6`.execute(tx.db);
  for (const [index, client] of rows.entries()) {
    const lines = DEMO_LINES[client.language ?? "fr"];
    const by = client.manager_id ?? tx.actor.userId;
    const past = dated(tx, tx.at.getTime() - (index * 9 + 2) * 24 * 60 * MINUTE, by);
    const was = lines.done[0];
    if (was) {
      const { minutes, ...told } = was;
      const linked = { client_id: client.id, assignee_id: by, done_by: by };
      await insertActivity(past, newId(), { ...linked, ...told, duration_minutes: minutes, due_on: past.today, done_at: past.at });
    }
    if (index === 0) await insertMessage(past, await clientOwner(past, client.id), lines.notes[1] ?? "");
    await past.change.flush();
  }
}

/** The transaction as it would have been then, by whoever did it; never later than now. */
function dated(tx: WriteTx, moment: number, by: string): WriteTx {
  const at = new Date(Math.min(moment, tx.at.getTime() - MINUTE));
  const then = { ...tx, actor: { ...tx.actor, userId: by }, at, today: dayInZone(at.toISOString(), tx.agency.timezone) };
  return { ...then, change: startChange(then, "system") };
}
