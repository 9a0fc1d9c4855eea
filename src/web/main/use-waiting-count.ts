import { useQuery } from "@tanstack/react-query";
import type { Me } from "#contract/me.ts";
import { may } from "#domain/user/rights.ts";
import { ask } from "#web/api/api.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";

/** How many of the reader's own activities are due today or late. */
export function useWaitingCount(me: Me): number | undefined {
  const { today } = useSurroundings();
  const { data } = useQuery({
    queryKey: ["activities", "waiting-count", today],
    queryFn: () =>
      ask("listActivities", { query: { assigneeId: [me.id], status: "planned", "dueOn[lte]": today, limit: 1, count: "exact" } }),
    enabled: may(me, "activities", "read"),
  });
  return data?.total;
}
