import { useMutation, useQuery, useQueryClient, type QueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { User } from "#contract/user.ts";
import { effectiveRights, realOverrides, type RightOverrides } from "#domain/user/rights.ts";
import { ask, type Answer } from "#web/api/api.ts";
import { rememberInverse } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";

export const USERS = ["users"];
export const INVITATIONS = ["invitations"];
export type Invitation = Answer<"listInvitations">["data"][number];
export type UserChange = {
  readonly role?: User["role"];
  readonly overrides?: RightOverrides;
  readonly teamIds?: string[];
  readonly active?: boolean;
  readonly giveOpportunitiesTo?: string;
};
type Users = Answer<"listUsers">;
type ListedUser = Users["data"][number];

/** One with what is counted for them; again after each change. */
export const useCounted = ({ id, version }: Pick<User, "id" | "version">) =>
  useQuery({ queryKey: [...USERS, id, version], queryFn: () => ask("showUser", { params: { id } }) });
export const useUsers = () => useQuery({ queryKey: USERS, queryFn: () => ask("listUsers", {}) });

/** Found in the list: the rule of the last administrator needs all of them anyway. */
export function useUser(id: string): { readonly query: ReturnType<typeof useUsers>; readonly user: User | undefined } {
  const query = useUsers();
  return { query, user: query.data?.data.find((user) => user.id === id) };
}

/** Changes are saved at once, one after the other, each on the version the one before left; rights are seen before the answer. */
export function useEditUser(id: string): UseMutationResult<unknown, Error, UserChange, ListedUser | undefined> {
  const client = useQueryClient();
  const report = useReport();
  return useMutation({
    scope: { id: `user ${id}` },
    mutationFn: (change: UserChange) => save(client, id, change),
    onMutate: ({ role, overrides }) => {
      const before = findUser(client, id);
      replaceUser(client, id, (user) => {
        const wanted = role ?? user.role;
        const kept = realOverrides(wanted, overrides ?? user.overrides);
        return { ...user, role: wanted, overrides: kept, rights: effectiveRights(wanted, kept) };
      });
      return before;
    },
    onSuccess: (_saved, { giveOpportunitiesTo }, before) => {
      // What was handed over stays handed over: that is not taken back by halves.
      if (before && giveOpportunitiesTo === undefined) rememberInverse(() => save(client, id, asBefore(before)));
      for (const queryKey of [["people"], ["teams"], ["me"], ["opportunities"], ["facts"]]) void client.invalidateQueries({ queryKey });
    },
    onError: (error) => report(error, USERS),
  });
}

async function save(client: QueryClient, id: string, body: UserChange): Promise<void> {
  const saved = await ask("editUser", { params: { id }, body }, { ifMatch: findUser(client, id)?.version ?? 0 });
  replaceUser(client, id, () => saved);
}

function asBefore({ role, overrides, teams, active }: ListedUser): UserChange {
  return { role, overrides, teamIds: teams.map((team) => team.id), active };
}

function findUser(client: QueryClient, id: string): ListedUser | undefined {
  return client.getQueryData<Users>(USERS)?.data.find((user) => user.id === id);
}

function replaceUser(client: QueryClient, id: string, change: (user: ListedUser) => ListedUser): void {
  client.setQueryData<Users>(
    USERS,
    (users) => users && { ...users, data: users.data.map((user) => (user.id === id ? change(user) : user)) },
  );
}
