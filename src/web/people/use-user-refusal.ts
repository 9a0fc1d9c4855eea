import type { User } from "#contract/user.ts";
import { ROLES, type Role } from "#domain/shared/actor.ts";
import { mayChangeStanding, wouldLeaveNoAdministrator } from "#domain/user/policy.ts";
import type { RightOverrides } from "#domain/user/rights.ts";
import { useMe } from "#web/app/me.ts";
import { useAllWords } from "#web/app/words.ts";

type Change = { readonly role?: User["role"]; readonly overrides?: RightOverrides; readonly active?: boolean };

/** Why a change of this user is not possible: nobody gives more than he holds, and there always is an administrator. */
export function useUserRefusal(user: User, users: readonly User[]): (change: Change) => string | undefined {
  const { lastAdministrator, beyondOwn } = useAllWords().people.user;
  const me = useMe();
  return (change) => {
    if (!mayChangeStanding(me, user, { ...user, ...change })) return beyondOwn;
    return wouldLeaveNoAdministrator(users, { id: user.id, ...change }) ? lastAdministrator : undefined;
  };
}

/** The roles one may invite with: those that give no more than one holds. */
export function useRolesToGive(): readonly Role[] {
  const me = useMe();
  return ROLES.filter((role) => mayChangeStanding(me, undefined, { role, overrides: {}, active: true }));
}
