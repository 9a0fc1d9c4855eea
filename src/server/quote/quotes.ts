import { quoteRecordEndpoints } from "#contract/quote-endpoints.ts";
import { mayEditOpportunity } from "#domain/opportunity/policy.ts";
import { mayDeleteQuote, mayEditQuote, maySeeQuote } from "#domain/quote/policy.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { untouchOpportunity } from "#server/opportunity/follow-opportunity.ts";
import { findOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import { showOneQuote } from "#server/quote/present-quote.ts";
import { getQuote, saveQuote, touchBy, type StoredQuote } from "#server/quote/quote-store.ts";

export const showQuote = handle(quoteRecordEndpoints.showQuote, {
  subject: ({ tx, params }) => getQuote(tx, params.id),
  allow: maySeeQuote,
  run: ({ tx, subject }) => showOneQuote(tx, subject.id),
});

export const editQuote = handle(quoteRecordEndpoints.editQuote, {
  subject: ({ tx, params }) => getQuote(tx, params.id),
  allow: mayEditQuote,
  current: (tx, subject) => showOneQuote(tx, subject.id),
  run: async ({ tx, subject, body }) => {
    const { name, contactId, language, opportunityId } = body;
    if (contactId) await refuseUnknownContact(tx, contactId);
    if (opportunityId !== undefined && opportunityId !== subject.opportunity_id) await refuseOtherOpportunity(tx, subject, opportunityId);
    const change = { name, contact_id: contactId, language, opportunity_id: opportunityId };
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    await saveQuote(tx, subject, said, "quote.edited");
    return showOneQuote(tx, subject.id);
  },
});

async function refuseUnknownContact(tx: ReadTx, id: string): Promise<void> {
  const found =
    tx.actor.rights.contacts === "none"
      ? undefined
      : await tx.db
          .selectFrom("contact")
          .select("id")
          .where("workspace_id", "=", tx.actor.workspaceId)
          .where("id", "=", id)
          .where("deleted_at", "is", null)
          .executeTakeFirst();
  if (!found) throw refuseField("/contactId", "reference.unknown");
}

/** A quote that hangs on an opportunity stays there: its marks and touches are that one's. */
async function refuseOtherOpportunity(tx: ReadTx, quote: StoredQuote, id: string): Promise<void> {
  if (quote.opportunity_id !== null) throw refuseField("/opportunityId", "value.choice");
  const opportunity = await findOpportunity(tx, id);
  if (!opportunity || opportunity.deleted_at || !mayEditOpportunity(tx.actor, opportunity))
    throw refuseField("/opportunityId", "reference.unknown");
}

export const deleteQuote = handle(quoteRecordEndpoints.deleteQuote, {
  subject: ({ tx, params }) => getQuote(tx, params.id),
  allow: mayDeleteQuote,
  current: (tx, subject) => showOneQuote(tx, subject.id),
  run: async ({ tx, subject }) => {
    await removeQuote(tx, subject);
  },
});

/** What bears a mark gives an opportunity its margin or its amount: the mark is taken off first. */
export async function removeQuote(tx: WriteTx, quote: StoredQuote): Promise<void> {
  if (quote.chosen_number !== null || quote.accepted_number !== null) throw new Refusal("record.inUse");
  await saveQuote(tx, quote, { deleted_at: tx.at, deleted_by: tx.actor.userId }, "quote.deleted");
  if (quote.opportunity_id !== null) await untouchOpportunity(tx, quote.opportunity_id, quote.id);
}

export const restoreQuote = handle(quoteRecordEndpoints.restoreQuote, {
  subject: ({ tx, params }) => getQuote(tx, params.id, { deleted: true }),
  allow: mayDeleteQuote,
  run: async ({ tx, subject }) => {
    await bringBackQuote(tx, subject);
    return showOneQuote(tx, subject.id);
  },
});

export async function bringBackQuote(tx: WriteTx, quote: StoredQuote): Promise<void> {
  await saveQuote(tx, quote, { deleted_at: null, deleted_by: null }, "quote.restored");
  await touchBy(tx, quote);
}
