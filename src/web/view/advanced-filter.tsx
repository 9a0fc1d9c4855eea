import { lazy, Suspense, useState } from "react";
import type { ViewResource } from "#domain/view/view.ts";
import type { ListSearch } from "#web/app/list-search.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";

const FilterChips = lazy(async () => ({ default: (await import("#web/view/filter-chips.tsx")).FilterChips }));

/** Conditions beyond the chips of one field. Their code comes with the first of them. */
export function AdvancedFilter({ search, resource }: { search: ListSearch; resource: ViewResource }) {
  const { view: say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Suspense fallback={null}>
        {(isOpen || search.filters["filter"] !== undefined) && (
          <FilterChips resource={resource} search={search} isOpen={isOpen} setIsOpen={setIsOpen} />
        )}
      </Suspense>
      <Button look="quiet" size="small" onPress={() => setIsOpen(true)}>
        {say.advanced}
      </Button>
    </>
  );
}
