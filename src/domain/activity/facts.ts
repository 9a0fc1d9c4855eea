/** What can be told afterwards of an activity. */
import { factsAbout } from "#domain/shared/fact.ts";

export const ACTIVITY_FACTS = factsAbout("activity");
