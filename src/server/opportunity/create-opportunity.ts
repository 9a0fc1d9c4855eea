import type { z } from "zod";
import type { Opportunity } from "#contract/opportunity.ts";
import type { createOpportunityBody } from "#contract/opportunity-write.ts";
import type { Actor } from "#domain/shared/actor.ts";
import { opportunityEndpoints } from "#contract/opportunity-endpoints.ts";
import { mayWriteClients } from "#domain/client/policy.ts";
import { mayReadContacts, mayWriteContacts } from "#domain/contact/policy.ts";
import { pinProbability } from "#domain/opportunity/opportunity.ts";
import { mayCreateOpportunities } from "#domain/opportunity/policy.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { insertClient } from "#server/client/client-store.ts";
import { readCustomColumn } from "#server/custom-field/read-custom.ts";
import { columnsOfBody, currencyOfBody, refuseImpossible, unknownReferences } from "#server/opportunity/opportunity-body.ts";
import { NOTHING_PLANNED } from "#server/opportunity/follow-opportunity.ts";
import { readLinks } from "#server/opportunity/opportunity-contacts.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { rateColumns } from "#server/opportunity/opportunity-rate.ts";
import { columnsOfSale, firstStage, getStage, saleOf } from "#server/opportunity/opportunity-stage.ts";
import { insertOpportunity } from "#server/opportunity/opportunity-store.ts";
import { showOne } from "#server/opportunity/present-opportunity.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";
import { withHeldTags } from "#server/tag/tag-store.ts";
import { nextNumber } from "#server/platform/next-number.ts";

export const createOpportunity = handle(opportunityEndpoints.createOpportunity, {
  subject: nothing,
  allow: (actor, _subject, { body }) => mayCreateFrom(actor, body),
  run: ({ tx, body }) => createOne(tx, body),
});

export type NewOpportunityBody = z.output<typeof createOpportunityBody>;

/** Client and persons may be made with it: each needs its own right. */
export function mayCreateFrom(actor: Actor, body: NewOpportunityBody): boolean {
  return (
    mayCreateOpportunities(actor) &&
    (!body.client || mayWriteClients(actor)) &&
    (!body.contacts?.length || mayReadContacts(actor)) &&
    (!body.contacts?.some((link) => link.contact) || mayWriteContacts(actor))
  );
}

export async function createOne(tx: WriteTx, body: NewOpportunityBody): Promise<Opportunity> {
  const { client, contacts, pipelineId, ...asked } = body;
  const fields = await withHeldTags(tx, [], asked);
  if (!fields.clientId && !client) throw refuseField("/clientId", "value.required");
  const clientId = fields.clientId ?? (client ? await insertClient(tx, client) : undefined);
  const currency = currencyOfBody(fields) ?? tx.agency.currency;
  const managerId = fields.managerId === undefined ? tx.actor.userId : fields.managerId;
  const columns = columnsOfBody({ ...fields, managerId, ...(clientId ? { clientId } : {}) }, currency);
  // Asked at once: each is a question of its own.
  const [stage, teamId, rate, custom, unknown] = await Promise.all([
    fields.stageId ? getStage(tx, fields.stageId) : firstStage(tx, pipelineId),
    fields.teamId === undefined ? teamOf(tx, managerId) : fields.teamId,
    rateColumns(tx, currency),
    readCustomColumn(tx, "opportunity", { change: fields.custom }),
    unknownReferences(tx, columns),
  ]);
  if (pipelineId && stage.pipelineId !== pipelineId) throw refuseField("/stageId", "stage.otherPipeline");
  const row: OpportunityColumns = {
    ...emptyRow(tx),
    ...rate,
    stage_id: stage.id,
    pipeline_id: stage.pipelineId,
    probability_percent: stage.probabilityPercent,
    ...columns,
    team_id: teamId,
    ...custom,
  };
  const pinned =
    fields.probabilityPercent === undefined ? {} : columnsOfSale(pinProbability(saleOf(row), fields.probabilityPercent, stage));
  const whole: OpportunityColumns = { ...row, ...pinned };
  refuseImpossible(whole, tx, unknown);
  const [links, number] = await Promise.all([readLinks(tx, contacts ?? []), nextNumber(tx, "OPP")]);
  const [, shown] = await Promise.all([insertOpportunity(tx, { ...whole, number }, links), showOne(tx, whole.id)]);
  return shown;
}

/** A new opportunity belongs to its manager's first team. */
async function teamOf(tx: WriteTx, managerId: string | null): Promise<string | null> {
  if (managerId === null) return null;
  const found = await tx.db
    .selectFrom("team_member")
    .select("team_id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("user_id", "=", managerId)
    .orderBy("position")
    .orderBy("team_id")
    .executeTakeFirst();
  return found?.team_id ?? null;
}

const NOTHING_ADDED = {
  custom: {},
  tag_ids: [] as string[],
  has_contact: false,
  chosen_version_id: null,
  chosen_quote: null,
  accepted_version_id: null,
  accepted_quote: null,
};

export function emptyRow(tx: WriteTx): OpportunityColumns {
  if (!tx.actor.userId) throw new Refusal("request.unauthenticated");
  return {
    workspace_id: tx.actor.workspaceId,
    id: newId(),
    number: "",
    name: "",
    client_id: "",
    manager_id: null,
    team_id: null,
    pipeline_id: "",
    stage_id: "",
    outcome: "open",
    closed_on: null,
    lost_reason_id: null,
    competitor_id: null,
    lost_comment: null,
    before_closing: null,
    priority: false,
    probability_percent: 0,
    probability_pinned: false,
    amount_minor: "0",
    amount_source: "products",
    objective_minor: null,
    value_kind: "fixed",
    period: null,
    periods: null,
    currency: tx.agency.currency,
    rate: "1",
    rate_on: null,
    rate_source: null,
    departs_on: null,
    returns_on: null,
    flexible_days: 0,
    destinations: [],
    destination_keys: [],
    adults: null,
    children: null,
    infants: null,
    free_places: null,
    pax: null,
    budget_minor: null,
    source_id: null,
    expected_close_on: null,
    description: null,
    total_minor: "0",
    likely_minor: "0",
    margin_minor: "0",
    margin_source: "default",
    total_home_minor: "0",
    likely_home_minor: "0",
    margin_home_minor: "0",
    products_count: 0,
    products_minor: null,
    products_margin_minor: null,
    stage_since: tx.at,
    last_touch_at: tx.at,
    last_touch_kind: "created",
    waiting_until: null,
    waiting_reason: null,
    ...NOTHING_PLANNED,
    ...NOTHING_ADDED,
    version: 1,
    created_at: tx.at,
    created_by: tx.actor.userId,
    updated_at: tx.at,
    deleted_at: null,
    deleted_by: null,
  };
}
