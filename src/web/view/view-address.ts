import type { View } from "#contract/view.ts";
import type { FilterTree } from "#domain/filter/filter.ts";
import { writeFilter } from "#domain/filter/notation.ts";
import { gatherChips, isSameFilter, spreadChips } from "#domain/view/chips.ts";
import type { Shape } from "#domain/view/view.ts";

/** What a list shows, as the address holds it. */
export type Shown = {
  readonly filters: Readonly<Record<string, string | undefined>>;
  readonly sort: string | undefined;
  readonly columns: string | undefined;
};

const PATHS: Readonly<Record<Shape, string>> = { board: "/opportunities", list: "/opportunities/list" };
/** What a list does without being told, so that it need not be in its address. */
const DEFAULT_SORT: Readonly<Record<Shape, string>> = { board: "nextActivity", list: "expectedCloseOn" };

export function filterShown({ filters }: Pick<Shown, "filters">): FilterTree {
  return gatherChips(filters);
}

/** A filter as parameters of the address: what chips say by their names, the rest as a tree. */
export function paramsOf(tree: FilterTree): Record<string, string> {
  const { chips, rest } = spreadChips(tree);
  return { ...chips, ...(rest ? { filter: writeFilter(rest) } : {}) };
}

/** A view of the product has no shape of its own: it opens in the one that is on screen. */
export function hrefOf(view: View, shape: Shape): string {
  const params = new URLSearchParams({ view: view.id, ...paramsOf(view.filter as FilterTree) });
  if (view.sort !== null) params.set("sort", view.sort);
  if (view.columns !== null) params.set("columns", view.columns.join(","));
  return `${PATHS[view.builtIn ? shape : view.shape]}?${params}`;
}

export function isChanged(view: View, shown: Shown, shape: Shape): boolean {
  const sort = shown.sort ?? DEFAULT_SORT[shape];
  const isOtherShape = !view.builtIn && view.shape !== shape;
  const isOtherOrder = sort !== (view.sort ?? DEFAULT_SORT[shape]) && !(view.builtIn && shape === "board");
  const areOtherColumns = !view.builtIn && (shown.columns ?? null) !== (view.columns?.join(",") ?? null);
  return isOtherShape || isOtherOrder || areOtherColumns || !isSameFilter(view.filter as FilterTree, filterShown(shown));
}

/** The view of the address, else the one that shows just this. */
export function currentView(
  views: readonly View[],
  id: string | undefined,
  { shown, shape }: { shown: Shown; shape: Shape },
): View | undefined {
  if (id !== undefined) return views.find((view) => view.id === id);
  return views.find((view) => view.can.use && !isChanged(view, shown, shape));
}
