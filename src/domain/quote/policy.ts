/**
 * Who may what with quotes. One that hangs on an opportunity has its scope, and needs the right to opportunities; one on none
 * is its maker's, by the same scope. A price is reckoned from costs and margins: for those who may see costs.
 */
import { inScope, mayReadOpportunities, type Placed } from "#domain/opportunity/policy.ts";
import type { Actor, Right } from "#domain/shared/actor.ts";
import { may } from "#domain/user/rights.ts";

export const mayPrice = (actor: Pick<Actor, "rights">): boolean => may(actor, "quotes", "read") && actor.rights.costs;

export type PlacedQuote = Placed & { readonly opportunityId: string | null };

export const mayReadQuotes = (actor: Actor): boolean => may(actor, "quotes", "read");
/** A new quote, and a new version, are filled with costs. */
export const mayCreateQuotes = (actor: Actor): boolean => may(actor, "quotes", "write") && actor.rights.costs;

export const maySeeQuote = (actor: Actor, placed: PlacedQuote): boolean => within(actor, placed, "read");
export const mayEditQuote = (actor: Actor, placed: PlacedQuote): boolean => within(actor, placed, "write");
export const mayDeleteQuote = (actor: Actor, placed: PlacedQuote): boolean => within(actor, placed, "delete");
/** What a quote costs, and so what it is sold for. */
export const mayPriceQuote = (actor: Actor, placed: PlacedQuote): boolean => actor.rights.costs && mayEditQuote(actor, placed);
export const mayExportCosting = (actor: Actor, placed: PlacedQuote): boolean =>
  actor.rights.costs && actor.rights.export && maySeeQuote(actor, placed);
/** Its marks move the margin and the amount of the opportunity. */
export const mayMarkQuote = (actor: Actor, placed: PlacedQuote): boolean =>
  mayEditQuote(actor, placed) && (placed.opportunityId === null || may(actor, "opportunities", "write"));

function within(actor: Actor, placed: PlacedQuote, wanted: Right): boolean {
  if (!may(actor, "quotes", wanted) || !inScope(actor, placed)) return false;
  return placed.opportunityId === null || mayReadOpportunities(actor);
}

/** Templates belong to all who write quotes; they hold costs. */
export const mayWriteTemplates = (actor: Actor): boolean => may(actor, "quotes", "write") && actor.rights.costs;
export const mayDeleteTemplates = (actor: Actor): boolean => may(actor, "quotes", "delete") && actor.rights.costs;
