import { Plus } from "lucide-react";
import type { TripTemplate } from "#contract/trip-template.ts";
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
import { StepField } from "#web/step/catalogue-field.tsx";
import { languagesOf } from "#web/step/languages-of.ts";
import { useStep, useTemplateRows } from "#web/step/use-parts.ts";

const FILTERS = ["q", "country", "stepId", "archived"] as const;

/** Trips made of steps on days, to begin a quote from. */
export function TemplateListPage() {
  const { title, noRight } = useAllSpoken().words.catalogue;
  return (
    <RightPage may={useMayReadCatalogue()} title={title} what={noRight}>
      <List />
    </RightPage>
  );
}

function List() {
  const { words, locale } = useAllSpoken();
  const { templates: say, part } = words.catalogue;
  const search = useListSearch(FILTERS);
  const sort = search.sort ?? "name";
  const rows = useTemplateRows(search.filters, sort);
  const mayCreate = useMayWriteCatalogue();
  const isPhone = useIsPhone();
  useLiveUpdates();
  const create = (): void => openNewRecord({ kind: "template" });
  return (
    <RecordListPage<TripTemplate>
      title={words.catalogue.title}
      tabs={<CatalogueTabs value="templates" />}
      search={search}
      searchLabel={say.search}
      filters={useFilters(search.filters.stepId)}
      rows={rows}
      loading={say.loading}
      countOf={(n) => say.count({ n })}
      noResult={say.noResult}
      sort={sort}
      sequence="trip-templates"
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
        hrefOf: ({ id }) => `/trip-templates/${id}`,
        subtitleOf: ({ name, publicName }) => (publicName === null || publicName === name ? undefined : publicName),
        detailOf: ({ days, destination }) =>
          [`${part.field.days} ${formatNumber(days.length, locale)}`, destinationText(destination, locale)].filter(Boolean).join(" · "),
      }}
    />
  );
}

function useColumns(): Column<TripTemplate>[] {
  const { words, locale } = useAllSpoken();
  const { today, timeZone } = useSurroundings();
  const { catalogue } = words;
  const { field } = catalogue.part;
  return [
    {
      id: "destination",
      label: field.destination,
      width: 180,
      isCut: true,
      cell: (row) => destinationText(row.destination, locale) || "–",
    },
    { id: "days", label: field.days, width: 70, isFigure: true, cell: (row) => formatNumber(row.days.length, locale) },
    {
      id: "steps",
      label: catalogue.steps.title,
      width: 90,
      isFigure: true,
      cell: (row) => formatNumber(row.days.flatMap(({ steps }) => steps).length, locale),
    },
    { id: "languages", label: field.languages, width: 96, cell: ({ publicText }) => languagesOf(publicText) || "–" },
    {
      id: "updatedAt",
      label: field.updatedAt,
      sort: "updatedAt",
      width: 88,
      cell: (row) => formatNearDay(dayInZone(row.updatedAt, timeZone), today, locale),
    },
  ];
}

function useFilters(stepId: string | undefined): ListFilter[] {
  const { words, locale } = useAllSpoken();
  const { part, steps } = words.catalogue;
  const step = useStep(stepId).data;
  return [
    { name: "country", label: part.field.country, kind: "search", options: countryOptions(locale) },
    {
      name: "stepId",
      label: steps.title,
      kind: "record",
      shown: step?.name ?? "…",
      editor: (choose) => <StepField label={part.findStep} onChoose={choose} onClose={() => undefined} />,
    },
    { name: "archived", label: part.showArchived, kind: "flag" },
  ];
}
