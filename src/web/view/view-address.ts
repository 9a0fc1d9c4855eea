import type { View } from "#contract/view.ts";
import type { FilterTree } from "#domain/filter/filter.ts";
import { writeFilter } from "#domain/filter/notation.ts";
import { gatherChips, isSameFilter, spreadChips } from "#domain/view/chips.ts";
import type { Shape, ViewResource } from "#domain/view/view.ts";

/** What a list shows, as the address holds it. */
export type Shown = {
  readonly filters: Readonly<Record<string, string | undefined>>;
  readonly sort: string | undefined;
  readonly columns: string | undefined;
};

/** The list on screen, and how it is shown. */
export type Place = { readonly resource: ViewResource; readonly shape: Shape };

const PATHS: Readonly<Record<ViewResource, Readonly<Record<Shape, string>>>> = {
  opportunities: { board: "/opportunities", list: "/opportunities/list" },
  clients: { board: "/clients", list: "/clients" },
  contacts: { board: "/contacts", list: "/contacts" },
};

/** What a list does without being told, so that it need not be in its address. */
function usualSort({ resource, shape }: Place): string {
  if (resource === "opportunities") return shape === "board" ? "nextActivity" : "expectedCloseOn";
  return resource === "clients" ? "name" : "lastName";
}

export function filterShown({ filters }: Pick<Shown, "filters">, resource: ViewResource): FilterTree {
  return gatherChips(filters, resource);
}

/** A filter as parameters of the address: what chips say by their names, the rest as a tree. */
export function paramsOf(tree: FilterTree, resource: ViewResource): Record<string, string> {
  const { chips, rest } = spreadChips(tree, resource);
  return { ...chips, ...(rest ? { filter: writeFilter(rest) } : {}) };
}

/** A view of the product has no shape of its own: it opens in the one that is on screen. */
export function hrefOf(view: View, shape: Shape): string {
  const params = new URLSearchParams({ view: view.id, ...paramsOf(view.filter as FilterTree, view.resource) });
  if (view.sort !== null) params.set("sort", view.sort);
  if (view.columns !== null) params.set("columns", view.columns.join(","));
  return `${PATHS[view.resource][view.builtIn ? shape : view.shape]}?${params}`;
}

export function isChanged(view: View, shown: Shown, place: Place): boolean {
  const { shape } = place;
  const usual = usualSort(place);
  const isOtherShape = !view.builtIn && view.shape !== shape;
  const isOtherOrder = (shown.sort ?? usual) !== (view.sort ?? usual) && !(view.builtIn && shape === "board");
  const areOtherColumns = !view.builtIn && (shown.columns ?? null) !== (view.columns?.join(",") ?? null);
  const isOtherFilter = !isSameFilter(view.filter as FilterTree, filterShown(shown, place.resource));
  return isOtherShape || isOtherOrder || areOtherColumns || isOtherFilter;
}

/** The view of the address, else the one that shows just this. */
export function currentView(
  views: readonly View[],
  id: string | undefined,
  { shown, place }: { shown: Shown; place: Place },
): View | undefined {
  if (id !== undefined) return views.find((view) => view.id === id);
  return views.find((view) => view.can.use && !isChanged(view, shown, place));
}
