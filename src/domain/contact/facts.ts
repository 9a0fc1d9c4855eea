/** What can be told afterwards of a contact. */
import { factsAbout } from "#domain/shared/fact.ts";

export const CONTACT_FACTS = factsAbout("contact");
