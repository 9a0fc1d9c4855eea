import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { mayReadCatalogue, mayWriteCatalogue } from "#domain/product/policy.ts";
import { ask } from "#web/api/api.ts";
import { useMe } from "#web/app/me.ts";

export const PRODUCTS = ["products"] as const;
export const SUPPLIERS = ["suppliers"] as const;
export const productKey = (id: string) => [...PRODUCTS, "one", id] as const;
export const supplierKey = (id: string) => [...SUPPLIERS, "one", id] as const;

export const useMayReadCatalogue = (): boolean => mayReadCatalogue(useMe());
export const useMayWriteCatalogue = (): boolean => mayWriteCatalogue(useMe());

type Filters = Readonly<Record<string, string | undefined>>;

/** The exact count is asked for once, with the first page. */
const pageQuery = (cursor: string) => (cursor === "" ? { count: "exact" as const } : { cursor });

export function useProductRows(filters: Filters, sort: string) {
  return useInfiniteQuery({
    queryKey: [...PRODUCTS, "list", filters, sort],
    queryFn: ({ pageParam, signal }) =>
      ask("listProducts", { query: { ...(filters as object), sort, ...pageQuery(pageParam) } }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: (before) => before,
  });
}

export function useSupplierRows(q: string | undefined) {
  return useInfiniteQuery({
    queryKey: [...SUPPLIERS, "list", q],
    queryFn: ({ pageParam, signal }) =>
      ask("listSuppliers", { query: { ...(q === undefined ? {} : { q }), ...pageQuery(pageParam) } }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: (before) => before,
  });
}

export function useProduct(id: string) {
  return useQuery({
    queryKey: productKey(id),
    queryFn: ({ signal }) => ask("showProduct", { params: { id } }, { signal }),
    retry: false,
  });
}

export function useSupplier(id: string | undefined) {
  return useQuery({
    queryKey: supplierKey(String(id)),
    queryFn: ({ signal }) => ask("showSupplier", { params: { id: String(id) } }, { signal }),
    enabled: id !== undefined,
    retry: false,
  });
}
