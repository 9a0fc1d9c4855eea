import { Plus } from "lucide-react";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { CustomRecord, CustomValues } from "#domain/custom-field/custom-field.ts";
import { ExportButton } from "#web/app/export-button.tsx";
import { ImportButton } from "#web/app/import-button.tsx";
import type { ListFilter } from "#web/app/list-filters.tsx";
import type { ListSearch } from "#web/app/list-search.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { useMay } from "#web/app/me.ts";
import { openNewRecord } from "#web/app/new-record-store.ts";
import { RecordListPage, type RecordListPageProps } from "#web/app/record-list-page.tsx";
import type { Selection } from "#web/app/selection.ts";
import type { Column, RecordTableProps } from "#web/app/record-table.tsx";
import { useColumnChoice } from "#web/custom-field/column-choice.ts";
import { ColumnsButton } from "#web/custom-field/columns-button.tsx";
import { useCustomColumns } from "#web/custom-field/use-custom-columns.tsx";
import { useCustomFilters } from "#web/custom-field/use-custom-filters.tsx";
import { Button } from "#web/kit/button.tsx";
import { EmptyState } from "#web/kit/empty-state.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { useTagsColumn } from "#web/tag/use-tags-column.tsx";
import { AdvancedFilter } from "#web/view/advanced-filter.tsx";

const ViewsRow = lazy(async () => ({ default: (await import("#web/view/views-row.tsx")).ViewsRow }));

const DirectoryBulk = lazy(async () => ({ default: (await import("#web/directory/directory-bulk.tsx")).DirectoryBulk }));

/** Columns for whoever chooses them: the others leave room for the name. */
const ON_WISH = new Set(["updatedAt"]);

type Chosen = { readonly selected: ReadonlySet<string>; readonly isAll: boolean; readonly of: string };
const NOTHING: Chosen = { selected: new Set(), isAll: false, of: "" };

type Listed = {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly { readonly name: string }[];
  readonly custom: CustomValues;
};

/** What the list of clients and the list of contacts say, each in its own words. */
type ListWords = {
  readonly title: string;
  readonly search: string;
  readonly loading: string;
  readonly count: (p: { n: number }) => string;
  readonly noResult: string;
  readonly new: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly table: string;
};

export type DirectoryListProps<Row> = {
  readonly resource: "clients" | "contacts";
  readonly record: CustomRecord & ("client" | "contact");
  readonly say: ListWords;
  readonly search: ListSearch;
  readonly sort: string;
  readonly rows: RecordListPageProps<Row>["rows"];
  readonly columns: readonly Column<Row>[];
  readonly filters: readonly ListFilter[];
  readonly name: RecordTableProps<Row>["name"];
  readonly detailOf: RecordTableProps<Row>["detailOf"];
  readonly peek: RecordListPageProps<Row>["peek"] & {};
};

/** The list of clients or contacts: saved views, search, filters, columns of the product and of the agency. */
export function DirectoryList<Row extends Listed>(props: DirectoryListProps<Row>) {
  const { resource, say, search, sort } = props;
  const mayWrite = useMay(resource, "write");
  const isPhone = useIsPhone();
  const columns = [...props.columns, useTagsColumn<Row>(), ...useCustomColumns<Row>(props.record)];
  const choice = useColumnChoice(
    resource,
    props.columns.filter(({ id }) => !ON_WISH.has(id)).map(({ id }) => id),
  );
  const filters = [...props.filters, ...useCustomFilters(props.record, search.filters)];
  const asked = JSON.stringify(search.filters);
  const [{ selected, isAll, of }, select] = useState<Chosen>(NOTHING);
  // What was chosen of another filter is not on screen any more. What is deleted is brought back one by one.
  const chosen = of === asked ? selected : NOTHING.selected;
  const selection: Selection = {
    selected: chosen,
    isAll: isAll && of === asked,
    change: (next, all = false) => select({ selected: next, isAll: all, of: asked }),
  };
  const mayChange = mayWrite && !isPhone && search.filters["deleted"] !== "true";
  useLiveUpdates();
  const create = (): void => openNewRecord({ kind: props.record });
  return (
    <RecordListPage<Row>
      title={say.title}
      views={
        <Suspense fallback={null}>
          <ViewsRow search={search} place={{ resource, shape: "list" }} />
        </Suspense>
      }
      search={search}
      searchLabel={say.search}
      filters={filters}
      moreFilters={<AdvancedFilter search={search} resource={resource} />}
      rows={props.rows}
      loading={say.loading}
      countOf={(n) => say.count({ n })}
      noResult={say.noResult}
      sort={sort}
      sequence={resource}
      peek={props.peek}
      {...(mayChange ? { selection } : {})}
      bulk={(loaded, count) => (
        <Suspense fallback={null}>
          <DirectoryBulk resource={resource} selection={selection} loaded={loaded} count={count} filters={search.filters} />
        </Suspense>
      )}
      actions={
        !isPhone && (
          <>
            <ColumnsButton columns={columns} choice={choice} />
            <ImportButton list={resource} />
            <ExportButton list={resource} filters={search.filters} />
            {mayWrite && (
              <Button onPress={create} icon={<Icon of={Plus} />}>
                {say.new}
              </Button>
            )}
          </>
        )
      }
      phoneActions={mayWrite && <IconButton icon={Plus} label={say.new} onPress={create} />}
      empty={<NothingYet resource={resource} say={say} create={mayWrite ? create : undefined} />}
      table={{
        label: say.table,
        name: props.name,
        columns: columns.filter(({ id }) => choice.isShown(id)),
        hrefOf: ({ id }) => `/${resource}/${id}`,
        detailOf: props.detailOf,
      }}
    />
  );
}

type NothingProps = {
  readonly resource: "clients" | "contacts";
  readonly say: ListWords;
  readonly create: (() => void) | undefined;
};

function NothingYet({ resource, say, create }: NothingProps): ReactNode {
  return (
    <EmptyState
      title={say.empty.title}
      actions={
        <>
          {create && (
            <Button look="primary" onPress={create}>
              {say.new}
            </Button>
          )}
          <ImportButton list={resource} look="secondary" />
        </>
      }
    >
      {say.empty.text}
    </EmptyState>
  );
}
