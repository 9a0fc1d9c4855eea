import { z } from "zod";
import { address, beside, currency, day, id, isGiven, optionalText, text, writtenMoney } from "#contract/common.ts";
import { customChange } from "#contract/custom-field.ts";
import { CONTACT_ROLES, destination, PERIODS } from "#contract/opportunity.ts";
import { tagIds } from "#contract/tag.ts";

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
  amount: writtenMoney.nullable(),
  objective: writtenMoney.nullable(),
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
  budgetPerPerson: writtenMoney.nullable(),
  sourceId: id.nullable(),
  expectedCloseOn: day.nullable(),
  description: optionalText(20_000),
  waitingUntil: day.nullable(),
  waitingReason: optionalText(300),
  tagIds,
  custom: customChange,
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
export const contactLink = z
  .object({
    contactId: id.optional(),
    /** Created in the same request; if one fails, nothing is written. */
    contact: newContact.optional(),
    role: z.enum(CONTACT_ROLES).nullable().optional(),
    isMain: z.boolean().optional(),
  })
  .refine((link) => isGiven(link, "contactId", "contact"), beside("contactId", "value.required"));

const wholeBody = z
  .object({ ...fields, pipelineId: id, client: newClient, contacts: z.array(contactLink).max(100) })
  .partial()
  .required({ name: true });

/** By another system's id: one that is there needs no client. */
export const putOpportunityBody = wholeBody.meta({ id: "OpportunityByExternal" });

export const createOpportunityBody = wholeBody
  .refine((body) => isGiven(body, "clientId", "client"), beside("clientId", "value.required"))
  .meta({ id: "NewOpportunity", description: "Required: name, and clientId (or client: one to create with it)." });

export const editOpportunityBody = z.object(fields).partial().meta({ id: "OpportunityChange" });
