import { useQuery } from "@tanstack/react-query";
import { lazy } from "react";
import type { Contact } from "#contract/contact.ts";
import { ask } from "#web/api/api.ts";
import { countryOptions } from "#web/app/countries.ts";
import type { ListFilter } from "#web/app/list-filters.tsx";
import { useListSearch } from "#web/app/list-search.ts";
import { useMay } from "#web/app/me.ts";
import { ModuleRight } from "#web/app/module-right.tsx";
import { useSpoken } from "#web/app/words.ts";
import { ClientPicker } from "#web/contact/client-picker.tsx";
import { useContactColumns } from "#web/contact/contact-columns.tsx";
import { useContactRows } from "#web/contact/use-contacts.ts";
import { DirectoryList } from "#web/directory/directory-list.tsx";
import { useTagOptions } from "#web/tag/use-tags.ts";

const ContactPeek = lazy(async () => ({ default: (await import("#web/contact/contact-peek.tsx")).ContactPeek }));

const FILTERS = ["q", "clientId", "newsletter", "country", "tag", "missingImportant", "deleted", "filter"] as const;

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
  const say = useSpoken().words.contact;
  const search = useListSearch<string>(FILTERS);
  const sort = search.sort ?? "lastName";
  return (
    <DirectoryList<Contact>
      resource="contacts"
      record="contact"
      say={say}
      search={search}
      sort={sort}
      rows={useContactRows(search.filters, sort)}
      columns={useContactColumns()}
      filters={useContactFilters(search.filters["clientId"])}
      name={{ label: say.field.name, sort: "lastName" }}
      detailOf={({ jobTitle, clients, address }) => [jobTitle, clients?.[0]?.name ?? address.city].filter(Boolean).join(" · ")}
      peek={(peeked) => <ContactPeek {...peeked} />}
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
