import type { User } from "#contract/user.ts";
import { wouldLeaveNoAdministrator } from "#domain/user/policy.ts";
import type { RightOverrides } from "#domain/user/rights.ts";
import { useWords } from "#web/app/words.ts";

type Change = { readonly role?: User["role"]; readonly overrides?: RightOverrides; readonly active?: boolean };

/** Why a change of this user is not possible: somebody must go on managing users. */
export function useLastAdministrator(user: User, users: readonly User[]): (change: Change) => string | undefined {
  const { lastAdministrator } = useWords().people.user;
  return (change) => (wouldLeaveNoAdministrator(users, { id: user.id, ...change }) ? lastAdministrator : undefined);
}
