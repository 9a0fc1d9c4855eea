import { sql } from "kysely";
import { contactEndpoints, type Contact } from "#contract/contact.ts";
import { mayDeleteContacts, mayReadContacts, mayWriteContacts } from "#domain/contact/policy.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { may } from "#domain/user/rights.ts";
import { agencyCountry } from "#server/client/client-store.ts";
import { consentOf, getContact, type ContactColumns } from "#server/contact/contact-store.ts";
import { presentPhone } from "#server/contact/phone-number.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { customConditions, withCustom, withCustomOrders, type WithCustom } from "#server/custom-field/custom-conditions.ts";
import { filterCondition } from "#server/custom-field/record-filter.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { cursorValues, joinsOf, readKeyset, readPage, type SortFields } from "#server/platform/keyset.ts";
import { hasTag, tagsColumn, withKnownTags, type SeenTag } from "#server/tag/tag-store.ts";
import { CONTACT_FILTERED } from "#server/contact/contact-filter-fields.ts";
import { searchTerms } from "#server/platform/search-terms.ts";

export const CONTACT_ORDERS: SortFields = {
  lastName: { expression: sql.raw("c.last_name"), cast: "text", nullable: false, collate: true },
  name: { expression: sql.raw("c.name"), cast: "text", nullable: false, collate: true },
  city: { expression: sql.raw("c.city"), cast: "text", nullable: true, collate: true },
  createdAt: { expression: sql.raw("c.created_at"), cast: "timestamptz", nullable: false },
  updatedAt: { expression: sql.raw("c.updated_at"), cast: "timestamptz", nullable: false },
};
const ID = sql.raw("c.id");

type LinkedClients = Contact["clients"];
export type ContactRow = ContactColumns & { readonly clients: LinkedClients; readonly tags: SeenTag[]; readonly cursor_values: unknown };

function columns(tx: ReadTx) {
  if (!may(tx.actor, "clients", "read")) return sql`c.*, ${tagsColumn("contact")} as tags, null::json as clients`;
  return sql`c.*, ${tagsColumn("contact")} as tags, (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'role', l.role, 'isMain', l.is_main) order by k.name), '[]')
    from client_contact l join client k on k.workspace_id = l.workspace_id and k.id = l.client_id
    where l.workspace_id = c.workspace_id and l.contact_id = c.id and k.deleted_at is null) as clients`;
}

export const listContacts = handle(contactEndpoints.listContacts, {
  subject: nothing,
  allow: mayReadContacts,
  run: async ({ tx, query }) => {
    const { sort, cursor, limit, count, ...asked } = query;
    const orders = await withCustomOrders(tx, "contact", { orders: CONTACT_ORDERS, sort });
    const keyset = readKeyset(orders, sort, { cursor, filters: asked });
    const conditions = contactConditions(tx, await withKnownTags(tx, await withCustom(tx, "contact", asked)));
    const home = await agencyCountry(tx);
    const page = await readPage(
      keyset,
      limit,
      async (piece, most, order) => {
        const found = sql`select c.*, ${cursorValues(keyset)} as cursor_values, row_number() over (${order}) as place from contact c ${joinsOf(keyset)} where ${conditions} and ${piece} ${order} limit ${most}`;
        return (await sql<ContactRow>`select ${columns(tx)}, c.cursor_values from (${found}) c order by c.place`.execute(tx.db)).rows;
      },
      ID,
    );
    const total = count
      ? Number(
          (await sql<{ count: string }>`select count(*) as count from contact c where ${conditions}`.execute(tx.db)).rows[0]?.count ?? 0,
        )
      : undefined;
    return {
      data: page.rows.map((row) => presentContact(tx, row, home)),
      page: { nextCursor: page.nextCursor },
      ...(total === undefined ? {} : { total }),
    };
  },
});

export type ContactFilter = WithCustom<{
  readonly q?: string | undefined;
  readonly clientId?: string[] | undefined;
  readonly tag?: string[] | undefined;
  readonly newsletter?: "subscribed" | "refused" | "unknown" | undefined;
  readonly country?: string | undefined;
  readonly deleted?: boolean | undefined;
  readonly filter?: unknown;
}>;

export function contactConditions(tx: ReadTx, filter: ContactFilter) {
  const conditions = [
    sql<boolean>`c.workspace_id = ${tx.actor.workspaceId}`,
    sql<boolean>`c.deleted_at is ${sql.raw(filter.deleted ? "not null" : "null")}`,
  ];
  if (filter.newsletter)
    conditions.push(
      { subscribed: sql<boolean>`c.newsletter`, refused: sql<boolean>`not c.newsletter`, unknown: sql<boolean>`c.newsletter is null` }[
        filter.newsletter
      ],
    );
  if (filter.tag) conditions.push(hasTag("contact", filter.tag));
  if (filter.country) conditions.push(sql<boolean>`c.country = ${filter.country}`);
  if (filter.clientId?.length) {
    // Whose contacts these are would be told.
    if (!may(tx.actor, "clients", "read")) throw new Refusal("request.forbidden");
    conditions.push(
      sql<boolean>`exists (select 1 from client_contact l where l.workspace_id = c.workspace_id and l.contact_id = c.id and l.client_id = any (${filter.clientId}))`,
    );
  }
  if (filter.filter !== undefined) conditions.push(filterCondition(tx, CONTACT_FILTERED, filter));
  conditions.push(...customConditions(tx, "c", filter.custom));
  const terms = searchTerms(filter.q);
  // The deleted ones left the search with their deletion; they are few, and found by name.
  if (filter.deleted) conditions.push(...terms.map((term) => sql<boolean>`strpos(fold(c.name), fold(${term})) > 0`));
  else if (terms.length > 0)
    conditions.push(sql<boolean>`c.id in (select record_id from search_records('contact', ${terms}::text[], false))`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

export const showContact = handle(contactEndpoints.showContact, {
  subject: ({ tx, params }) => getContact(tx, params.id),
  allow: mayReadContacts,
  run: ({ tx, subject }) => showOneContact(tx, subject.id),
});

export async function showOneContact(tx: ReadTx, id: string): Promise<Contact> {
  const { rows } =
    await sql<ContactRow>`select ${columns(tx)}, null as cursor_values from contact c where c.workspace_id = ${tx.actor.workspaceId} and c.id = ${id}`.execute(
      tx.db,
    );
  const [row] = rows;
  if (!row) throw new Error("a contact that was just loaded is gone");
  return presentContact(tx, row, await agencyCountry(tx));
}

function presentContact(tx: ReadTx, row: ContactRow, homeCountry: string): Contact {
  return {
    id: row.id,
    firstName: row.first_name || null,
    lastName: row.last_name || null,
    name: row.name ?? "",
    gender: row.gender as Contact["gender"],
    jobTitle: row.job_title,
    email: row.email,
    phone: presentPhone(row, homeCountry),
    address: { street: row.street, postalCode: row.postal_code, city: row.city, region: row.region, country: row.country },
    language: row.language as Contact["language"],
    notes: row.notes,
    tags: row.tags,
    newsletter: consentOf(row),
    custom: row.custom as Contact["custom"],
    clients: row.clients,
    can: { edit: mayWriteContacts(tx.actor) && !row.deleted_at, delete: mayDeleteContacts(tx.actor) && !row.deleted_at },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    version: row.version,
  };
}
