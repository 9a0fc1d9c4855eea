import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { Me } from "#contract/me.ts";
import type { Module, Right } from "#domain/shared/actor.ts";
import { atLeast } from "#domain/user/rights.ts";
import { ask } from "#web/api/api.ts";

export const ME = ["me"] as const;
export const meQuery = { queryKey: ME, queryFn: (): Promise<Me> => ask("showMe", {}), staleTime: 60_000 };

/** Who is signed in, with rights and agency. Every screen behind the sign-in may use it. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function useMay(module: Module, right: Right): boolean {
  return atLeast(useMe().rights[module], right);
}

export function useSetMe(): (me: Me) => void {
  const client = useQueryClient();
  return (me) => client.setQueryData(ME, me);
}

/** Lists that nearly every screen needs, kept for five minutes and fetched again when they change. */
const rarely = { staleTime: 300_000 };
export const usePipelines = () => useQuery({ queryKey: ["pipelines"], queryFn: () => ask("listPipelines", {}), ...rarely });
export const usePeople = () => useQuery({ queryKey: ["people"], queryFn: () => ask("listPeople", {}), ...rarely });
export const useTeams = () => useQuery({ queryKey: ["teams"], queryFn: () => ask("listTeams", {}), ...rarely });
export const useSources = () => useQuery({ queryKey: ["sources"], queryFn: () => ask("listSources", {}), ...rarely });
export const useLostReasons = () => useQuery({ queryKey: ["lost-reasons"], queryFn: () => ask("listLostReasons", {}), ...rarely });
export const useClientKinds = () => useQuery({ queryKey: ["client-kinds"], queryFn: () => ask("listClientKinds", {}), ...rarely });
export const useCompetitors = (enabled: boolean) =>
  useQuery({ queryKey: ["competitors"], queryFn: () => ask("listCompetitors", {}), enabled, ...rarely });
