import { useQuery } from "@tanstack/react-query";
import type { Me } from "#contract/me.ts";
import { may } from "#domain/user/rights.ts";
import { ask } from "#web/api/api.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";

export const waitingCountKey = (today: string) => ["activities", "waiting-count", today] as const;

/** How many of the reader's own activities are due today or late. */
export function useWaitingCount(me: Me): number | undefined {
  const { today } = useSurroundings();
  const { data } = useQuery({
    queryKey: waitingCountKey(today),
    queryFn: async () => {
      const query = { assigneeId: [me.id], status: "planned" as const, "dueOn[lte]": today, limit: 1, count: "exact" as const };
      return (await ask("listActivities", { query })).total ?? 0;
    },
    enabled: may(me, "activities", "read"),
  });
  return data;
}
