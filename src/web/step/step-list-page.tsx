import { Plus } from "lucide-react";
import type { Step } from "#contract/step.ts";
import { STEP_KINDS } from "#domain/step/step.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { countryOptions } from "#web/app/countries.ts";
import type { ListFilter } from "#web/app/list-filters.tsx";
import { useListSearch } from "#web/app/list-search.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { RightPage } from "#web/app/module-right.tsx";
import { openNewRecord } from "#web/app/new-record-store.ts";
import { RecordListPage } from "#web/app/record-list-page.tsx";
import type { Column } from "#web/app/record-table.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { CatalogueTabs } from "#web/catalogue/catalogue-tabs.tsx";
import { destinationText } from "#web/catalogue/product-words.ts";
import { useMayReadCatalogue, useMayWriteCatalogue } from "#web/catalogue/use-catalogue.ts";
import { Button } from "#web/kit/button.tsx";
import { EmptyState } from "#web/kit/empty-state.tsx";
import { formatNearDay, formatNumber } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { languagesOf } from "#web/step/languages-of.ts";
import { useStepRows } from "#web/step/use-parts.ts";

const FILTERS = ["q", "kind", "country", "productId", "archived"] as const;

/** Days, stays, transfers and flights an agency sells again and again. */
export function StepListPage() {
  const { title, noRight } = useAllSpoken().words.catalogue;
  return (
    <RightPage may={useMayReadCatalogue()} title={title} what={noRight}>
      <List />
    </RightPage>
  );
}

function List() {
  const { words, locale } = useAllSpoken();
  const { steps: say, part } = words.catalogue;
  const search = useListSearch(FILTERS);
  const sort = search.sort ?? "name";
  const rows = useStepRows(search.filters, sort);
  const mayCreate = useMayWriteCatalogue();
  const isPhone = useIsPhone();
  useLiveUpdates();
  const create = (): void => openNewRecord({ kind: "step" });
  return (
    <RecordListPage<Step>
      title={words.catalogue.title}
      tabs={<CatalogueTabs value="steps" />}
      search={search}
      searchLabel={say.search}
      filters={useFilters()}
      rows={rows}
      loading={say.loading}
      countOf={(n) => say.count({ n })}
      noResult={say.noResult}
      sort={sort}
      sequence="steps"
      actions={
        mayCreate &&
        !isPhone && (
          <Button onPress={create} icon={<Icon of={Plus} />}>
            {say.new}
          </Button>
        )
      }
      phoneActions={mayCreate && <IconButton icon={Plus} label={say.new} onPress={create} />}
      empty={
        <EmptyState
          title={say.empty.title}
          actions={
            mayCreate && (
              <Button look="primary" onPress={create}>
                {say.new}
              </Button>
            )
          }
        >
          {say.empty.text}
        </EmptyState>
      }
      table={{
        label: say.table,
        name: { label: part.field.name, sort: "name" },
        columns: useColumns(),
        hrefOf: ({ id }) => `/steps/${id}`,
        subtitleOf: ({ name, publicName }) => (publicName === null || publicName === name ? undefined : publicName),
        detailOf: (step) => [part.kind[step.kind], destinationText(step.destination, locale)].filter(Boolean).join(" · "),
      }}
    />
  );
}

function useColumns(): Column<Step>[] {
  const { words, locale } = useAllSpoken();
  const { today, timeZone } = useSurroundings();
  const { field, kind } = words.catalogue.part;
  return [
    { id: "kind", label: field.kind, width: 110, cell: (row) => kind[row.kind] },
    {
      id: "destination",
      label: field.destination,
      width: 160,
      isCut: true,
      cell: (row) => destinationText(row.destination, locale) || "–",
    },
    { id: "products", label: field.products, width: 80, isFigure: true, cell: (row) => formatNumber(row.products.length, locale) },
    { id: "languages", label: field.languages, width: 96, cell: ({ publicText }) => languagesOf(publicText) || "–" },
    { id: "pictures", label: field.pictures, width: 80, isFigure: true, cell: (row) => formatNumber(row.pictures.length, locale) },
    {
      id: "updatedAt",
      label: field.updatedAt,
      sort: "updatedAt",
      width: 88,
      cell: (row) => formatNearDay(dayInZone(row.updatedAt, timeZone), today, locale),
    },
  ];
}

function useFilters(): ListFilter[] {
  const { words, locale } = useAllSpoken();
  const { part } = words.catalogue;
  return [
    { name: "kind", label: part.field.kind, kind: "choice", options: STEP_KINDS.map((id) => ({ id, label: part.kind[id] })) },
    { name: "country", label: part.field.country, kind: "search", options: countryOptions(locale) },
    { name: "archived", label: part.showArchived, kind: "flag" },
  ];
}
