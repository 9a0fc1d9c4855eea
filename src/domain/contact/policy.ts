/** Personal data are kept apart from contractual ones, with rights of their own. */
import type { Actor } from "#domain/shared/actor.ts";
import { may } from "#domain/user/rights.ts";

export const mayReadContacts = (actor: Actor): boolean => may(actor, "contacts", "read");
export const mayWriteContacts = (actor: Actor): boolean => may(actor, "contacts", "write");
export const mayDeleteContacts = (actor: Actor): boolean => may(actor, "contacts", "delete");
