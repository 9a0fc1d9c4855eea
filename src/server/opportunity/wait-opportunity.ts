import { opportunityEndpoints } from "#contract/opportunity-endpoints.ts";
import { refuseClosed, type OutcomeKind } from "#domain/opportunity/opportunity.ts";
import { mayEditOpportunity } from "#domain/opportunity/policy.ts";
import { mayWaitUntil } from "#domain/opportunity/staleness.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import { getOpportunity, saveOpportunity } from "#server/opportunity/opportunity-store.ts";
import { showOne } from "#server/opportunity/present-opportunity.ts";
import { handle } from "#server/platform/handle.ts";

export const waitOpportunity = handle(opportunityEndpoints.waitOpportunity, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  run: async ({ tx, subject, body: { until, reason } }) => {
    refuseClosed({ outcome: subject.outcome as OutcomeKind });
    if (until !== null) {
      if (until < tx.today) throw refuseField("/until", "waiting.past");
      if (!mayWaitUntil(until, tx.today)) throw refuseField("/until", "waiting.tooLong");
    }
    const change = { waiting_until: until, waiting_reason: until === null ? null : (reason ?? null) };
    await saveOpportunity(tx, subject, change, { kind: "opportunity.edited" });
    return showOne(tx, subject.id);
  },
});
