import { sql } from "kysely";
import { messageEndpoints } from "#contract/message.ts";
import type { PlacedActivity } from "#domain/activity/policy.ts";
import { mentionsOf } from "#domain/message/message.ts";
import { maySeeMessages } from "#domain/message/policy.ts";
import type { Actor, Locale, Role } from "#domain/shared/actor.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import { effectiveRights, type RightOverrides } from "#domain/user/rights.ts";
import { clientOwner, contactOwner, opportunityOwner } from "#server/message/message-owner.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";

type Person = { readonly id: string; readonly name: string };
type Row = Person & { role: Role; overrides: RightOverrides; language: Locale; team_ids: string[]; mate_ids: string[] };

/** Colleagues who may see a record: asked of each one's own rights, as if they opened it. */
async function peopleWhoSee(tx: ReadTx, placed: PlacedActivity): Promise<Person[]> {
  const { rows } = await sql<Row>`
    with member as (
      select m.user_id, m.team_id from team_member m
      join team t on t.workspace_id = m.workspace_id and t.id = m.team_id and t.deleted_at is null
      where m.workspace_id = ${tx.actor.workspaceId}
    )
    select u.id, u.name, u.role, u.overrides, u.language,
      array(select m.team_id from member m where m.user_id = u.id)::text[] as team_ids,
      array(select distinct other.user_id from member mine join member other on other.team_id = mine.team_id where mine.user_id = u.id)::text[] as mate_ids
    from app_user u where u.workspace_id = ${tx.actor.workspaceId} and u.disabled_at is null
    order by u.name collate name_order, u.id`.execute(tx.db);
  return rows.filter((row) => maySeeMessages(actorOf(tx, row), placed)).map(({ id, name }) => ({ id, name }));
}

function actorOf(tx: ReadTx, row: Row): Actor {
  return {
    workspaceId: tx.actor.workspaceId,
    userId: row.id,
    name: row.name,
    role: row.role,
    rights: effectiveRights(row.role, row.overrides),
    teamIds: row.team_ids,
    mateIds: [...new Set([row.id, ...row.mate_ids])],
    locale: row.language,
  };
}

/** The persons a text mentions: nobody who may not see the record. */
export async function mentionedIn(tx: ReadTx, body: string, placed: PlacedActivity): Promise<string[]> {
  const ids = mentionsOf(body);
  if (ids.length === 0) return ids;
  const people = await peopleWhoSee(tx, placed);
  if (!ids.every((id) => people.some((person) => person.id === id))) throw refuseField("/body", "mention.unseen");
  return ids;
}

export const listOpportunityMentionable = handle(messageEndpoints.listOpportunityMentionable, {
  subject: ({ tx, params }) => opportunityOwner(tx, params.id),
  allow: maySeeMessages,
  run: async ({ tx, subject }) => ({ data: await peopleWhoSee(tx, subject) }),
});
export const listClientMentionable = handle(messageEndpoints.listClientMentionable, {
  subject: ({ tx, params }) => clientOwner(tx, params.id),
  allow: maySeeMessages,
  run: async ({ tx, subject }) => ({ data: await peopleWhoSee(tx, subject) }),
});
export const listContactMentionable = handle(messageEndpoints.listContactMentionable, {
  subject: ({ tx, params }) => contactOwner(tx, params.id),
  allow: maySeeMessages,
  run: async ({ tx, subject }) => ({ data: await peopleWhoSee(tx, subject) }),
});
