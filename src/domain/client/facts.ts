/** What can be told afterwards of a client. */
import { factsAbout } from "#domain/shared/fact.ts";

export const CLIENT_FACTS = factsAbout("client");
