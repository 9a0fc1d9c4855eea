import { z } from "zod";
import {
  address,
  country,
  currency,
  day,
  decimal,
  flag,
  id,
  idParams,
  instant,
  listQuery,
  money,
  optionalText,
  pageOf,
  positiveDecimal,
  reference,
  searchText,
  several,
  text,
} from "#contract/common.ts";
import { phoneOut } from "#contract/client.ts";
import { endpoint } from "#contract/endpoint.ts";

export const OPPORTUNITY_SORTS = [
  "name",
  "amount",
  "departsOn",
  "expectedCloseOn",
  "createdAt",
  "updatedAt",
  "lastTouchAt",
  "number",
] as const;

export const BOARD_SORTS = ["expectedCloseOn", "departsOn", "amount", "lastTouchAt"] as const;

export const PERIODS = ["hour", "day", "week", "month", "quarter", "year"] as const;
export const CONTACT_ROLES = ["main", "decisionMaker", "leader", "traveller", "billing"] as const;

const destination = z.object({ country: country.nullable(), place: text(120) }).meta({ id: "Destination" });

export const stale = z.object({ since: day, days: z.int(), reason: z.string(), lastTouch: z.string() }).meta({ id: "Stale" });

const opportunityContact = z
  .object({
    id,
    name: z.string(),
    role: z.enum(CONTACT_ROLES).nullable(),
    isMain: z.boolean(),
    phone: phoneOut.nullable(),
    email: z.string().nullable(),
    jobTitle: z.string().nullable(),
  })
  .meta({ id: "OpportunityContact" });

/** What a card of the board shows, and a row of the list needs at least. */
export const opportunityCard = z
  .object({
    id,
    number: z.string(),
    name: z.string(),
    client: reference,
    manager: reference.nullable(),
    pipelineId: id,
    stageId: id,
    outcome: z.enum(["open", "won", "lost"]),
    priority: z.boolean(),
    amount: money,
    amountSource: z.enum(["products", "typed", "quote"]),
    marginPercent: z.string().nullable(),
    departsOn: day.nullable(),
    returnsOn: day.nullable(),
    destinations: z.array(destination),
    pax: z.int().nullable(),
    expectedCloseOn: day.nullable(),
    stale: stale.nullable(),
    waitingUntil: day.nullable(),
    nextActivity: z.object({ id, kind: z.string(), title: z.string(), dueOn: day }).nullable(),
    version: z.int(),
    can: z.object({ edit: z.boolean(), close: z.boolean(), delete: z.boolean() }),
  })
  .meta({ id: "OpportunityCard" });

export const opportunity = opportunityCard
  .extend({
    contacts: z.array(opportunityContact).nullable(),
    team: reference.nullable(),
    stageName: z.string(),
    stageSince: instant,
    /** When each stage was last entered, of one opportunity alone: null in lists. */
    stageVisits: z.array(z.object({ stageId: id, since: day })).nullable(),
    closedOn: day.nullable(),
    lostReasonId: id.nullable(),
    lostReasonName: z.string().nullable(),
    competitor: reference.nullable(),
    lostComment: z.string().nullable(),
    probabilityPercent: z.int(),
    probabilityPinned: z.boolean(),
    objective: money.nullable(),
    potentialRevenue: money,
    likelyRevenue: money,
    estimatedMargin: money.nullable(),
    marginSource: z.enum(["quote", "products", "default"]).nullable(),
    amountHome: money,
    valueKind: z.enum(["fixed", "recurring"]),
    period: z.enum(PERIODS).nullable(),
    periods: z.int().nullable(),
    currency,
    rate: z.object({ value: z.string(), on: day.nullable(), source: z.string().nullable() }),
    flexibleDays: z.int(),
    adults: z.int().nullable(),
    children: z.int().nullable(),
    infants: z.int().nullable(),
    freePlaces: z.int().nullable(),
    budgetPerPerson: money.nullable(),
    sourceId: id.nullable(),
    sourceName: z.string().nullable(),
    description: z.string().nullable(),
    waitingReason: z.string().nullable(),
    lastTouch: z.object({ at: instant, kind: z.string() }),
    missing: z.array(z.enum(["contact", "departure", "participants", "amount", "destination"])),
    overdue: z.boolean(),
    tags: z.array(z.string()),
    custom: z.record(z.string(), z.unknown()),
    createdAt: instant,
    updatedAt: instant,
    deletedAt: instant.nullable(),
  })
  .meta({ id: "Opportunity" });

