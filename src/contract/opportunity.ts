import { z } from "zod";
import { customValues } from "#contract/custom-field.ts";
import { country, currency, day, id, instant, money, reference, text } from "#contract/common.ts";
import { phoneOut } from "#contract/client.ts";

export const PERIODS = ["hour", "day", "week", "month", "quarter", "year"] as const;
export const CONTACT_ROLES = ["main", "decisionMaker", "leader", "traveller", "billing"] as const;

export const destination = z.object({ country: country.nullable(), place: text(120) }).meta({ id: "Destination" });

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
    nextActivity: z.object({ id, kind: z.string(), title: z.string(), dueOn: day, dueTime: z.string().nullable() }).nullable(),
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
    /** What the products panel comes to (for one period): null while it is empty. */
    products: z.object({ count: z.int(), total: money.nullable() }),
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
    tags: z.array(reference),
    custom: customValues,
    createdAt: instant,
    updatedAt: instant,
    deletedAt: instant.nullable(),
  })
  .meta({ id: "Opportunity" });

export type Opportunity = z.output<typeof opportunity>;
export type OpportunityCard = z.output<typeof opportunityCard>;
