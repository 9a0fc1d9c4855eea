import type { UseInfiniteQueryResult, InfiniteData } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { ListFilters, type ListFilter } from "#web/app/list-filters.tsx";
import type { ListSearch } from "#web/app/list-search.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { PeekArea, type Peeked } from "#web/app/peek-area.tsx";
import type { Selection } from "#web/app/selection.ts";
import { RecordTable, type RecordTableProps } from "#web/app/record-table.tsx";
import { idsOf, keepSequences, type SequenceName } from "#web/app/sequence.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Page } from "#web/kit/page.tsx";
import { SearchField } from "#web/kit/search-field.tsx";
import styles from "#web/app/record-list.module.css";

type Found<Row> = {
  readonly data: readonly Row[];
  readonly total?: number | undefined;
  readonly page: { readonly nextCursor: string | null };
};

export type RecordListPageProps<Row> = {
  readonly title: string;
  readonly search: ListSearch;
  readonly searchLabel: string;
  readonly filters: readonly ListFilter[];
  readonly rows: UseInfiniteQueryResult<InfiniteData<Found<Row>>>;
  readonly loading: string;
  readonly countOf: (n: number) => string;
  readonly noResult: string;
  /** Nothing yet: how to begin. */
  readonly empty: ReactNode;
  /** At the right of the bar. */
  readonly actions: ReactNode;
  readonly phoneActions: ReactNode;
  readonly table: Omit<RecordTableProps<Row>, "rows" | "count" | "more" | "sort" | "onSort" | "selection">;
  readonly sort: string;
  /** What the pages of its records walk with J and K; none when they have no page. */
  readonly sequence?: SequenceName;
  /** First in the bar: the other lists of the same place. */
  readonly tabs?: ReactNode;
  /** Saved views, over the bar. */
  readonly views?: ReactNode;
  /** Behind the chips: conditions beyond them. */
  readonly moreFilters?: ReactNode;
  /** Several can be changed at once; the bar for it, once some are selected. */
  readonly selection?: Selection;
  readonly bulk?: (loaded: number, count: number) => ReactNode;
  /** What Space shows of a record beside the list. */
  readonly peek?: (peeked: Peeked) => ReactNode;
};

/** A list of records: search and filters in the address, table, exact count, more on scrolling. */
export function RecordListPage<Row extends { readonly id: string; readonly name: string }>(props: RecordListPageProps<Row>) {
  const { rows, search, sort } = props;
  const found = useMemo(() => rows.data?.pages.flatMap((page) => page.data) ?? [], [rows.data]);
  const total = rows.data?.pages[0]?.total ?? found.length;
  const { sequence } = props;
  const cursor = rows.data?.pages.at(-1)?.page.nextCursor ?? null;
  const asked = JSON.stringify({ ...search.filters, sort });
  useEffect(() => {
    if (sequence === undefined) return;
    const next = cursor === null ? undefined : { query: JSON.parse(asked) as Record<string, string>, cursor };
    keepSequences(sequence, [{ ids: idsOf(found), total, next }]);
  }, [sequence, found, total, cursor, asked]);
  const isFiltered = Object.keys(search.filters).length > 0;
  return (
    <Page title={props.title} isFixed phoneActions={props.phoneActions}>
      {props.views && <div className={styles.views}>{props.views}</div>}
      <div className={styles.bar}>
        {props.tabs && <div className={styles.tabs}>{props.tabs}</div>}
        <ListSearchField label={props.searchLabel} search={search} />
        <ListFilters filters={props.filters} search={search} group={props.title} />
        {props.moreFilters}
        <div className={styles.end}>{props.actions}</div>
      </div>
      <div className={rows.data ? styles.whole : styles.centre}>
        <Loaded query={rows} label={props.loading} frame={<Block height={400} />}>
          {() => {
            if (found.length === 0)
              return isFiltered ? <Nothing text={props.noResult} search={search} /> : <div className={styles.empty}>{props.empty}</div>;
            const table = (
              <RecordTable
                {...props.table}
                rows={found}
                {...(props.selection ? { selection: props.selection } : {})}
                count={props.countOf(total)}
                sort={sort}
                onSort={(next) => search.set({ sort: next })}
                more={rows.hasNextPage && !rows.isFetchingNextPage ? () => void rows.fetchNextPage() : undefined}
              />
            );
            return props.peek ? (
              <PeekArea panel={props.peek} group={props.title}>
                {table}
              </PeekArea>
            ) : (
              table
            );
          }}
        </Loaded>
      </div>
      {(props.selection?.selected.size ?? 0) > 0 && props.bulk?.(found.length, total)}
    </Page>
  );
}

function Nothing({ text, search }: { text: string; search: ListSearch }) {
  const words = useWords();
  return (
    <p className={styles.none} role="status">
      {text}
      <Button size="small" onPress={search.clear}>
        {words.common.clearFilters}
      </Button>
    </p>
  );
}

const PAUSE_MS = 250;

/** What is typed is searched after a pause; the address keeps it. */
function ListSearchField({ label, search }: { label: string; search: ListSearch }) {
  const asked = search.filters["q"] ?? "";
  const [text, setText] = useState(asked);
  const seen = useRef(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (seen.current !== asked) {
    seen.current = asked;
    if (text.trim() !== asked) setText(asked);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (value: string): void => {
    clearTimeout(timer.current);
    search.set({ q: value.trim() || undefined });
  };
  const type = (value: string): void => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(value), PAUSE_MS);
  };
  return <SearchField label={label} value={text} onChange={type} onSubmit={send} className={styles.search} />;
}
