import { lazy } from "react";
import type { Client } from "#contract/client.ts";
import { countryOptions } from "#web/app/countries.ts";
import type { ListFilter } from "#web/app/list-filters.tsx";
import { useListSearch } from "#web/app/list-search.ts";
import { useClientKinds, useMay, usePeople } from "#web/app/me.ts";
import { ModuleRight } from "#web/app/module-right.tsx";
import { useSpoken } from "#web/app/words.ts";
import { useClientColumns } from "#web/client/client-columns.tsx";
import { useClientRows } from "#web/client/use-clients.ts";
import { DirectoryList } from "#web/directory/directory-list.tsx";
import { useTagOptions } from "#web/tag/use-tags.ts";

const ClientPeek = lazy(async () => ({ default: (await import("#web/client/client-peek.tsx")).ClientPeek }));

const FILTERS = [
  "q",
  "kindId",
  "status",
  "managerId",
  "country",
  "tag",
  "withoutOpportunity",
  "missingImportant",
  "deleted",
  "filter",
] as const;

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
  const say = useSpoken().words.client;
  const search = useListSearch<string>(FILTERS);
  const sort = search.sort ?? "name";
  return (
    <DirectoryList<Client>
      resource="clients"
      record="client"
      say={say}
      search={search}
      sort={sort}
      rows={useClientRows(search.filters, sort)}
      columns={useClientColumns()}
      filters={useClientFilters()}
      name={{ label: say.field.name, sort: "name" }}
      detailOf={({ kindName, address, status }) => [say.status[status], kindName, address.city].filter(Boolean).join(" · ")}
      peek={(peeked) => <ClientPeek {...peeked} />}
    />
  );
}

function useClientFilters(): ListFilter[] {
  const { words, locale } = useSpoken();
  const { field, status, deletedOnly, withoutOpportunity } = words.client;
  const kinds = useClientKinds().data?.data ?? [];
  const people = usePeople().data?.data ?? [];
  const seesOpportunities = useMay("opportunities", "read");
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, label: name }));
  const filters: (ListFilter | false)[] = [
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
    {
      name: "managerId",
      label: field.manager,
      kind: "choice",
      options: [{ id: "me", label: words.common.me }, ...named(people.filter((person) => person.active))],
    },
    { name: "country", label: field.country, kind: "search", options: countryOptions(locale) },
    { name: "tag", label: words.tag.one, kind: "search", options: useTagOptions() ?? [] },
    seesOpportunities && { name: "withoutOpportunity", label: withoutOpportunity, kind: "flag" },
    { name: "missingImportant", label: words.opportunity.filter.missingImportant, kind: "flag" },
    { name: "deleted", label: deletedOnly, kind: "flag" },
  ];
  return filters.filter((filter) => filter !== false);
}
