/** Who manages users, and the rule that somebody always does. */
import type { Actor, Rights, Role } from "#domain/shared/actor.ts";
import { effectiveRights, type RightOverrides } from "#domain/user/rights.ts";

export function mayManageUsers(actor: Actor): boolean {
  return actor.rights.users;
}

type Managing = { readonly id: string; readonly role: Role; readonly overrides: RightOverrides; readonly active: boolean };

/** True when after the change nobody active could manage users any more. */
export function wouldLeaveNoAdministrator(users: readonly Managing[], change: Partial<Managing> & { readonly id: string }): boolean {
  return !users.some((user) => {
    const after = user.id === change.id ? { ...user, ...change } : user;
    return after.active && managesUsers(after);
  });
}

function managesUsers(user: { readonly role: Role; readonly overrides: RightOverrides }): boolean {
  const rights: Rights = effectiveRights(user.role, user.overrides);
  return rights.users;
}
