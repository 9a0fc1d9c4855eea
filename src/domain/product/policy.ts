/**
 * The catalogue belongs to those who sell: read with opportunities or quotes, written with the right to write quotes.
 * The products of an opportunity are part of it. Costs are for those who may see them, everywhere.
 */
import type { Actor } from "#domain/shared/actor.ts";
import { may } from "#domain/user/rights.ts";

export const mayReadCatalogue = (actor: Pick<Actor, "rights">): boolean =>
  may(actor, "opportunities", "read") || may(actor, "quotes", "read");
export const mayWriteCatalogue = (actor: Pick<Actor, "rights">): boolean => may(actor, "quotes", "write");
export const mayDeleteFromCatalogue = (actor: Actor): boolean => may(actor, "quotes", "delete");
export const maySeeCosts = (actor: Actor): boolean => actor.rights.costs;
