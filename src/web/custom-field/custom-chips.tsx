import { FilterChip } from "#web/app/list-filters.tsx";
import type { ListSearch } from "#web/app/list-search.ts";
import { useCustomFilters } from "#web/custom-field/use-custom-filters.tsx";

type CustomChipsProps = { readonly search: ListSearch; readonly added: string | undefined; readonly onGone: () => void };

/** The chips of custom fields among those of the opportunities. */
export function CustomChips({ search, added, onGone }: CustomChipsProps) {
  return useCustomFilters("opportunity", search.filters)
    .filter(({ name }) => name === added || search.filters[name] !== undefined)
    .map((filter) => (
      <FilterChip
        key={filter.name}
        filter={filter}
        search={search}
        isNew={filter.name === added && search.filters[filter.name] === undefined}
        onGone={onGone}
      />
    ));
}
