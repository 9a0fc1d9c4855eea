import { getClient } from "#server/client/client-store.ts";
import { getContact } from "#server/contact/contact-store.ts";
import { visibleOpportunity } from "#server/opportunity/show-opportunity.ts";
import type { ReadTx } from "#server/platform/database.ts";

/** What messages hang on, with what a permission asks about. */
export type MessageOwner = {
  readonly column: "opportunity_id" | "client_id" | "contact_id";
  readonly id: string;
  readonly opportunityId: string | null;
  readonly clientId: string | null;
  readonly managerId: string | null;
  readonly teamId: string | null;
};

type Load = (tx: ReadTx, id: string) => Promise<MessageOwner>;

export const opportunityOwner: Load = async (tx, id) => {
  const { managerId, teamId, client_id } = await visibleOpportunity(tx, id);
  return { column: "opportunity_id", id, opportunityId: id, clientId: client_id, managerId, teamId };
};

export const clientOwner: Load = async (tx, id) => {
  await getClient(tx, id);
  return { column: "client_id", id, opportunityId: null, clientId: id, managerId: null, teamId: null };
};

export const contactOwner: Load = async (tx, id) => {
  await getContact(tx, id);
  return { column: "contact_id", id, opportunityId: null, clientId: null, managerId: null, teamId: null };
};
