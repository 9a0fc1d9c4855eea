import { useListSearch, type ListSearch } from "#web/app/list-search.ts";

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
  "missingImportant",
  "idle",
  "q",
  "filter",
  "clientId",
  "contactId",
  "sourceId",
  "tag",
  "pipelineId",
] as const;
export type FilterName = (typeof FILTERS)[number] | `custom.${string}`;
export type Filters = Partial<Record<FilterName, string>>;

export type OpportunitySearch = ListSearch<FilterName>;

export function useOpportunitySearch(): OpportunitySearch {
  return useListSearch<FilterName>(FILTERS);
}

/** The address of another way to look at the same things, of the same view. */
export function hrefWith(path: string, filters: Filters, view?: string): string {
  const search = new URLSearchParams(
    Object.entries({ view, ...filters }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return search.size > 0 ? `${path}?${search}` : path;
}
