/** The agency and its parameters: read by everyone who works with them, changed with the settings right. */
import type { Actor } from "#domain/shared/actor.ts";
import { may } from "#domain/user/rights.ts";

export function mayReadSettings(actor: Actor): boolean {
  return may(actor, "settings", "read");
}

export function mayChangeSettings(actor: Actor): boolean {
  return may(actor, "settings", "write");
}
