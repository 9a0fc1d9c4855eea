import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { ask, type Answer } from "#web/api/api.ts";
import { useReport } from "#web/app/use-report.ts";

export const NOTIFICATIONS = ["notifications"] as const;
export type Told = Answer<"listNotifications">["data"][number];
export type OwnChange = Answer<"listMyChanges">["data"][number];

const PAGE = 20;
const cursorOf = (page: string | undefined) => (page === undefined ? {} : { cursor: page });

export function useNotifications() {
  return useInfiniteQuery({
    queryKey: [...NOTIFICATIONS, "list"],
    queryFn: ({ pageParam }) => ask("listNotifications", { query: { limit: PAGE, ...cursorOf(pageParam) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.nextCursor ?? undefined,
  });
}

export function useOwnChanges() {
  return useInfiniteQuery({
    queryKey: ["own-changes"],
    queryFn: ({ pageParam }) => ask("listMyChanges", { query: { limit: PAGE, ...cursorOf(pageParam) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.nextCursor ?? undefined,
    // What was done since is what one looks for.
    staleTime: 0,
    gcTime: 0,
  });
}

/** One, or all of them. */
export function useMarkRead() {
  const client = useQueryClient();
  const report = useReport();
  return useMutation({
    mutationFn: (id: string | undefined) => ask("readNotifications", { body: id === undefined ? {} : { ids: [id] } }),
    onSuccess: () => client.invalidateQueries({ queryKey: NOTIFICATIONS }),
    onError: (error) => report(error, NOTIFICATIONS),
  });
}
