import { opportunityEndpoints } from "#contract/opportunity-endpoints.ts";
import { moveTo } from "#domain/opportunity/opportunity.ts";
import { mayEditOpportunity } from "#domain/opportunity/policy.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { touched } from "#server/opportunity/edit-opportunity.ts";
import { columnsOfSale, getStage, saleOf } from "#server/opportunity/opportunity-stage.ts";
import { getOpportunity } from "#server/opportunity/opportunity-store.ts";
import { showOne } from "#server/opportunity/present-opportunity.ts";
import { saveAndShow } from "#server/opportunity/save-and-show.ts";
import { handle } from "#server/platform/handle.ts";

export const moveOpportunity = handle(opportunityEndpoints.moveOpportunity, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  run: async ({ tx, subject, body }) => {
    if (body.fromStageId && body.fromStageId !== subject.stage_id)
      throw new Refusal("opportunity.elsewhere", { current: await showOne(tx, subject.id) });
    const stage = await getStage(tx, body.stageId);
    const change = columnsOfSale(moveTo(saleOf(subject), stage));
    const close = body.expectedCloseOn === undefined ? {} : { expected_close_on: body.expectedCloseOn };
    return stage.id === subject.stage_id
      ? saveAndShow(tx, subject, close, { kind: "opportunity.edited" })
      : saveAndShow(tx, subject, { ...change, ...close, ...touched(tx) }, { kind: "opportunity.moved" });
  },
});
