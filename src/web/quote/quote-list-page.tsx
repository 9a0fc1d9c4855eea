import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { QUOTE_STATUSES } from "#domain/quote/quote-status.ts";
import { ask } from "#web/api/api.ts";
import type { ListFilter } from "#web/app/list-filters.tsx";
import { useListSearch } from "#web/app/list-search.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { useMay, usePeople } from "#web/app/me.ts";
import { ModuleRight } from "#web/app/module-right.tsx";
import { RecordListPage } from "#web/app/record-list-page.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { EmptyState } from "#web/kit/empty-state.tsx";
import { formatMoney } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { NewQuoteDialog } from "#web/quote/new-quote-dialog.tsx";
import { useQuoteColumns } from "#web/quote/quote-columns.tsx";
import { QUOTES, type Quote } from "#web/quote/use-quote.ts";

const FILTERS = ["q", "status", "managerId", "chosen"] as const;

/** Every quote one may see, the newest change first. */
export function QuoteListPage() {
  const { title, noRight } = useAllSpoken().words.quoting;
  return (
    <ModuleRight module="quotes" title={title} what={noRight}>
      <List />
    </ModuleRight>
  );
}

function useQuoteRows(filters: Readonly<Record<string, string | undefined>>, sort: string) {
  return useInfiniteQuery({
    queryKey: [...QUOTES, "list", filters, sort],
    queryFn: ({ pageParam, signal }) =>
      ask(
        "listQuotes",
        { query: { ...(filters as object), sort, ...(pageParam === "" ? { count: "exact" } : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: (before) => before,
  });
}

function List() {
  const { words, locale } = useAllSpoken();
  const surroundings = useSurroundings();
  const say = words.quoting.list;
  const search = useListSearch(FILTERS);
  const sort = search.sort ?? "-updatedAt";
  const rows = useQuoteRows(search.filters, sort);
  const mayCreate = useMay("quotes", "write");
  const isPhone = useIsPhone();
  const columns = useQuoteColumns();
  const filters = useQuoteFilters();
  const [isNew, setIsNew] = useState(false);
  useLiveUpdates();
  const create = (): void => setIsNew(true);
  const detailOf = ({ status, total, client }: Quote): string =>
    [words.quoting.status[status], client?.name, total && formatMoney(total, surroundings.locale)].filter(Boolean).join(" · ");
  const button = mayCreate && (
    <Button look="primary" onPress={create}>
      {say.new}
    </Button>
  );
  return (
    <>
      <RecordListPage<Quote>
        title={words.quoting.title}
        search={search}
        searchLabel={say.search}
        filters={filters}
        rows={rows}
        loading={words.quoting.loading}
        countOf={(n) => say.count({ n })}
        noResult={say.noResult}
        sort={sort}
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
          <EmptyState title={say.empty.title} actions={button}>
            {say.empty.text}
          </EmptyState>
        }
        table={{
          label: say.table,
          name: { label: say.field.name, sort: "name" },
          columns,
          hrefOf: ({ id, newestVersion }) => `/quotes/${id}?version=${newestVersion}`,
          subtitleOf: ({ number, newestVersion }) => `${number} · ${words.quoting.version({ n: newestVersion })}`,
          detailOf,
        }}
      />
      {isNew && <NewQuoteDialog onClose={() => setIsNew(false)} key={locale} />}
    </>
  );
}

function useQuoteFilters(): ListFilter[] {
  const { words } = useAllSpoken();
  const say = words.quoting;
  const people = usePeople().data?.data ?? [];
  return [
    { name: "status", label: say.list.field.status, kind: "choice", options: QUOTE_STATUSES.map((id) => ({ id, label: say.status[id] })) },
    { name: "managerId", label: say.list.field.manager, kind: "search", options: people.map(({ id, name }) => ({ id, label: name })) },
    { name: "chosen", label: say.list.chosenOnly, kind: "flag" },
  ];
}
