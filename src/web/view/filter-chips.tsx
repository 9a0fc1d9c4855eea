import { lazy, Suspense } from "react";
import { isCondition, type FilterFields, type FilterTree } from "#domain/filter/filter.ts";
import { parseFilter, writeFilter } from "#domain/filter/notation.ts";
import { readFilter } from "#domain/filter/read-filter.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import type { ViewResource } from "#domain/view/view.ts";
import type { ListSearch } from "#web/app/list-search.ts";
import { Button } from "#web/kit/button.tsx";
import { Chip } from "#web/kit/chip.tsx";
import { useConditionText } from "#web/view/condition-text.ts";
import { FilteredList, useFields, useFilteredList, useFilterWords } from "#web/view/use-filter-fields.ts";
import { filterShown, paramsOf } from "#web/view/view-address.ts";

const FilterDialog = lazy(async () => ({ default: (await import("#web/view/filter-dialog.tsx")).FilterDialog }));

type ChipsProps = { readonly search: ListSearch; readonly isOpen: boolean; readonly setIsOpen: (isOpen: boolean) => void };

/** What chips of one field cannot say stands beside them, a chip each; all of it is edited in one place. */
export function FilterChips({ resource, ...chips }: ChipsProps & { readonly resource: ViewResource }) {
  return (
    <FilteredList value={resource}>
      <Chips {...chips} />
    </FilteredList>
  );
}

function Chips({ search, isOpen, setIsOpen }: ChipsProps) {
  const say = useFilterWords();
  const textOf = useConditionText();
  const list = useFilteredList();
  const parts = partsOf(search.filters["filter"], useFields());
  const apply = (tree: FilterTree): void => {
    setIsOpen(false);
    const cleared = Object.fromEntries([...Object.keys(search.filters), "outcome", "filter"].map((name) => [name, undefined]));
    search.set({ ...cleared, ...paramsOf(tree, list) });
  };
  const without = (part: FilterTree): void => {
    const left = parts.filter((one) => one !== part);
    search.set({ filter: left.length === 0 ? undefined : writeFilter({ all: left }) });
  };
  return (
    <>
      {parts.map((part) => {
        const { label, value } = textOf(part);
        return (
          <Chip key={writeFilter(part)} label={label} value={value} onRemove={() => without(part)}>
            {(close) => (
              <Button
                look="quiet"
                autoFocus
                onPress={() => {
                  close();
                  setIsOpen(true);
                }}
              >
                {say.edit}
              </Button>
            )}
          </Chip>
        );
      })}
      <Suspense fallback={null}>
        {isOpen && <FilterDialog tree={filterShown(search, list)} onApply={apply} onClose={() => setIsOpen(false)} />}
      </Suspense>
    </>
  );
}

/** The address may say anything: what is no filter shows as none here, and the list says what is wrong with it. */
function partsOf(text: string | undefined, fields: FilterFields): readonly FilterTree[] {
  if (text === undefined) return [];
  try {
    const tree = readFilter(parseFilter(text), fields);
    return !isCondition(tree) && "all" in tree ? tree.all : [tree];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [];
  }
}