const headCount = z.int().min(0).max(100_000).nullable();

/** Written with the names that are read; references as ids. */
const fields = {
  name: text(200),
  clientId: id,
  managerId: id.nullable(),
  teamId: id.nullable(),
  stageId: id,
  priority: z.boolean(),
  /** Null or zero: the amount follows the products. */
  amount: positiveDecimal.nullable(),
  objective: positiveDecimal.nullable(),
  currency,
  valueKind: z.enum(["fixed", "recurring"]),
  period: z.enum(PERIODS).nullable(),
  periods: z.int().min(1).max(1200).nullable(),
  /** Null releases a pinned probability: it follows the stage again. */
  probabilityPercent: z.int().min(0).max(100).nullable(),
  departsOn: day.nullable(),
  returnsOn: day.nullable(),
  flexibleDays: z.int().min(0).max(60),
  destinations: z.array(destination).max(30),
  adults: headCount,
  children: headCount,
  infants: headCount,
  freePlaces: headCount,
  budgetPerPerson: positiveDecimal.nullable(),
  sourceId: id.nullable(),
  expectedCloseOn: day.nullable(),
  description: optionalText(20_000),
  waitingUntil: day.nullable(),
  waitingReason: optionalText(300),
};

const newClient = z.object({
  name: text(200),
  kindId: id.nullable().optional(),
  address: z.object(address).partial().optional(),
  email: z.email().max(254).nullable().optional(),
});
const newContact = z.object({
  firstName: optionalText(100).optional(),
  lastName: text(100),
  email: z.email().max(254).nullable().optional(),
  phone: optionalText(40).optional(),
});
const contactLink = z.object({
  contactId: id.optional(),
  /** Created in the same request; if one fails, nothing is written. */
  contact: newContact.optional(),
  role: z.enum(CONTACT_ROLES).nullable().optional(),
  isMain: z.boolean().optional(),
});

export const createOpportunityBody = z
  .object({ ...fields, pipelineId: id, client: newClient, contacts: z.array(contactLink).max(100) })
  .partial()
  .required({ name: true })
  .meta({ id: "NewOpportunity", description: "Required: name, and clientId (or client: one to create with it)." });

export const editOpportunityBody = z.object(fields).partial().meta({ id: "OpportunityChange" });

export const opportunityFilters = {
  pipelineId: several(id).optional(),
  stageId: several(id).optional(),
  managerId: several(id).optional(),
  teamId: several(id).optional(),
  clientId: several(id).optional(),
  contactId: several(id).optional(),
  sourceId: several(id).optional(),
  lostReasonId: several(id).optional(),
  outcome: several(z.enum(["open", "won", "lost"])).optional(),
  priority: flag.optional(),
  stale: flag.optional(),
  overdue: flag.optional(),
  incomplete: flag.optional(),
  destination: searchText.optional(),
  country: several(country).optional(),
  "departsOn[gte]": day.optional(),
  "departsOn[lte]": day.optional(),
  "expectedCloseOn[gte]": day.optional(),
  "expectedCloseOn[lte]": day.optional(),
  "closedOn[gte]": day.optional(),
  "closedOn[lte]": day.optional(),
  "amount[gte]": decimal.optional(),
  "amount[lte]": decimal.optional(),
  q: searchText.optional(),
};
export const opportunityFilter = z.object(opportunityFilters);

export const opportunityTotals = z
  .object({
    count: z.int(),
    amount: money,
    likely: money,
    margin: money.nullable(),
    pax: z.int(),
    /** Rows whose amount is not known yet, left out of nothing: they count zero. */
    unknownAmounts: z.int(),
    /** At least one row is in another currency: the sum is of values converted at their frozen rates. */
    mixed: z.boolean(),
  })
  .meta({ id: "OpportunityTotals" });

