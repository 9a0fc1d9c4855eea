/**
 * Who manages users, what they may give, and the rule that there always is an administrator. Nobody gives a right that he
 * does not hold himself, to himself or to others; only an administrator makes, changes or unmakes an administrator.
 */
import type { Actor, Rights, Role } from "#domain/shared/actor.ts";
import type { Id } from "#domain/shared/id.ts";
import { effectiveRights, holdsAsMuch, noRights, type RightOverrides } from "#domain/user/rights.ts";

export function mayManageUsers(actor: Actor): boolean {
  return actor.rights.users;
}

export type Standing = { readonly role: Role; readonly overrides: RightOverrides; readonly active: boolean };

/** From one standing to another; without one before, of a person to be. Taking rights away asks for none of them. */
export function mayChangeStanding(actor: Pick<Actor, "role" | "rights">, before: Standing | undefined, after: Standing): boolean {
  if (!actor.rights.users) return false;
  if (actor.role === "administrator") return true;
  if (before?.role === "administrator" || after.role === "administrator") return false;
  const had = rightsOf(before);
  const has = rightsOf(after);
  return holdsAsMuch(actor.rights, has, had);
}

function rightsOf(standing: Standing | undefined): Rights {
  return standing?.active ? effectiveRights(standing.role, standing.overrides) : noRights();
}

/**
 * Who is put in a team sees with it and is seen by it: those who do not see everything put only persons they see already, or
 * new ones, in teams of their own.
 */
export function mayPutInTeams(
  actor: Pick<Actor, "role" | "rights" | "teamIds" | "mateIds">,
  { userId, teamIds }: { readonly userId?: Id; readonly teamIds: readonly Id[] },
): boolean {
  if (teamIds.length === 0 || actor.role === "administrator" || actor.rights.scope === "all") return true;
  return teamIds.every((id) => actor.teamIds.includes(id)) && (userId === undefined || actor.mateIds.includes(userId));
}

type Managing = Standing & { readonly id: string };

/** True when after the change no active administrator would manage users any more. */
export function wouldLeaveNoAdministrator(users: readonly Managing[], change: Partial<Managing> & { readonly id: string }): boolean {
  return !users.some((user) => {
    const after = user.id === change.id ? { ...user, ...change } : user;
    return after.active && after.role === "administrator" && effectiveRights(after.role, after.overrides).users;
  });
}
