import { opportunityEndpoints } from "#contract/opportunity-endpoints.ts";
import { lose, reopen, win } from "#domain/opportunity/opportunity.ts";
import { mayEditOpportunity } from "#domain/opportunity/policy.ts";
import { refuseUnknownReferences } from "#server/opportunity/opportunity-body.ts";
import { wonFiguresOf } from "#server/opportunity/opportunity-quotes.ts";
import { columnsOfSale, getStage, saleOf } from "#server/opportunity/opportunity-stage.ts";
import { getOpportunity } from "#server/opportunity/opportunity-store.ts";
import { showOne } from "#server/opportunity/present-opportunity.ts";
import { saveAndShow } from "#server/opportunity/save-and-show.ts";
import { handle } from "#server/platform/handle.ts";

export const winOpportunity = handle(opportunityEndpoints.winOpportunity, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  current: (tx, subject) => showOne(tx, subject.id),
  run: async ({ tx, subject, body }) => {
    const change = win(saleOf(subject), { closedOn: body.closedOn ?? tx.today, ...wonFiguresOf(subject) });
    return saveAndShow(tx, subject, columnsOfSale(change), { kind: "opportunity.won" });
  },
});

export const loseOpportunity = handle(opportunityEndpoints.loseOpportunity, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  current: (tx, subject) => showOne(tx, subject.id),
  run: async ({ tx, subject, body }) => {
    const change = lose(saleOf(subject), {
      closedOn: body.closedOn ?? tx.today,
      reasonId: body.reasonId,
      competitorId: body.competitorId ?? null,
      comment: body.comment ?? null,
    });
    const columns = columnsOfSale(change);
    await refuseUnknownReferences(tx, columns);
    return saveAndShow(tx, subject, columns, { kind: "opportunity.lost" });
  },
});

export const reopenOpportunity = handle(opportunityEndpoints.reopenOpportunity, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  current: (tx, subject) => showOne(tx, subject.id),
  run: async ({ tx, subject }) => {
    const stage = await getStage(tx, subject.stage_id, "/stage");
    return saveAndShow(tx, subject, columnsOfSale(reopen(saleOf(subject), stage)), { kind: "opportunity.reopened" });
  },
});
