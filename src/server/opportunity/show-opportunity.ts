import { opportunityEndpoints } from "#contract/opportunity-endpoints.ts";
import { mayReadContacts } from "#domain/contact/policy.ts";
import { mayEditOpportunity, maySeeOpportunity } from "#domain/opportunity/policy.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { linksOf, replaceLinks } from "#server/opportunity/opportunity-contacts.ts";
import { getOpportunity, saveOpportunity } from "#server/opportunity/opportunity-store.ts";
import { showOne } from "#server/opportunity/present-opportunity.ts";
import { handle } from "#server/platform/handle.ts";

export const showOpportunity = handle(opportunityEndpoints.showOpportunity, {
  subject: ({ tx, params }) => visibleOpportunity(tx, params.id),
  allow: maySeeOpportunity,
  run: ({ tx, subject }) => showOne(tx, subject.id),
});

/** Without the module's right a record does not exist (404), whatever its scope. */
export const visibleOpportunity: typeof getOpportunity = async (tx, id, also) => {
  if (tx.actor.rights.opportunities === "none") throw new Refusal("request.notFound");
  return getOpportunity(tx, id, also);
};

export const setOpportunityContacts = handle(opportunityEndpoints.setOpportunityContacts, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: (actor, subject) => mayEditOpportunity(actor, subject) && mayReadContacts(actor),
  run: async ({ tx, subject, body }) => {
    const before = await linksOf(tx, subject.id);
    const after = await replaceLinks(tx, subject.id, body.contacts);
    await saveOpportunity(
      tx,
      subject,
      {},
      {
        kind: "opportunity.contacts",
        extra: JSON.stringify(before) === JSON.stringify(after) ? {} : { contacts: { from: before, to: after } },
      },
    );
    return showOne(tx, subject.id);
  },
});
