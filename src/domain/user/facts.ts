/** What can be told afterwards of a user: invitations, sign-ins, rights. */
import { factsAbout } from "#domain/shared/fact.ts";

export const USER_FACTS = factsAbout("user");
