import { useQuery } from "@tanstack/react-query";
import { ArrowDownWideNarrow, ChevronsUpDown } from "lucide-react";
import { lazy, Suspense, useEffect } from "react";
import { ask } from "#web/api/api.ts";
import { openCreateSheet } from "#web/app/create-store.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMay, usePipelines } from "#web/app/me.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { PeekArea } from "#web/app/peek-area.tsx";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { EmptyState } from "#web/kit/empty-state.tsx";
import { formatMoney } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";

import { Block } from "#web/kit/loading-frame.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { ModeTabs } from "#web/kit/mode-tabs.tsx";
import { Page } from "#web/kit/page.tsx";
import { OpportunityBoard } from "#web/opportunity/opportunity-board.tsx";
import { AdvancedFilter } from "#web/view/advanced-filter.tsx";
import { OpportunityFilters } from "#web/opportunity/opportunity-filters.tsx";
import { hrefWith, useOpportunitySearch, type Filters, type OpportunitySearch } from "#web/opportunity/opportunity-search.ts";
import { idsOf, keepSequences } from "#web/app/sequence.ts";
import { OPPORTUNITIES, useBoard, type Board, type BoardSort } from "#web/opportunity/use-board.ts";
import styles from "#web/opportunity/opportunity-bar.module.css";

const OpportunityPeek = lazy(async () => ({ default: (await import("#web/opportunity/opportunity-peek.tsx")).OpportunityPeek }));
const ViewsRow = lazy(async () => ({ default: (await import("#web/view/views-row.tsx")).ViewsRow }));
const BOARD = { resource: "opportunities", shape: "board" } as const;

const SORTS: readonly BoardSort[] = ["nextActivity", "expectedCloseOn", "departsOn", "amount", "lastTouchAt"];

/** The pipeline: every column with its sums over all matching opportunities. */
export function BoardPage() {
  const { words } = useSpoken();
  const search = useOpportunitySearch();
  const { stageId: _stage, outcome: _outcome, ...filters } = search.filters;
  const sort = SORTS.find((one) => one === search.sort) ?? "nextActivity";
  const board = useBoard(filters, sort);
  useLiveUpdates();
  const asked = JSON.stringify({ ...filters, sort });
  useEffect(() => {
    if (!board.data) return;
    const query = JSON.parse(asked) as Record<string, string>;
    const columns = board.data.columns.map(({ stageId, cards, count, nextCursor }) => ({
      ids: idsOf(cards),
      total: count,
      next: nextCursor === null ? undefined : { stageId, query, cursor: nextCursor },
    }));
    keepSequences("opportunities", columns);
  }, [board.data, asked]);
  return (
    <Page title={words.opportunity.title} isFixed>
      <div className={styles.views}>
        <ModeTabs
          label={words.opportunity.views}
          value="board"
          items={[
            { id: "board", label: words.opportunity.board, href: hrefWith("/opportunities", filters, search.view) },
            { id: "list", label: words.opportunity.list, href: hrefWith("/opportunities/list", search.filters, search.view) },
          ]}
        />
        <span className={styles.divider} />
        <Suspense fallback={null}>
          <ViewsRow search={search} place={BOARD} />
        </Suspense>
      </div>
      <div className={styles.bar}>
        {board.data && <PipelineMenu pipelineId={board.data.pipelineId} search={search} />}
        <OpportunityFilters search={search} leftOut={["stageId", "pipelineId"]} />
        <AdvancedFilter search={search} resource="opportunities" />
        <SortMenu sort={sort} search={search} />
        {board.data && <Facts board={board.data} />}
      </div>
      <PeekArea panel={(peeked) => <OpportunityPeek {...peeked} />} group={words.opportunity.title}>
        <Loaded query={board} label={words.opportunity.loading} frame={<Frame />}>
          {(data) => <Content board={data} filters={filters} sort={sort} search={search} />}
        </Loaded>
      </PeekArea>
    </Page>
  );
}

