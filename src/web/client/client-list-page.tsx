import { Plus } from "lucide-react";
import { lazy } from "react";
import type { Client } from "#contract/client.ts";
import { countryOptions } from "#web/app/countries.ts";
import { ExportButton } from "#web/app/export-button.tsx";
import { ImportButton } from "#web/app/import-button.tsx";
import type { ListFilter } from "#web/app/list-filters.tsx";
import { useListSearch } from "#web/app/list-search.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { useClientKinds, useMay, usePeople } from "#web/app/me.ts";
import { openNewRecord } from "#web/app/new-record-store.ts";
import { RecordListPage } from "#web/app/record-list-page.tsx";
import { ModuleRight } from "#web/app/module-right.tsx";
import { useSpoken } from "#web/app/words.ts";
import { useColumnChoice } from "#web/custom-field/column-choice.ts";
import { ColumnsButton } from "#web/custom-field/columns-button.tsx";
import { useCustomColumns } from "#web/custom-field/use-custom-columns.tsx";
import { useCustomFilters } from "#web/custom-field/use-custom-filters.tsx";
import { Button } from "#web/kit/button.tsx";
import { EmptyState } from "#web/kit/empty-state.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { useClientColumns } from "#web/client/client-columns.tsx";
import { useClientRows } from "#web/client/use-clients.ts";
import { useTagsColumn } from "#web/tag/use-tags-column.tsx";
import { useTagOptions } from "#web/tag/use-tags.ts";
import { useIsPhone } from "#web/kit/use-is-phone.ts";

const ClientPeek = lazy(async () => ({ default: (await import("#web/client/client-peek.tsx")).ClientPeek }));

const FILTERS = ["q", "kindId", "status", "managerId", "country", "tag", "withoutOpportunity", "missingImportant", "deleted"] as const;

/** Every client: found, filtered, sorted, opened. */
export function ClientListPage() {
  const { title, noRight } = useSpoken().words.client;
  return (
    <ModuleRight module="clients" title={title} what={noRight}>
      <List />
    </ModuleRight>
  );
}

function List() {
  const { words } = useSpoken();
  const say = words.client;
  const search = useListSearch<string>(FILTERS);
  const sort = search.sort ?? "name";
  const rows = useClientRows(search.filters, sort);
  const mayCreate = useMay("clients", "write");
  const usual = useClientColumns();
  const columns = [...usual, useTagsColumn<Client>(), ...useCustomColumns<Client>("client")];
  const choice = useColumnChoice(
    "clients",
    usual.map(({ id }) => id),
  );
  const filters = [...useClientFilters(), ...useCustomFilters("client", search.filters)];
  const isPhone = useIsPhone();
  useLiveUpdates();
  const create = (): void => openNewRecord({ kind: "client" });
  return (
    <RecordListPage<Client>
      title={say.title}
      search={search}
      searchLabel={say.search}
      filters={filters}
      rows={rows}
      loading={say.loading}
      countOf={(n) => say.count({ n })}
      noResult={say.noResult}
      sort={sort}
      sequence="clients"
      peek={(peeked) => <ClientPeek {...peeked} />}
      actions={
        !isPhone && (
          <>
            <ColumnsButton columns={columns} choice={choice} />
            <ImportButton list="clients" />
            <ExportButton list="clients" filters={search.filters} />
            {mayCreate && (
              <Button onPress={create} icon={<Icon of={Plus} />}>
                {say.new}
              </Button>
            )}
          </>
        )
      }
      phoneActions={mayCreate && <IconButton icon={Plus} label={say.new} onPress={create} />}
      empty={
        <EmptyState
          title={say.empty.title}
          actions={
            <>
              {mayCreate && (
                <Button look="primary" onPress={create}>
                  {say.new}
                </Button>
              )}
              <ImportButton list="clients" look="secondary" />
            </>
          }
        >
          {say.empty.text}
        </EmptyState>
      }
      table={{
        label: say.table,
        name: { label: say.field.name, sort: "name" },
        columns: columns.filter(({ id }) => choice.isShown(id)),
        hrefOf: ({ id }) => `/clients/${id}`,
        detailOf: ({ kindName, address, status }) => [say.status[status], kindName, address.city].filter(Boolean).join(" · "),
      }}
    />
  );
}

function useClientFilters(): ListFilter[] {
  const { words, locale } = useSpoken();
  const { field, status, deletedOnly, withoutOpportunity } = words.client;
  const kinds = useClientKinds().data?.data ?? [];
  const people = usePeople().data?.data ?? [];
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, label: name }));
  return [
    { name: "kindId", label: field.kind, kind: "choice", options: named(kinds) },
    {
      name: "status",
      label: field.status,
      kind: "choice",
      options: [
        { id: "prospect", label: status.prospect },
        { id: "client", label: status.client },
      ],
    },
    { name: "managerId", label: field.manager, kind: "choice", options: named(people.filter((person) => person.active)) },
    { name: "country", label: field.country, kind: "search", options: countryOptions(locale) },
    { name: "tag", label: words.tag.one, kind: "search", options: useTagOptions() ?? [] },
    { name: "withoutOpportunity", label: withoutOpportunity, kind: "flag" },
    { name: "missingImportant", label: words.opportunity.filter.missingImportant, kind: "flag" },
    { name: "deleted", label: deletedOnly, kind: "flag" },
  ];
}
