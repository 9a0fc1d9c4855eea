import { z } from "zod";
import { id, idParams, money, optionalText, positiveDecimal, reference } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { PARTNER_ROLES } from "#domain/opportunity/partner.ts";

const partner = z
  .object({
    id,
    kind: z.enum(["supplier", "client"]),
    record: reference,
    role: z.enum(PARTNER_ROLES).nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: "OpportunityPartner" });

const partnerPanel = z.object({ data: z.array(partner) });

const rival = z
  .object({
    id,
    name: z.string(),
    /** What they ask, if known, in the opportunity's currency. */
    price: money.nullable(),
    strengths: z.string().nullable(),
    weaknesses: z.string().nullable(),
    lostTo: z.boolean(),
  })
  .meta({ id: "OpportunityCompetitor" });

const rivalPanel = z.object({ data: z.array(rival) });
const refusesSet = ["request.forbidden", "request.notFound", "request.invalid"] as const;

export const partnerEndpoints = {
  listPartners: endpoint({
    id: "listPartners",
    method: "GET",
    path: "/opportunities/{id}/partners",
    tag: "opportunities",
    access: "read",
    summary: "Suppliers and clients that supply or support the sale, each with a role.",
    params: idParams,
    returns: partnerPanel,
    refuses: ["request.notFound"],
  }),
  setPartners: endpoint({
    id: "setPartners",
    method: "PUT",
    path: "/opportunities/{id}/partners",
    tag: "opportunities",
    access: "write",
    summary: "The partners of an opportunity, in their order. Replaces the list.",
    params: idParams,
    body: z.object({
      partners: z
        .array(
          z.object({
            supplierId: id.optional(),
            clientId: id.optional(),
            role: z.enum(PARTNER_ROLES).nullable().optional(),
            note: optionalText(1000).optional(),
          }),
        )
        .max(100),
    }),
    returns: partnerPanel,
    refuses: refusesSet,
  }),
  listRivals: endpoint({
    id: "listRivals",
    method: "GET",
    path: "/opportunities/{id}/competitors",
    tag: "opportunities",
    access: "read",
    summary: "Who competes for the sale, with strengths, weaknesses and price if known.",
    params: idParams,
    returns: rivalPanel,
    refuses: ["request.notFound"],
  }),
  setRivals: endpoint({
    id: "setRivals",
    method: "PUT",
    path: "/opportunities/{id}/competitors",
    tag: "opportunities",
    access: "write",
    summary: "The competitors of an opportunity, in their order. Replaces the list.",
    params: idParams,
    body: z.object({
      competitors: z
        .array(
          z.object({
            competitorId: id,
            price: positiveDecimal.nullable().optional(),
            strengths: optionalText(1000).optional(),
            weaknesses: optionalText(1000).optional(),
          }),
        )
        .max(50),
    }),
    returns: rivalPanel,
    refuses: refusesSet,
  }),
};

export type Partner = z.output<typeof partner>;
export type Rival = z.output<typeof rival>;
