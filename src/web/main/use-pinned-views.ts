import { useQuery } from "@tanstack/react-query";
import type { Me } from "#contract/me.ts";
import { may } from "#domain/user/rights.ts";
import { ask } from "#web/api/api.ts";
import { useWords } from "#web/app/words.ts";
import type { NavGroup } from "#web/kit/nav-item.ts";

export const viewsKey = ["views"] as const;
export const viewCountsKey = ["opportunities", "view-counts"] as const;
const NONE: readonly NavGroup[] = [];

/** The views that the reader pinned, with how many each shows. The code of their addresses comes after the first screen. */
export function usePinnedViews(me: Me): readonly NavGroup[] {
  const { view: say } = useWords();
  const enabled = may(me, "opportunities", "read");
  const views = useQuery({ queryKey: viewsKey, queryFn: () => ask("listViews", { query: {} }), staleTime: 60_000, enabled });
  const pinned = (views.data?.data ?? []).filter((view) => view.pinned && view.can.use);
  const hrefs = useQuery({
    queryKey: ["addresses of views", views.dataUpdatedAt],
    queryFn: async () => {
      const { hrefOf } = await import("#web/view/views-row.tsx");
      return pinned.map((view) => hrefOf(view, view.shape));
    },
    enabled: pinned.length > 0,
    staleTime: Infinity,
    placeholderData: (before) => before,
  }).data;
  const counts = useQuery({ queryKey: viewCountsKey, queryFn: () => ask("countViews", { query: {} }), enabled }).data?.data;
  if (pinned.length === 0 || hrefs?.length !== pinned.length) return NONE;
  const items = pinned.map(({ id, name }, index) => {
    const count = counts?.find((one) => one.id === id)?.count;
    return { id: `view:${id}`, label: name, href: hrefs[index] ?? "", ...(count === undefined ? {} : { count }) };
  });
  return [{ id: "views", title: say.pinned, items }];
}
