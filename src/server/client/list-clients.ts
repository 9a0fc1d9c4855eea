import { sql } from "kysely";
import { clientEndpoints } from "#contract/client.ts";
import { mayReadClients } from "#domain/client/policy.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { may } from "#domain/user/rights.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { customConditions, withCustom, withCustomOrders, type WithCustom } from "#server/custom-field/custom-conditions.ts";
import { filterCondition } from "#server/custom-field/record-filter.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { cursorValues, joinsOf, readKeyset, readPage, type SortFields } from "#server/platform/keyset.ts";
import { hasTag, withKnownTags } from "#server/tag/tag-store.ts";
import { CLIENT_FILTERED, withOpportunity } from "#server/client/client-filter-fields.ts";
import { searchTerms } from "#server/platform/search-terms.ts";
import { agencyCountry, getClient } from "#server/client/client-store.ts";
import { clientColumns, clientJoins, presentClient, type ClientRow } from "#server/client/present-client.ts";

export const CLIENT_ORDERS: SortFields = {
  name: { expression: sql.raw("c.name"), cast: "text", nullable: false, collate: true },
  city: { expression: sql.raw("c.city"), cast: "text", nullable: true, collate: true },
  createdAt: { expression: sql.raw("c.created_at"), cast: "timestamptz", nullable: false },
  updatedAt: { expression: sql.raw("c.updated_at"), cast: "timestamptz", nullable: false },
  lastTouchAt: { expression: sql.raw("c.last_touch_at"), cast: "timestamptz", nullable: false },
};
const ID = sql.raw("c.id");

export const listClients = handle(clientEndpoints.listClients, {
  subject: nothing,
  allow: mayReadClients,
  run: async ({ tx, query }) => {
    const { sort, cursor, limit, count, ...asked } = query;
    const orders = await withCustomOrders(tx, "client", { orders: CLIENT_ORDERS, sort });
    const keyset = readKeyset(orders, sort, { cursor, filters: asked });
    const conditions = clientConditions(tx, await withKnownTags(tx, await withCustom(tx, "client", asked)));
    const home = await agencyCountry(tx);
    const page = await readPage(
      keyset,
      limit,
      async (piece, most, order) => {
        const found = sql`select c.*, ${cursorValues(keyset)} as cursor_values, row_number() over (${order}) as place from client c ${joinsOf(keyset)} where ${conditions} and ${piece} ${order} limit ${most}`;
        return (
          await sql<ClientRow>`select ${clientColumns(tx)}, c.cursor_values from (${found}) c ${clientJoins} order by c.place`.execute(
            tx.db,
          )
        ).rows;
      },
      ID,
    );
    const total = count
      ? Number(
          (await sql<{ count: string }>`select count(*) as count from client c where ${conditions}`.execute(tx.db)).rows[0]?.count ?? 0,
        )
      : undefined;
    return {
      data: page.rows.map((row) => presentClient(tx, row, home)),
      page: { nextCursor: page.nextCursor },
      ...(total === undefined ? {} : { total }),
    };
  },
});

export type ClientFilter = WithCustom<{
  readonly q?: string | undefined;
  readonly kindId?: string[] | undefined;
  readonly status?: string[] | undefined;
  readonly managerId?: string[] | undefined;
  readonly contactId?: string[] | undefined;
  readonly tag?: string[] | undefined;
  readonly country?: string | undefined;
  readonly deleted?: boolean | undefined;
  readonly filter?: unknown;
  readonly withoutOpportunity?: boolean | undefined;
}>;

export function clientConditions(tx: ReadTx, filter: ClientFilter) {
  const conditions = [
    sql<boolean>`c.workspace_id = ${tx.actor.workspaceId}`,
    sql<boolean>`c.deleted_at is ${sql.raw(filter.deleted ? "not null" : "null")}`,
  ];
  if (filter.withoutOpportunity !== undefined) {
    // Whether there is one would be told.
    if (!may(tx.actor, "opportunities", "read")) throw new Refusal("request.forbidden");
    conditions.push(filter.withoutOpportunity ? sql<boolean>`not ${withOpportunity}` : withOpportunity);
  }
  if (filter.kindId?.length) conditions.push(sql<boolean>`c.kind_id = any (${filter.kindId})`);
  if (filter.status?.length) conditions.push(sql<boolean>`c.status = any (${filter.status})`);
  if (filter.managerId?.length)
    conditions.push(sql<boolean>`c.manager_id = any (${filter.managerId.map((one) => (one === "me" ? tx.actor.userId : one))})`);
  if (filter.tag) conditions.push(hasTag("client", filter.tag));
  if (filter.country) conditions.push(sql<boolean>`c.country = ${filter.country}`);
  if (filter.contactId?.length) {
    if (!may(tx.actor, "contacts", "read")) throw new Refusal("request.forbidden");
    conditions.push(
      sql<boolean>`exists (select 1 from client_contact l where l.workspace_id = c.workspace_id and l.client_id = c.id and l.contact_id = any (${filter.contactId}))`,
    );
  }
  if (filter.filter !== undefined) conditions.push(filterCondition(tx, CLIENT_FILTERED, filter));
  conditions.push(...customConditions(tx, "c", filter.custom));
  const terms = searchTerms(filter.q);
  // The deleted ones left the search with their deletion; they are few, and found by name.
  if (filter.deleted) conditions.push(...terms.map((term) => sql<boolean>`strpos(fold(c.name), fold(${term})) > 0`));
  else if (terms.length > 0)
    conditions.push(sql<boolean>`c.id in (select record_id from search_records('client', ${terms}::text[], false))`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

export const showClient = handle(clientEndpoints.showClient, {
  subject: ({ tx, params }) => getClient(tx, params.id),
  allow: mayReadClients,
  run: ({ tx, subject }) => showOneClient(tx, subject.id),
});

export async function showOneClient(tx: ReadTx, id: string) {
  const { rows } =
    await sql<ClientRow>`select ${clientColumns(tx)}, null as cursor_values from client c ${clientJoins} where c.workspace_id = ${tx.actor.workspaceId} and c.id = ${id}`.execute(
      tx.db,
    );
  const [row] = rows;
  if (!row) throw new Error("a client that was just loaded is gone");
  return presentClient(tx, row, await agencyCountry(tx));
}
