/** A document is part of its opportunity: who sees that sees it, who changes that changes it. */
import { mayEditOpportunity, mayReadOpportunities, maySeeOpportunity, type Placed } from "#domain/opportunity/policy.ts";
import type { Actor } from "#domain/shared/actor.ts";

export const mayReadDocuments: (actor: Actor) => boolean = mayReadOpportunities;
export const maySeeDocuments: (actor: Actor, placed: Placed) => boolean = maySeeOpportunity;
export const mayEditDocuments: (actor: Actor, placed: Placed) => boolean = mayEditOpportunity;
