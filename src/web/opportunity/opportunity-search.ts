import { useNavigate, useSearch } from "@tanstack/react-router";

/** The names of filters in the address are the API's. */
export const FILTERS = [
  "managerId",
  "teamId",
  "stageId",
  "outcome",
  "destination",
  "departsOn[gte]",
  "departsOn[lte]",
  "priority",
  "stale",
  "overdue",
  "incomplete",
  "q",
  "clientId",
  "contactId",
  "sourceId",
  "pipelineId",
] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Partial<Record<FilterName, string>>;

export type OpportunitySearch = {
  readonly filters: Filters;
  readonly sort: string | undefined;
  readonly set: (change: Record<string, string | undefined>) => void;
  readonly clear: () => void;
};

/** The whole state of a view is in the address: it can be sent, kept and gone back to. */
export function useOpportunitySearch(): OpportunitySearch {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters: Filters = {};
  for (const name of FILTERS) {
    const value = search[name];
    if ((typeof value === "string" && value !== "") || typeof value === "number" || typeof value === "boolean")
      filters[name] = String(value);
  }
  const set = (change: Record<string, string | undefined>): void => {
    void navigate({ to: ".", replace: true, search: (before: Record<string, unknown>) => withoutEmpty({ ...before, ...change }) });
  };
  return {
    filters,
    sort: typeof search["sort"] === "string" ? search["sort"] : undefined,
    set,
    clear: () => set(Object.fromEntries(FILTERS.map((name) => [name, undefined]))),
  };
}

function withoutEmpty(search: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ""));
}

/** The address of another way to look at the same things. */
export function hrefWith(path: string, filters: Filters): string {
  const search = new URLSearchParams(Object.entries(filters));
  return search.size > 0 ? `${path}?${search}` : path;
}
