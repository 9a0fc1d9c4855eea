import { sql } from "kysely";
import { quoteMarkEndpoints } from "#contract/quote-mark-endpoints.ts";
import { followQuote } from "#domain/opportunity/amount.ts";
import { refuseClosed } from "#domain/opportunity/opportunity.ts";
import { mayEditOpportunity, maySeeOpportunity } from "#domain/opportunity/policy.ts";
import { mayCreateQuotes, mayReadQuotes } from "#domain/quote/policy.ts";
import { inCurrencyOf, type QuoteMark } from "#domain/quote/quote-mark.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { acceptedOf, chosenOf } from "#server/opportunity/opportunity-quotes.ts";
import { saleOf } from "#server/opportunity/opportunity-stage.ts";
import { saveOpportunity, type StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import { visibleOpportunity } from "#server/opportunity/show-opportunity.ts";
import { handle } from "#server/platform/handle.ts";
import { presentQuote, quoteColumns, quoteJoins, type QuoteRow } from "#server/quote/present-quote.ts";

export const listOpportunityQuotes = handle(quoteMarkEndpoints.listOpportunityQuotes, {
  subject: ({ tx, params }) => visibleOpportunity(tx, params.id),
  allow: (actor, subject) => maySeeOpportunity(actor, subject) && mayReadQuotes(actor),
  run: async ({ tx, subject }) => {
    const { rows } = await sql<QuoteRow>`select ${quoteColumns(tx)}, null as cursor_values from quote q ${quoteJoins}
      where q.workspace_id = ${tx.actor.workspaceId} and q.opportunity_id = ${subject.id} and q.deleted_at is null
      order by q.created_at desc, q.id desc`.execute(tx.db);
    const edit = mayEditOpportunity(tx.actor, subject);
    const [chosen, accepted] = [chosenOf(subject), acceptedOf(subject)];
    return {
      data: rows.map((row) => presentQuote(tx, row)),
      chosen: presentTotal(subject, chosen),
      accepted: presentTotal(subject, accepted),
      can: {
        create: edit && mayCreateQuotes(tx.actor),
        follow: edit && subject.outcome === "open" && chosen !== null && subject.amount_source !== "quote",
      },
    };
  },
});

/** What the amount would be by it, and what the amount is more than that; null when they agree. */
function presentTotal(opportunity: StoredOpportunity, mark: QuoteMark | null) {
  if (mark === null) return null;
  const { currency } = opportunity;
  const difference = BigInt(opportunity.amount_minor) - inCurrencyOf(BigInt(mark.totalMinor), mark, opportunity);
  return {
    quoteId: mark.quoteId,
    version: mark.number,
    payers: mark.payers,
    total: { amount: formatAmount(BigInt(mark.totalMinor), mark.currency), currency: mark.currency },
    difference: difference === 0n ? null : { amount: formatAmount(difference, currency), currency },
  };
}

export const followChosenQuote = handle(quoteMarkEndpoints.followChosenQuote, {
  subject: ({ tx, params }) => visibleOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  run: async ({ tx, subject }) => {
    refuseClosed(saleOf(subject));
    const chosen = chosenOf(subject);
    if (chosen === null) throw new Refusal("quote.notMarked");
    const { minor, source } = followQuote(inCurrencyOf(BigInt(chosen.totalMinor), chosen, subject));
    await saveOpportunity(tx, subject, { amount_minor: minor.toString(), amount_source: source }, { kind: "opportunity.edited" });
  },
});
