/** What can be told afterwards of an opportunity: its timeline knows these sentences and no other. */
import { factsAbout } from "#domain/shared/fact.ts";

export const OPPORTUNITY_FACTS = factsAbout("opportunity");