const boardColumn = z
  .object({
    stageId: id,
    count: z.int(),
    total: money,
    likely: money,
    cards: z.array(opportunityCard),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "BoardColumn" });

const refusesEdit = ["request.forbidden", "request.notFound", "record.stale", "request.preconditionRequired", "request.invalid"] as const;

export const opportunityEndpoints = {
  listOpportunities: endpoint({
    id: "listOpportunities",
    method: "GET",
    path: "/opportunities",
    tag: "opportunities",
    access: "read",
    summary: `Opportunities you may see. Sort by at most two of: ${OPPORTUNITY_SORTS.join(", ")} ("-" before a name: descending).`,
    query: z.object({
      ...listQuery,
      ...opportunityFilters,
      sort: z.string().max(100).default("expectedCloseOn"),
      totals: flag.optional(),
      deleted: flag.optional(),
      include: z.string().max(100).optional(),
    }),
    returns: pageOf(opportunity).extend({ totals: opportunityTotals.optional() }),
    refuses: ["request.forbidden", "cursor.mismatch", "request.invalid"],
  }),
  showBoard: endpoint({
    id: "showBoard",
    method: "GET",
    path: "/opportunities/board",
    tag: "opportunities",
    access: "read",
    summary: "Every column of a pipeline: exact count, total and likely over all matching open opportunities, and its first cards.",
    query: z.object({
      ...opportunityFilters,
      pipelineId: id.optional(),
      sort: z.enum(BOARD_SORTS).default("expectedCloseOn"),
      limit: z.coerce.number().int().min(0).max(100).default(50),
    }),
    returns: z.object({
      pipelineId: id,
      columns: z.array(boardColumn),
      totals: z.object({ count: z.int(), total: money, likely: money, mixed: z.boolean() }),
    }),
    refuses: ["request.forbidden", "request.notFound", "request.invalid"],
  }),
  showBoardColumn: endpoint({
    id: "showBoardColumn",
    method: "GET",
    path: "/opportunities/board/{stageId}",
    tag: "opportunities",
    access: "read",
    summary: "The next cards of one column.",
    params: z.object({ stageId: id }),
    query: z.object({
      ...opportunityFilters,
      sort: z.enum(BOARD_SORTS).default("expectedCloseOn"),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(2000).optional(),
    }),
    returns: z.object({ cards: z.array(opportunityCard), nextCursor: z.string().nullable() }),
    refuses: ["request.forbidden", "request.notFound", "cursor.mismatch", "request.invalid"],
  }),
  showOpportunity: endpoint({
    id: "showOpportunity",
    method: "GET",
    path: "/opportunities/{id}",
    tag: "opportunities",
    access: "read",
    summary: "One opportunity. 410 with who and when if it was deleted and may be restored.",
    params: idParams,
    returns: opportunity,
    refuses: ["request.notFound", "record.deleted"],
  }),
  createOpportunity: endpoint({
    id: "createOpportunity",
    method: "POST",
    path: "/opportunities",
    tag: "opportunities",
    access: "write",
    status: 201,
    summary: "Creates an opportunity. Only name and client are required; client and contacts may be created with it.",
    body: createOpportunityBody,
    returns: opportunity,
    refuses: ["request.forbidden", "request.invalid"],
  }),
  editOpportunity: endpoint({
    id: "editOpportunity",
    method: "PATCH",
    path: "/opportunities/{id}",
    tag: "opportunities",
    access: "write",
    versioned: true,
    summary: "Changes fields of an opportunity (merge). Never changes its outcome.",
    params: idParams,
    body: editOpportunityBody,
    returns: opportunity,
    refuses: refusesEdit,
  }),
  deleteOpportunity: endpoint({
    id: "deleteOpportunity",
    method: "DELETE",
    path: "/opportunities/{id}",
    tag: "opportunities",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes an opportunity; it can be restored for 30 days.",
    params: idParams,
    refuses: refusesEdit,
  }),
  restoreOpportunity: endpoint({
    id: "restoreOpportunity",
    method: "POST",
    path: "/opportunities/{id}/restore",
    tag: "opportunities",
    access: "write",
    summary: "Restores a deleted opportunity.",
    params: idParams,
    returns: opportunity,
    refuses: ["request.forbidden", "request.notFound"],
  }),
  moveOpportunity: endpoint({
    id: "moveOpportunity",
    method: "POST",
    path: "/opportunities/{id}/move",
    tag: "opportunities",
    access: "write",
    summary: "Moves an open opportunity to a stage. With fromStageId: 409 when it is elsewhere by now.",
    params: idParams,
    body: z.object({ stageId: id, fromStageId: id.optional(), expectedCloseOn: day.nullable().optional() }),
    returns: opportunity,
    refuses: ["request.forbidden", "request.notFound", "opportunity.closed", "opportunity.elsewhere", "request.invalid"],
  }),
  winOpportunity: endpoint({
    id: "winOpportunity",
    method: "POST",
    path: "/opportunities/{id}/win",
    tag: "opportunities",
    access: "write",
    versioned: true,
    summary: "Wins an open opportunity; the closing day is today in the agency's time zone unless given.",
    params: idParams,
    body: z.object({ closedOn: day.optional() }).default({}),
    returns: opportunity,
    refuses: [...refusesEdit, "opportunity.closed"],
  }),
  loseOpportunity: endpoint({
    id: "loseOpportunity",
    method: "POST",
    path: "/opportunities/{id}/lose",
    tag: "opportunities",
    access: "write",
    versioned: true,
    summary: "Loses an open opportunity, for a reason of the list.",
    params: idParams,
    body: z.object({
      reasonId: id,
      competitorId: id.nullable().optional(),
      comment: optionalText(2000).optional(),
      closedOn: day.optional(),
    }),
    returns: opportunity,
    refuses: [...refusesEdit, "opportunity.closed"],
  }),
  reopenOpportunity: endpoint({
    id: "reopenOpportunity",
    method: "POST",
    path: "/opportunities/{id}/reopen",
    tag: "opportunities",
    access: "write",
    versioned: true,
    summary: "Reopens a won or lost opportunity at the stage, amount and probability of before.",
    params: idParams,
    body: z.object({}).default({}),
    returns: opportunity,
    refuses: [...refusesEdit, "opportunity.notClosed"],
  }),
  setOpportunityContacts: endpoint({
    id: "setOpportunityContacts",
    method: "PUT",
    path: "/opportunities/{id}/contacts",
    tag: "opportunities",
    access: "write",
    summary: "The contacts of an opportunity with their roles, exactly one of them the main one. Replaces the list.",
    params: idParams,
    body: z.object({ contacts: z.array(contactLink).max(100) }),
    returns: opportunity,
    refuses: ["request.forbidden", "request.notFound", "request.invalid"],
  }),
  refreshOpportunityRate: endpoint({
    id: "refreshOpportunityRate",
    method: "POST",
    path: "/opportunities/{id}/refresh-rate",
    tag: "opportunities",
    access: "write",
    summary: "Freezes today's exchange rate of the settings for this opportunity.",
    params: idParams,
    body: z.object({}).default({}),
    returns: opportunity,
    refuses: ["request.forbidden", "request.notFound", "request.invalid"],
  }),
  changeOpportunities: endpoint({
    id: "changeOpportunities",
    method: "POST",
    path: "/opportunities/bulk",
    tag: "opportunities",
    access: "write",
    summary:
      "One change of many opportunities, by ids or by filter, as one undoable change. Rows you may not change are left out and counted. Above 200 rows: 202 with a job.",
    body: z.object({
      ids: z.array(id).max(10_000).optional(),
      filter: opportunityFilter.optional(),
      change: z.object({
        managerId: id.nullable().optional(),
        teamId: id.nullable().optional(),
        stageId: id.optional(),
        priority: z.boolean().optional(),
        delete: z.literal(true).optional(),
      }),
    }),
    returns: z.object({ changed: z.int(), skipped: z.int(), jobId: id.nullable() }),
    refuses: ["request.forbidden", "request.invalid"],
  }),
};

export type Opportunity = z.output<typeof opportunity>;
export type OpportunityCard = z.output<typeof opportunityCard>;
