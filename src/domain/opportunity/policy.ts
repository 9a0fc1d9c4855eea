/**
 * Who may what with an opportunity. Own: I am its manager. Team: own, or its team is one of mine, or its manager is in one
 * of my teams. All: every one. What you may not see does not exist.
 */
import type { Actor } from "#domain/shared/actor.ts";
import { may } from "#domain/user/rights.ts";

export type Placed = { readonly managerId: string | null; readonly teamId: string | null };

export const mayReadOpportunities = (actor: Actor): boolean => may(actor, "opportunities", "read");
export const mayCreateOpportunities = (actor: Actor): boolean => may(actor, "opportunities", "write");

export function maySeeOpportunity(actor: Actor, { managerId, teamId }: Placed): boolean {
  return mayReadOpportunities(actor) && inScope(actor, { managerId, teamId });
}

export function inScope(actor: Actor, { managerId, teamId }: Placed): boolean {
  if (actor.rights.scope === "all" || managerId === actor.userId) return true;
  if (actor.rights.scope === "own") return false;
  return (teamId !== null && actor.teamIds.includes(teamId)) || (managerId !== null && actor.mateIds.includes(managerId));
}

export const mayEditOpportunity = (actor: Actor, placed: Placed): boolean => may(actor, "opportunities", "write") && inScope(actor, placed);
export const mayDeleteOpportunity = (actor: Actor, placed: Placed): boolean =>
  may(actor, "opportunities", "delete") && inScope(actor, placed);
