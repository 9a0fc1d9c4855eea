/** Whoever writes records makes the words for them; renaming, merging and deleting touch everybody's and need the settings right. */
import type { Rights } from "#domain/shared/actor.ts";
import { may } from "#domain/user/rights.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";

const TAGGED = ["opportunities", "clients", "contacts"] as const;

export const mayReadTags = (actor: { readonly rights: Rights }): boolean => TAGGED.some((module) => may(actor, module, "read"));
export const mayCreateTags = (actor: { readonly rights: Rights }): boolean => TAGGED.some((module) => may(actor, module, "write"));
export const mayChangeTags = mayChangeSettings;
