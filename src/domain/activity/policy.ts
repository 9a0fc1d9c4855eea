/**
 * Who may what with activities. What hangs on an opportunity has the opportunity's scope; one on a client or contact alone
 * has none, only the rights of the modules: activities, and clients or contacts.
 */
import { inScope, mayReadOpportunities, type Placed } from "#domain/opportunity/policy.ts";
import type { Actor, Right } from "#domain/shared/actor.ts";
import { may } from "#domain/user/rights.ts";

export type PlacedActivity = Placed & { readonly opportunityId?: string | null; readonly clientId?: string | null };

export const mayReadActivities = (actor: Actor): boolean => may(actor, "activities", "read");
export const mayCreateActivities = (actor: Actor): boolean => may(actor, "activities", "write");

export function maySeeActivity(actor: Actor, placed: PlacedActivity): boolean {
  return within(actor, placed, "read");
}

export const mayEditActivity = (actor: Actor, placed: PlacedActivity): boolean => within(actor, placed, "write");
export const mayDeleteActivity = (actor: Actor, placed: PlacedActivity): boolean => within(actor, placed, "delete");

function within(actor: Actor, placed: PlacedActivity, wanted: Right): boolean {
  if (!may(actor, "activities", wanted)) return false;
  if (placed.opportunityId === null) return may(actor, placed.clientId ? "clients" : "contacts", "read");
  return mayReadOpportunities(actor) && inScope(actor, placed);
}
