import { sql, type RawBuilder } from "kysely";
import { SEARCH_KINDS, searchEndpoints, type SearchKind } from "#contract/search.ts";
import { mayReadActivities } from "#domain/activity/policy.ts";
import { mayReadClients } from "#domain/client/policy.ts";
import { mayReadContacts } from "#domain/contact/policy.ts";
import { mayReadDocuments } from "#domain/document/policy.ts";
import { mayReadOpportunities } from "#domain/opportunity/policy.ts";
import { meansOpportunity } from "#domain/opportunity/words-for-opportunity.ts";
import { mayReadCatalogue } from "#domain/product/policy.ts";
import { mayReadQuotes } from "#domain/quote/policy.ts";
import type { Actor } from "#domain/shared/actor.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import { PREPARED } from "#server/platform/preparing-client.ts";
import { searchTerms } from "#server/platform/search-terms.ts";
import { foundOf, type FoundRow } from "#server/search/found.ts";
import { hitsOf } from "#server/search/hits.ts";

const MAY_READ: Readonly<Record<SearchKind, (actor: Actor) => boolean>> = {
  opportunity: mayReadOpportunities,
  client: mayReadClients,
  contact: mayReadContacts,
  activity: mayReadActivities,
  message: mayReadActivities,
  document: mayReadDocuments,
  quote: mayReadQuotes,
  supplier: mayReadCatalogue,
  product: mayReadCatalogue,
  step: mayReadCatalogue,
  tripTemplate: mayReadCatalogue,
};

/** Beyond these the database stops counting. */
const COUNTED = 200;

type HitRow = { readonly kind: SearchKind; readonly total: string; readonly score: number; readonly row: FoundRow };

/** Everyone may ask; what one has no right to is not among the kinds that are asked. */
export const search = handle(searchEndpoints.search, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx, query }) => {
    const terms = searchTerms(query.q);
    const kinds = SEARCH_KINDS.filter((kind) => MAY_READ[kind](tx.actor));
    const hits = kinds.length === 0 ? [] : await find(tx, kinds, terms);
    return {
      near: hits.length > 0 && hits.every(({ score }) => score < 1),
      groups: kinds.flatMap((type) => {
        const rows = hits.filter(({ kind }) => kind === type);
        const total = Number(rows[0]?.total ?? 0);
        if (total === 0) return [];
        return [
          {
            type,
            total: Math.min(total, COUNTED),
            isTotalExact: total <= COUNTED,
            data: rows.map(({ row, score }) => foundOf(tx, { type, row, terms, isNear: score < 1 })),
          },
        ];
      }),
    };
  },
});

/** One statement: the ids and how well each was found, then only the first four of each kind with what is shown of them. */
async function find(tx: ReadTx, kinds: readonly SearchKind[], terms: readonly string[]): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`${PREPARED} with found as materialized (${foundIn(tx, kinds, terms)}),
    best as (select f.* from found f where f.score >= 1 or f.score >= (select max(score) from found) - 0.15)
    ${sql.join(
      kinds.map((kind) => hitsOf(tx, kind)),
      sql` union all `,
    )} order by 1, 2`.execute(tx.db);
  return rows;
}

/** "Deal Lumière": the opportunities of Lumière, and whatever else holds both words. */
function foundIn(tx: ReadTx, kinds: readonly SearchKind[], terms: readonly string[]): RawBuilder<unknown> {
  const persons = mayReadContacts(tx.actor);
  const ask = (of: readonly SearchKind[], words: readonly string[]): RawBuilder<unknown> =>
    sql`select kind, id, score from search_everywhere(${of}::text[], ${words}::text[], ${kinds}::text[], ${persons})`;
  const rest = terms.filter((term) => !meansOpportunity(term));
  if (rest.length === terms.length || !kinds.includes("opportunity")) return ask(kinds, terms);
  const others = kinds.filter((kind) => kind !== "opportunity");
  return sql`${ask(["opportunity"], rest)} union all ${ask(others, terms)}`;
}
