import { useQueries, useQuery } from "@tanstack/react-query";
import type { Me } from "#contract/me.ts";
import { may } from "#domain/user/rights.ts";
import type { ViewResource } from "#domain/view/view.ts";
import { ask } from "#web/api/api.ts";
import { useWords } from "#web/app/words.ts";
import type { NavGroup } from "#web/kit/nav-item.ts";

export const viewsKey = ["views"] as const;
export const viewCountsKey = (resource: ViewResource) => [resource, "view-counts"] as const;
const NONE: readonly NavGroup[] = [];
/** Said here once more: the rules of views come after the first screen. */
const LISTS: readonly ViewResource[] = ["opportunities", "clients", "contacts"];

/** The views that the reader pinned, with how many each shows. The code of their addresses comes after the first screen. */
export function usePinnedViews(me: Me): readonly NavGroup[] {
  const { view: say } = useWords();
  const enabled = LISTS.some((resource) => may(me, resource, "read"));
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
  const counts = useCounts(new Set(pinned.map(({ resource }) => resource)));
  if (pinned.length === 0 || hrefs?.length !== pinned.length) return NONE;
  const items = pinned.map(({ id, name }, index) => {
    const count = counts.get(id);
    return { id: `view:${id}`, label: name, href: hrefs[index] ?? "", ...(count === undefined ? {} : { count }) };
  });
  return [{ id: "views", title: say.pinned, items }];
}

/** Of the lists that have one in the menu. */
function useCounts(resources: ReadonlySet<ViewResource>): ReadonlyMap<string, number> {
  const answers = useQueries({
    queries: [...resources].map((resource) => ({
      queryKey: viewCountsKey(resource),
      queryFn: () => ask("countViews", { query: { resource } }),
    })),
  });
  return new Map(answers.flatMap(({ data }) => data?.data ?? []).map(({ id, count }) => [id, count]));
}
