import { sql } from "kysely";
import { contactEndpoints } from "#contract/contact.ts";
import { personLikenessOf } from "#domain/contact/duplicates.ts";
import { mayReadContacts } from "#domain/contact/policy.ts";
import { agencyCountry } from "#server/client/client-store.ts";
import { readPhone } from "#server/contact/phone-number.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { searchTerms } from "#server/platform/search-terms.ts";

type Candidate = {
  id: string;
  name: string;
  first_name: string;
  last_name: string;
  city: string | null;
  email: string | null;
  phone: string | null;
};

export const findContactDuplicates = handle(contactEndpoints.findContactDuplicates, {
  subject: nothing,
  allow: mayReadContacts,
  run: async ({ tx, query }) => {
    const phone = query.phone ? readPhone(query.phone, await agencyCountry(tx)).number : null;
    const words = searchTerms(query.lastName).filter((word) => word.length >= 2);
    const near =
      words.length > 0
        ? sql`or c.id in (select record_id from search_records('contact', ${words}::text[], false, false) limit 300)`
        : sql``;
    const { rows } = await sql<Candidate>`
      select c.id, c.name, c.first_name, c.last_name, c.city, c.email, c.phone from contact c
      where c.workspace_id = ${tx.actor.workspaceId} and c.deleted_at is null and c.id is distinct from ${query.except ?? null}
        and (lower(c.email) = lower(${query.email ?? null}) or c.phone = ${phone} ${near}) limit 200`.execute(tx.db);
    const wanted = {
      firstName: query.firstName ?? "",
      lastName: query.lastName ?? "",
      city: query.city ?? null,
      email: query.email ?? null,
      phone,
    };
    const found = rows
      .map((row) => ({
        id: row.id,
        name: row.name,
        city: row.city,
        reasons: personLikenessOf(wanted, {
          firstName: row.first_name,
          lastName: row.last_name,
          city: row.city,
          email: row.email,
          phone: row.phone,
        }),
      }))
      .filter((row) => row.reasons.length > 0);
    return { data: found.sort((a, b) => b.reasons.length - a.reasons.length).slice(0, 3) };
  },
});
