/** Clients have no scope: what hangs on them (their opportunities, totals) has. */
import type { Actor } from "#domain/shared/actor.ts";
import { may } from "#domain/user/rights.ts";

export const mayReadClients = (actor: Actor): boolean => may(actor, "clients", "read");
export const mayWriteClients = (actor: Actor): boolean => may(actor, "clients", "write");
export const mayDeleteClients = (actor: Actor): boolean => may(actor, "clients", "delete");
