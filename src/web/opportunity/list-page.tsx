import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { ask } from "#web/api/api.ts";
import { ExportButton } from "#web/app/export-button.tsx";
import { ImportButton } from "#web/app/import-button.tsx";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { PeekArea } from "#web/app/peek-area.tsx";
import { useSpoken } from "#web/app/words.ts";
import { useColumnChoice } from "#web/custom-field/column-choice.ts";
import { ColumnsButton } from "#web/custom-field/columns-button.tsx";
import { ChipButton } from "#web/kit/chip.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { ModeTabs } from "#web/kit/mode-tabs.tsx";
import { Page } from "#web/kit/page.tsx";
import { NoResult } from "#web/opportunity/board-page.tsx";
import { ConflictChooser } from "#web/opportunity/conflict-chooser.tsx";
import { AdvancedFilter } from "#web/view/advanced-filter.tsx";
import { USUAL_COLUMNS, useOpportunityColumns } from "#web/opportunity/opportunity-columns.tsx";
import { OpportunityFilters } from "#web/opportunity/opportunity-filters.tsx";
import { hrefWith, useOpportunitySearch, type Filters, type OpportunitySearch } from "#web/opportunity/opportunity-search.ts";
import { OpportunityTable } from "#web/opportunity/opportunity-table.tsx";
import { idsOf, keepSequences } from "#web/app/sequence.ts";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";
import styles from "#web/opportunity/opportunity-bar.module.css";

const OpportunityPeek = lazy(async () => ({ default: (await import("#web/opportunity/opportunity-peek.tsx")).OpportunityPeek }));
const ViewsRow = lazy(async () => ({ default: (await import("#web/view/views-row.tsx")).ViewsRow }));
const BulkActs = lazy(async () => ({ default: (await import("#web/opportunity/bulk-acts.tsx")).BulkActs }));
const LIST = { resource: "opportunities", shape: "list" } as const;

/** The list: every opportunity of a filter, with the totals of all of them. */
export function OpportunityListPage() {
  const { words } = useSpoken();
  const search = useOpportunitySearch();
  const outcome = search.filters.outcome ?? "open";
  const { outcome: _outcome, ...rest } = search.filters;
  const filters: Filters = outcome === "all" ? rest : { ...rest, outcome };
  const sort = search.sort ?? "expectedCloseOn";
  const [{ selected, isAll }, setSelection] = useState<Chosen>(NONE);
  const change = (next: ReadonlySet<string>, all = false): void => setSelection({ selected: next, isAll: all });
  const rows = useRows(filters, sort);
  const totals = useQuery({
    queryKey: [...OPPORTUNITIES, "totals", filters],
    queryFn: () => ask("listOpportunities", { query: { ...(filters as object), limit: 1, totals: "true" } }),
  });
  const columns = useOpportunityColumns();
  const choice = useColumnChoice("opportunities", USUAL_COLUMNS);
  const shown = columns.filter(({ id }) => choice.isShown(id));
  useLiveUpdates();
  const all = useMemo(() => rows.data?.pages.flatMap((page) => page.data) ?? [], [rows.data]);
  const count = totals.data?.totals?.count ?? all.length;
  const cursor = rows.data?.pages.at(-1)?.page.nextCursor ?? null;
  const asked = JSON.stringify({ ...filters, sort });
  useEffect(() => {
    const next = cursor === null ? undefined : { query: JSON.parse(asked) as Record<string, string>, cursor };
    keepSequences("opportunities", [{ ids: idsOf(all), total: count, next }]);
  }, [all, count, cursor, asked]);
  return (
    <Page title={words.opportunity.title} isFixed>
      <div className={styles.views}>
        <ModeTabs
          label={words.opportunity.views}
          value="list"
          items={[
            { id: "board", label: words.opportunity.board, href: hrefWith("/opportunities", rest, search.view) },
            { id: "list", label: words.opportunity.list, href: hrefWith("/opportunities/list", search.filters, search.view) },
          ]}
        />
        <span className={styles.divider} />
        <Suspense fallback={null}>
          <ViewsRow search={search} place={LIST} />
        </Suspense>
      </div>
      <div className={styles.bar}>
        <Outcomes value={outcome} search={search} />
        <OpportunityFilters search={search} />
        <AdvancedFilter search={search} resource="opportunities" />
        <span className={styles.end}>
          <ColumnsButton columns={columns} choice={choice} />
          <ImportButton list="opportunities" />
          <ExportButton list="opportunities" filters={{ ...filters, sort }} />
        </span>
      </div>
      <ConflictChooser />
      <PeekArea panel={(peeked) => <OpportunityPeek {...peeked} />} group={words.opportunity.title}>
        <Loaded
          query={rows}
          label={words.opportunity.loading}
          frame={
            <div className={styles.centre}>
              <Block height={400} />
            </div>
          }
        >
          {() =>
            all.length === 0 ? (
              <NoResult
                n={Math.max(1, Object.keys(search.filters).length)}
                onClear={() => search.set({ outcome: "all", ...Object.fromEntries(Object.keys(rest).map((name) => [name, undefined])) })}
              />
            ) : (
              <OpportunityTable
                rows={all}
                columns={shown}
                totals={totals.data?.totals}
                filters={filters}
                sort={sort}
                onSort={(next) => search.set({ sort: next })}
                selection={{ selected, isAll, change }}
                more={rows.hasNextPage ? () => void rows.fetchNextPage() : undefined}
              />
            )
          }
        </Loaded>
      </PeekArea>
      <Suspense fallback={null}>
        {selected.size > 0 && <BulkActs selection={{ selected, isAll, change }} loaded={all} count={count} filters={filters} />}
      </Suspense>
    </Page>
  );
}

type Chosen = { readonly selected: ReadonlySet<string>; readonly isAll: boolean };
const NONE: Chosen = { selected: new Set(), isAll: false };

function useRows(filters: Filters, sort: string) {
  return useInfiniteQuery({
    queryKey: [...OPPORTUNITIES, "list", filters, sort],
    queryFn: ({ pageParam, signal }) =>
      ask("listOpportunities", { query: { ...(filters as object), sort, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: (before) => before,
  });
}

const OUTCOMES = ["open", "won", "lost", "all"] as const;

function Outcomes({ value, search }: { value: string; search: OpportunitySearch }) {
  const { words } = useSpoken();
  return (
    <div className={styles.chips} role="group" aria-label={words.opportunity.filter.outcome}>
      {OUTCOMES.map((id) => (
        <ChipButton key={id} isPressed={id === value} onPress={() => search.set({ outcome: id === "open" ? undefined : id })}>
          {words.opportunity.outcome[id]}
        </ChipButton>
      ))}
    </div>
  );
}
