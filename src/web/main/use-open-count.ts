import { useQuery } from "@tanstack/react-query";
import type { Me } from "#contract/me.ts";
import { may } from "#domain/user/rights.ts";
import { ask } from "#web/api/api.ts";

/** How many opportunities are open, as far as the reader sees them. Follows every change of opportunities. */
export function useOpenCount(me: Me): number | undefined {
  const { data } = useQuery({
    queryKey: ["opportunities", "open-count"],
    queryFn: () => ask("listOpportunities", { query: { outcome: ["open"], limit: 1, count: "exact" } }),
    enabled: may(me, "opportunities", "read"),
  });
  return data?.total;
}
