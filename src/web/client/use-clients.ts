import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask } from "#web/api/api.ts";

export const CLIENTS = ["clients"] as const;
export const clientKey = (id: string) => [...CLIENTS, "one", id] as const;

export function useClient(id: string) {
  return useQuery({
    queryKey: clientKey(id),
    queryFn: ({ signal }) => ask("showClient", { params: { id } }, { signal }),
    retry: false,
  });
}

export function useClientRows(filters: Readonly<Record<string, string | undefined>>, sort: string) {
  return useInfiniteQuery({
    queryKey: [...CLIENTS, "list", filters, sort],
    queryFn: ({ pageParam, signal }) =>
      ask(
        "listClients",
        { query: { ...(filters as object), sort, ...(pageParam === "" ? { count: "exact" } : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: (before) => before,
  });
}
