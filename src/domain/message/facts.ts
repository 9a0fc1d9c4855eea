/** What can be told afterwards of a message. */
import { factsAbout } from "#domain/shared/fact.ts";

export const MESSAGE_FACTS = factsAbout("message");
