import { sql, type RawBuilder } from "kysely";
import { factEndpoints } from "#contract/fact.ts";
import { keyToldAs } from "#domain/custom-field/custom-field.ts";
import type { TIMELINE_PARTS } from "#contract/timeline-part.ts";
import { mayReadActivities } from "#domain/activity/policy.ts";
import { mayReadClients } from "#domain/client/policy.ts";
import { mayReadContacts } from "#domain/contact/policy.ts";
import { maySeeOpportunity } from "#domain/opportunity/policy.ts";
import { mayReadQuotes } from "#domain/quote/policy.ts";
import { mayManageUsers } from "#domain/user/policy.ts";
import { getClient } from "#server/client/client-store.ts";
import { getContact } from "#server/contact/contact-store.ts";
import { visibleOpportunity } from "#server/opportunity/show-opportunity.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { newestFirst, nextAfter } from "#server/platform/newest-first.ts";
import { searchTerms } from "#server/platform/search-terms.ts";
import { thingsOf } from "#server/timeline/facts-things.ts";
import { namesFor, presentFact, type FactRow } from "#server/timeline/present-fact.ts";

type Query = {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly show?: (typeof TIMELINE_PARTS)[number] | undefined;
  readonly q?: string | undefined;
  readonly field?: string | undefined;
};

export const showOpportunityTimeline = handle(factEndpoints.showOpportunityTimeline, {
  subject: ({ tx, params }) => visibleOpportunity(tx, params.id, { deleted: true }),
  allow: maySeeOpportunity,
  run: ({ tx, subject, query }) => pageOfFacts(tx, sql`f.opportunity_id = ${subject.id}`, query),
});

export const showClientTimeline = handle(factEndpoints.showClientTimeline, {
  subject: ({ tx, params }) => getClient(tx, params.id, { deleted: true }),
  allow: mayReadClients,
  run: ({ tx, subject, query }) =>
    pageOfFacts(
      tx,
      sql`f.client_id = ${subject.id}${tx.actor.rights.opportunities === "none" ? sql` and f.opportunity_id is null` : sql``}`,
      query,
    ),
});

export const showContactTimeline = handle(factEndpoints.showContactTimeline, {
  subject: ({ tx, params }) => getContact(tx, params.id, { deleted: true }),
  allow: mayReadContacts,
  run: ({ tx, subject, query }) => pageOfFacts(tx, sql`f.contact_id = ${subject.id}`, query),
});

export const listFacts = handle(factEndpoints.listFacts, {
  subject: nothing,
  allow: mayManageUsers,
  run: ({ tx, query }) =>
    pageOfFacts(
      tx,
      sql`true${query.kind ? sql` and f.kind = ${query.kind}` : sql``}${query.actorId ? sql` and f.actor_id = ${query.actorId}` : sql``}`,
      query,
    ),
});

/** The opportunity's currency when the fact was told: what the next change of it came from, else the present one. */
const currencyThen = sql`case when f.fields ?| array['amount_minor', 'objective_minor', 'budget_minor'] then coalesce((
      select later.fields -> 'currency' ->> 'from' from fact later
      where later.workspace_id = f.workspace_id and later.opportunity_id = f.opportunity_id and later.record_type = 'opportunity'
        and later.fields ? 'currency' and (later.at, later.id) > (f.at, f.id)
      order by later.at, later.id limit 1), o.currency) else o.currency end`;

/** Newest first. The row policy leaves out what belongs to opportunities the reader may not see. */
async function pageOfFacts(tx: ReadTx, about: RawBuilder<unknown>, query: Query) {
  const { rows } = await sql<FactRow>`
    select f.*, ${currencyThen} as currency, f.at::text as exact_at, c.origin, u.name as actor_name, undo.at as undone_at, undoer.name as undone_by_name,
      not exists (select 1 from fact other where other.workspace_id = f.workspace_id and other.change_id = f.change_id
        and other.record_type = f.record_type and other.record_id <> f.record_id) as alone
    from fact f
    join change c on c.workspace_id = f.workspace_id and c.id = f.change_id
    left join opportunity o on o.workspace_id = f.workspace_id and o.id = f.opportunity_id
    left join app_user u on u.workspace_id = f.workspace_id and u.id = f.actor_id
    left join change undo on undo.workspace_id = c.workspace_id and undo.id = c.undone_by
    left join app_user undoer on undoer.workspace_id = undo.workspace_id and undoer.id = undo.actor_id
    where f.workspace_id = ${tx.actor.workspaceId} and ${about} and ${partOf(tx, query)} and ${newestFirst(query.cursor, { at: "f.at", id: "f.id" })}
    order by f.at desc, f.id desc limit ${query.limit + 1}`.execute(tx.db);
  const shown = rows.slice(0, query.limit);
  const names = await namesFor(tx, shown);
  const things = await thingsOf(tx, shown);
  return { data: shown.map((row) => presentFact(tx, row, { names, things })), page: { nextCursor: nextAfter(rows, query.limit) } };
}

const PARTS = {
  changes: sql`f.record_type not in ('activity', 'message', 'document')`,
  exchanges: sql`f.record_type = 'message'`,
  activities: sql`f.record_type = 'activity'`,
  documents: sql`f.record_type = 'document'`,
};

/** Activities and messages are told to those who may read them. Words are looked for in names and in what people wrote. */
function partOf(tx: ReadTx, { show, q, field }: Query): RawBuilder<unknown> {
  const conditions = [mayReadActivities(tx.actor) ? sql`true` : sql`f.record_type not in ('activity', 'message')`];
  if (!mayReadQuotes(tx.actor)) conditions.push(sql`f.record_type not in ('quote', 'quoteTemplate')`);
  if (show) conditions.push(PARTS[show]);
  if (field) {
    const column = keyToldAs(field) ? field : field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    conditions.push(sql`(f.fields ? ${column} or f.fields ? ${`${column}_minor`})`);
  }
  for (const term of searchTerms(q))
    conditions.push(
      sql`strpos(fold(f.record_name || ' ' || case when f.record_type in ('activity', 'message') then f.fields::text else '' end), fold(${term})) > 0`,
    );
  return sql.join(conditions, sql` and `);
}
