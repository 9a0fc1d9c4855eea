import { sql } from "kysely";
import { clientEndpoints } from "#contract/client.ts";
import { likenessOf } from "#domain/client/duplicates.ts";
import { mayReadClients } from "#domain/client/policy.ts";
import { readPhone } from "#server/contact/phone-number.ts";
import { agencyCountry } from "#server/client/client-store.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { searchTerms } from "#server/platform/search-terms.ts";

type Candidate = { id: string; name: string; city: string | null; email: string | null; phone: string | null };

export const findClientDuplicates = handle(clientEndpoints.findClientDuplicates, {
  subject: nothing,
  allow: mayReadClients,
  run: async ({ tx, query }) => {
    const phone = query.phone ? readPhone(query.phone, await agencyCountry(tx)).number : null;
    const words = searchTerms(query.name).filter((word) => word.length >= 3);
    // Each word may find a candidate; how alike they are is the domain's question.
    const byName = words.map((word) => sql`select record_id from search_records('client', ${[word]}::text[], false, false)`);
    const near =
      byName.length > 0 ? sql`or c.id in (select record_id from (${sql.join(byName, sql` union all `)}) found limit 500)` : sql``;
    const { rows } = await sql<Candidate>`
      select c.id, c.name, c.city, c.email, c.phone from client c
      where c.workspace_id = ${tx.actor.workspaceId} and c.deleted_at is null and c.id is distinct from ${query.except ?? null}
        and (lower(c.email) = lower(${query.email ?? null}) or c.phone = ${phone} ${near}) limit 200`.execute(tx.db);
    const wanted = { name: query.name ?? "", city: query.city ?? null, email: query.email ?? null, phone };
    const found = rows
      .map((row) => ({ id: row.id, name: row.name, city: row.city, reasons: likenessOf(wanted, row) }))
      .filter((row) => row.reasons.length > 0);
    return { data: found.sort((a, b) => b.reasons.length - a.reasons.length).slice(0, 3) };
  },
});
