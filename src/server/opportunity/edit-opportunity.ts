import type { Opportunity } from "#contract/opportunity.ts";
import { opportunityEndpoints } from "#contract/opportunity-endpoints.ts";
import { pinProbability, moveTo } from "#domain/opportunity/opportunity.ts";
import { mayDeleteOpportunity, mayEditOpportunity } from "#domain/opportunity/policy.ts";
import { convert, minorRate } from "#domain/opportunity/forecast.ts";
import { readCustomColumn } from "#server/custom-field/read-custom.ts";
import {
  columnsOfBody,
  currencyOfBody,
  refuseImpossible,
  unknownReferences,
  type OpportunityBody,
} from "#server/opportunity/opportunity-body.ts";
import { productsMinorOf } from "#server/opportunity/opportunity-products.ts";
import { rateColumns } from "#server/opportunity/opportunity-rate.ts";
import { columnsOfSale, getStage, saleOf } from "#server/opportunity/opportunity-stage.ts";
import { getOpportunity, saveOpportunity, type Columns, type StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import { showOne } from "#server/opportunity/present-opportunity.ts";
import { saveAndShow } from "#server/opportunity/save-and-show.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import { withHeldTags } from "#server/tag/tag-store.ts";
import { fraction } from "#domain/shared/fraction.ts";

export const editOpportunity = handle(opportunityEndpoints.editOpportunity, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  current: (tx, subject) => showOne(tx, subject.id),
  run: ({ tx, subject, body }) => editOne(tx, subject, body),
});

export async function editOne(tx: WriteTx, subject: StoredOpportunity, body: OpportunityBody): Promise<Opportunity> {
  const change = await changeOf(tx, subject, body);
  const moved = change.stage_id !== undefined && change.stage_id !== subject.stage_id;
  return saveAndShow(tx, subject, change, { kind: moved ? "opportunity.moved" : "opportunity.edited" });
}

/** A change of fields by a person, with what follows from it by the rules of the trade. */
export async function changeOf(tx: WriteTx, before: StoredOpportunity, asked: OpportunityBody): Promise<Columns> {
  const body = await withHeldTags(tx, before.tag_ids, asked);
  const currency = currencyOfBody(body) ?? before.currency;
  const money = currency === before.currency ? {} : { ...(await rateColumns(tx, currency)), ...digitsKept(before, currency) };
  const custom = await readCustomColumn(tx, "opportunity", { before: before.custom, change: body.custom });
  let change: Columns = { ...money, ...columnsOfBody(body, currency, productsMinorOf(before)), ...custom };
  const [stage, unknown] = await Promise.all([
    getStage(tx, body.stageId ?? before.stage_id, body.stageId ? "/stageId" : "/stage"),
    unknownReferences(tx, change),
  ]);
  if (body.stageId && body.stageId !== before.stage_id)
    change = { ...change, ...columnsOfSale(moveTo(saleOf(before), stage)), ...touched(tx) };
  if (body.probabilityPercent !== undefined)
    change = { ...change, ...columnsOfSale(pinProbability(saleOf(before), body.probabilityPercent, stage)) };
  refuseImpossible({ ...before, ...change }, tx, unknown);
  return change;
}

/** A stage move is a touch. */
export function touched(tx: WriteTx): Columns {
  return { stage_since: tx.at, last_touch_at: tx.at, last_touch_kind: "moved" };
}

/** Another currency keeps the digits: 1,000.00 EUR becomes 1,000 JPY. */
function digitsKept(before: StoredOpportunity, currency: string): Columns {
  const rate = minorRate(fraction(1n), before.currency, currency);
  const same = (minor: string | null) => (minor === null ? null : convert(BigInt(minor), rate).toString());
  return {
    amount_minor: same(before.amount_minor) ?? "0",
    objective_minor: same(before.objective_minor),
    budget_minor: same(before.budget_minor),
  };
}

export const refreshOpportunityRate = handle(opportunityEndpoints.refreshOpportunityRate, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  run: async ({ tx, subject }) => {
    await saveOpportunity(tx, subject, await rateColumns(tx, subject.currency), { kind: "opportunity.edited" });
    return showOne(tx, subject.id);
  },
});

export const deleteOpportunity = handle(opportunityEndpoints.deleteOpportunity, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayDeleteOpportunity,
  current: (tx, subject) => showOne(tx, subject.id),
  run: async ({ tx, subject }) => {
    await saveOpportunity(tx, subject, { deleted_at: tx.at, deleted_by: tx.actor.userId }, { kind: "opportunity.deleted" });
  },
});

export const restoreOpportunity = handle(opportunityEndpoints.restoreOpportunity, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id, { deleted: true }),
  allow: mayDeleteOpportunity,
  run: async ({ tx, subject }) => {
    await saveOpportunity(tx, subject, { deleted_at: null, deleted_by: null }, { kind: "opportunity.restored" });
    return showOne(tx, subject.id);
  },
});
