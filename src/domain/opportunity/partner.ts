/** Partners supply or support a sale; each has a role in it. */
export const PARTNER_ROLES = ["receptive", "transport", "accommodation", "guide", "insurer", "coOrganiser", "referrer", "other"] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];
