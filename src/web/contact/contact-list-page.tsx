import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { lazy } from "react";
import type { Contact } from "#contract/contact.ts";
import { ask } from "#web/api/api.ts";
import { countryOptions } from "#web/app/countries.ts";
import { ExportButton } from "#web/app/export-button.tsx";
import { ImportButton } from "#web/app/import-button.tsx";
import type { ListFilter } from "#web/app/list-filters.tsx";
import { useListSearch } from "#web/app/list-search.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { useMay } from "#web/app/me.ts";
import { openNewRecord } from "#web/app/new-record-store.ts";
import { RecordListPage } from "#web/app/record-list-page.tsx";
import { ModuleRight } from "#web/app/module-right.tsx";
import { useSpoken } from "#web/app/words.ts";
import { ClientPicker } from "#web/contact/client-picker.tsx";
import { useContactColumns } from "#web/contact/contact-columns.tsx";
import { useContactRows } from "#web/contact/use-contacts.ts";
import { useColumnChoice } from "#web/custom-field/column-choice.ts";
import { ColumnsButton } from "#web/custom-field/columns-button.tsx";
import { useCustomColumns } from "#web/custom-field/use-custom-columns.tsx";
import { useCustomFilters } from "#web/custom-field/use-custom-filters.tsx";
import { Button } from "#web/kit/button.tsx";
import { EmptyState } from "#web/kit/empty-state.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { useTagsColumn } from "#web/tag/use-tags-column.tsx";
import { useTagOptions } from "#web/tag/use-tags.ts";
import { useIsPhone } from "#web/kit/use-is-phone.ts";

const ContactPeek = lazy(async () => ({ default: (await import("#web/contact/contact-peek.tsx")).ContactPeek }));

const FILTERS = ["q", "clientId", "newsletter", "country", "tag", "missingImportant", "deleted"] as const;

/** Every person: found, filtered, sorted, opened. */
export function ContactListPage() {
  const { title, noRight } = useSpoken().words.contact;
  return (
    <ModuleRight module="contacts" title={title} what={noRight}>
      <List />
    </ModuleRight>
  );
}

function List() {
  const { words } = useSpoken();
  const say = words.contact;
  const search = useListSearch<string>(FILTERS);
  const sort = search.sort ?? "lastName";
  const rows = useContactRows(search.filters, sort);
  const mayCreate = useMay("contacts", "write");
  const usual = useContactColumns();
  const columns = [...usual, useTagsColumn<Contact>(), ...useCustomColumns<Contact>("contact")];
  const choice = useColumnChoice(
    "contacts",
    usual.map(({ id }) => id),
  );
  const filters = [...useContactFilters(search.filters["clientId"]), ...useCustomFilters("contact", search.filters)];
  const isPhone = useIsPhone();
  useLiveUpdates();
  const create = (): void => openNewRecord({ kind: "contact" });
  return (
    <RecordListPage<Contact>
      title={say.title}
      search={search}
      searchLabel={say.search}
      filters={filters}
      rows={rows}
      loading={say.loading}
      countOf={(n) => say.count({ n })}
      noResult={say.noResult}
      sort={sort}
      sequence="contacts"
      peek={(peeked) => <ContactPeek {...peeked} />}
      actions={
        !isPhone && (
          <>
            <ColumnsButton columns={columns} choice={choice} />
            <ImportButton list="contacts" />
            <ExportButton list="contacts" filters={search.filters} />
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
              <ImportButton list="contacts" look="secondary" />
            </>
          }
        >
          {say.empty.text}
        </EmptyState>
      }
      table={{
        label: say.table,
        name: { label: say.field.name, sort: "lastName" },
        columns: columns.filter(({ id }) => choice.isShown(id)),
        hrefOf: ({ id }) => `/contacts/${id}`,
        detailOf: ({ jobTitle, clients, address }) => [jobTitle, clients?.[0]?.name ?? address.city].filter(Boolean).join(" · "),
      }}
    />
  );
}

function useContactFilters(clientId: string | undefined): ListFilter[] {
  const { words, locale } = useSpoken();
  const { field, newsletter, deletedOnly, clients } = words.contact;
  const seesClients = useMay("clients", "read");
  const tags = useTagOptions() ?? [];
  const client = useQuery({
    queryKey: ["clients", "one", clientId],
    queryFn: ({ signal }) => ask("showClient", { params: { id: String(clientId) } }, { signal }),
    enabled: clientId !== undefined && seesClients,
    retry: false,
  }).data;
  const ofClient: ListFilter = {
    name: "clientId",
    label: clients.client,
    kind: "record",
    shown: client?.name ?? "…",
    editor: (choose) => (
      <ClientPicker
        label={clients.client}
        autoFocus
        value={client ? { id: client.id, label: client.name } : null}
        onChange={(option) => option && choose(option.id)}
      />
    ),
  };
  return [
    ...(seesClients ? [ofClient] : []),
    {
      name: "newsletter",
      label: field.newsletter,
      kind: "choice",
      options: (["subscribed", "refused", "unknown"] as const).map((id) => ({ id, label: newsletter[id] })),
    },
    { name: "country", label: field.country, kind: "search", options: countryOptions(locale) },
    { name: "tag", label: words.tag.one, kind: "search", options: tags },
    { name: "missingImportant", label: words.opportunity.filter.missingImportant, kind: "flag" },
    { name: "deleted", label: deletedOnly, kind: "flag" },
  ];
}
