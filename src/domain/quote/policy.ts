/** A price is reckoned from costs and margins: for those who read quotes and may see costs. */
import type { Actor } from "#domain/shared/actor.ts";
import { may } from "#domain/user/rights.ts";

export const mayPrice = (actor: Pick<Actor, "rights">): boolean => may(actor, "quotes", "read") && actor.rights.costs;
