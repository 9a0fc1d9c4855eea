import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask } from "#web/api/api.ts";

export const CONTACTS = ["contacts"] as const;
export const contactKey = (id: string) => [...CONTACTS, "one", id] as const;

export function useContact(id: string) {
  return useQuery({
    queryKey: contactKey(id),
    queryFn: ({ signal }) => ask("showContact", { params: { id } }, { signal }),
    retry: false,
  });
}

export function useContactRows(filters: Readonly<Record<string, string | undefined>>, sort: string) {
  return useInfiniteQuery({
    queryKey: [...CONTACTS, "list", filters, sort],
    queryFn: ({ pageParam, signal }) =>
      ask(
        "listContacts",
        { query: { ...(filters as object), sort, ...(pageParam === "" ? { count: "exact" } : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: (before) => before,
  });
}
