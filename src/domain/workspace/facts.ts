/** What can be told afterwards of the agency's own settings. */
import { factsAbout } from "#domain/shared/fact.ts";

export const WORKSPACE_FACTS = factsAbout("workspace");
