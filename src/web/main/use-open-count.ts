import { useQuery } from "@tanstack/react-query";
import type { Me } from "#contract/me.ts";
import { may } from "#domain/user/rights.ts";
import { ask } from "#web/api/api.ts";

export const openCountKey = ["opportunities", "open-count"] as const;

/** How many opportunities are open, as far as the reader sees them. Follows every change of opportunities. */
export function useOpenCount(me: Me): number | undefined {
  const { data } = useQuery({
    queryKey: openCountKey,
    queryFn: async () => (await ask("listOpportunities", { query: { outcome: ["open"], limit: 1, count: "exact" } })).total ?? 0,
    enabled: may(me, "opportunities", "read"),
  });
  return data;
}
