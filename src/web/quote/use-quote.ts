import { useQuery, type QueryClient } from "@tanstack/react-query";
import { ask, type Answer } from "#web/api/api.ts";

export type Quote = Answer<"showQuote">;
export type QuoteVersion = Answer<"showQuoteVersion">;
export type VersionSummary = Answer<"listQuoteVersions">["data"][number];

export const QUOTES = ["quotes"] as const;
export const versionKey = (id: string, number: number) => [...QUOTES, "version", id, number] as const;

export function useQuote(id: string) {
  return useQuery({
    queryKey: [...QUOTES, "one", id],
    queryFn: ({ signal }) => ask("showQuote", { params: { id } }, { signal }),
    retry: false,
  });
}

/** Not asked for until the number is known. */
export function useQuoteVersion(id: string, number: number | undefined) {
  return useQuery({
    queryKey: versionKey(id, number ?? 0),
    queryFn: ({ signal }) => ask("showQuoteVersion", { params: { id, number: number ?? 0 } }, { signal }),
    enabled: number !== undefined,
    retry: false,
  });
}

export function useQuoteVersions(id: string) {
  return useQuery({
    queryKey: [...QUOTES, "versions", id],
    queryFn: ({ signal }) => ask("listQuoteVersions", { params: { id } }, { signal }),
  });
}

export function useQuoteTemplates(isAsked: boolean) {
  return useQuery({
    queryKey: [...QUOTES, "templates"],
    queryFn: ({ signal }) => ask("listQuoteTemplates", {}, { signal }),
    enabled: isAsked,
  });
}

export function useOpportunityQuotes(id: string, isAsked = true) {
  return useQuery({
    queryKey: [...QUOTES, "of", id],
    queryFn: ({ signal }) => ask("listOpportunityQuotes", { params: { id } }, { signal }),
    enabled: isAsked,
  });
}

/** What else shows the figures of a quote. */
export function refreshOthers(client: QueryClient): void {
  for (const key of ["list", "of", "versions", "one", "count"]) void client.invalidateQueries({ queryKey: [...QUOTES, key] });
  void client.invalidateQueries({ queryKey: ["opportunities"] });
}