function Facts({ board }: { board: Board }) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const { count, total, likely, mixed } = board.totals;
  if (count === 0) return <p className={styles.facts}>{words.opportunity.noneOpen}</p>;
  return (
    <p className={styles.facts}>
      {words.opportunity.openCount({ n: count })} · {mixed && "≈ "}
      <b>{formatMoney(total, locale)}</b> · {words.opportunity.weighted} <b>{formatMoney(likely, locale, "never")}</b>
    </p>
  );
}

/** Which pipeline, when there are several. */
function PipelineMenu({ pipelineId, search }: { pipelineId: string; search: OpportunitySearch }) {
  const { words } = useSpoken();
  const pipelines = usePipelines().data?.data ?? [];
  if (pipelines.length < 2) return null;
  const shown = pipelines.find(({ id }) => id === pipelineId);
  return (
    <Menu
      label={words.opportunity.field.pipeline}
      placement="bottom start"
      trigger={
        <Button size="small" icon={<Icon of={ChevronsUpDown} />}>
          {shown?.name ?? words.opportunity.field.pipeline}
        </Button>
      }
      groups={[{ id: "pipelines", items: pipelines.map(({ id, name }) => ({ id, label: name, isChecked: id === pipelineId })) }]}
      onAction={(id) => search.set({ pipelineId: id === pipelines[0]?.id ? undefined : id })}
    />
  );
}

function SortMenu({ sort, search }: { sort: BoardSort; search: OpportunitySearch }) {
  const { words } = useSpoken();
  const say = words.opportunity.sort;
  return (
    <Menu
      label={say.label}
      trigger={
        <Button look="quiet" size="small" icon={<Icon of={ArrowDownWideNarrow} />}>
          {say[sort]}
        </Button>
      }
      groups={[{ id: "sort", title: say.label, items: SORTS.map((id) => ({ id, label: say[id], isChecked: id === sort })) }]}
      onAction={(id) => search.set({ sort: id === "nextActivity" ? undefined : id })}
    />
  );
}

type ContentProps = { readonly board: Board; readonly filters: Filters; readonly sort: BoardSort; readonly search: OpportunitySearch };

function Content({ board, filters, sort, search }: ContentProps) {
  const { pipelineId: _shown, ...narrowing } = filters;
  const names = Object.keys(narrowing);
  if (board.totals.count === 0 && names.length === 0) return <Empty board={board} view={{ filters, sort }} />;
  const clear = (): void => search.set(Object.fromEntries(names.map((name) => [name, undefined])));
  return (
    <>
      {board.totals.count === 0 && <NoResult n={names.length} onClear={clear} />}
      <OpportunityBoard board={board} view={{ filters, sort }} />
    </>
  );
}

export function NoResult({ n, onClear }: { n: number; onClear: () => void }) {
  const { words } = useSpoken();
  return (
    <p className={styles.none} role="status">
      {words.opportunity.emptyFilters({ n })}
      <Button size="small" onPress={onClear}>
        {words.common.clearFilters}
      </Button>
    </p>
  );
}

/** Nothing open: a new account is shown the way, others keep their columns. */
function Empty({ board, view }: { board: Board; view: { readonly filters: Filters; readonly sort: BoardSort } }) {
  const { words } = useSpoken();
  const { empty } = words.opportunity;
  const { navigate } = useSurroundings();
  const mayCreate = useMay("opportunities", "write");
  const closed = useQuery({ queryKey: [...OPPORTUNITIES, "any"], queryFn: () => ask("listOpportunities", { query: { limit: 1 } }) });
  if (closed.data && closed.data.data.length > 0) return <OpportunityBoard board={board} view={view} />;
  return (
    <div className={styles.centre}>
      <EmptyState
        title={empty.title}
        actions={
          mayCreate && (
            <>
              <Button look="primary" onPress={() => openCreateSheet()}>
                {words.opportunity.create.title}
              </Button>
              <Button onPress={() => navigate("/settings/imports?kind=opportunities")}>{empty.import}</Button>
            </>
          )
        }
      >
        {empty.text}
      </EmptyState>
    </div>
  );
}

function Frame() {
  return (
    <div className={styles.blocks}>
      {[0, 1, 2, 3, 4].map((column) => (
        <Block key={column} height={420} />
      ))}
    </div>
  );
}
