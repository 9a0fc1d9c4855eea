/** Whoever may see a record's activities may read what colleagues wrote about it; a text is changed by its author. */
import { mayEditActivity, maySeeActivity, type PlacedActivity } from "#domain/activity/policy.ts";
import type { Actor } from "#domain/shared/actor.ts";

export type PlacedMessage = PlacedActivity & { readonly authorId: string };

export const maySeeMessages: (actor: Actor, placed: PlacedActivity) => boolean = maySeeActivity;
export const mayWriteMessages: (actor: Actor, placed: PlacedActivity) => boolean = mayEditActivity;

/** The author, or an administrator. */
export function mayEditMessage(actor: Actor, message: PlacedMessage): boolean {
  return mayWriteMessages(actor, message) && (message.authorId === actor.userId || actor.role === "administrator");
}
