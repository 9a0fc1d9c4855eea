import { useRef, useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { toggled, type Selection } from "#web/app/selection.ts";
import { useSpoken } from "#web/app/words.ts";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { SortHeader } from "#web/kit/sort-header.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { useWhenSeen } from "#web/kit/use-when-seen.ts";
import { ListFoot, type Totals } from "#web/opportunity/list-foot.tsx";
import { useOpportunityActs } from "#web/opportunity/opportunity-acts.ts";
import type { OpportunityColumn } from "#web/opportunity/opportunity-columns.tsx";
import { OpportunityDialogs, type Asked } from "#web/opportunity/opportunity-dialogs.tsx";
import { OpportunityRow } from "#web/opportunity/opportunity-row.tsx";
import type { Filters } from "#web/opportunity/opportunity-search.ts";
import { PlanKey } from "#web/opportunity/plan-key.tsx";
import { useFocusedShortcuts } from "#web/opportunity/use-focused-shortcuts.ts";
import { useTableKeys } from "#web/opportunity/use-table-keys.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/opportunity/opportunity-table.module.css";

type TableProps = {
  readonly rows: readonly Opportunity[];
  readonly columns: readonly OpportunityColumn[];
  readonly totals: Totals | undefined;
  readonly filters: Filters;
  readonly sort: string;
  readonly onSort: (sort: string | undefined) => void;
  readonly selection: Selection;
  readonly more: (() => void) | undefined;
};

export function OpportunityTable({ rows, columns, totals, filters, sort, onSort, selection, more }: TableProps) {
  const { words } = useSpoken();
  const end = useRef<HTMLTableRowElement>(null);
  const region = useRef<HTMLDivElement>(null);
  const keys = useTableKeys(region, rows, selection);
  useWhenSeen(end, more, rows.length);
  const { selected, change } = selection;
  return (
    <div
      ref={region}
      className={styles.region}
      role="region"
      aria-label={words.opportunity.table}
      tabIndex={0}
      onKeyDown={keys.onKeyDown}
      data-list
    >
      <table className={classNames(look.table, styles.table)} style={{ minWidth: widthOf(columns) }}>
        <Widths columns={columns} />
        <Head rows={rows} columns={columns} sort={sort} onSort={onSort} selection={selection} />
        <tbody>
          {rows.map((row) => (
            <OpportunityRow
              key={row.id}
              row={row}
              columns={columns}
              isSelected={selected.has(row.id)}
              onSelect={() => change(toggled(selected, row.id))}
            />
          ))}
          {more && (
            <tr ref={end} aria-hidden>
              <td colSpan={columns.length + 3} className={styles.end} />
            </tr>
          )}
        </tbody>
        {totals && <ListFoot totals={totals} filters={filters} columns={columns} />}
      </table>
      <RowActs focused={keys.focusedRow} />
    </div>
  );
}

type HeadProps = Pick<TableProps, "rows" | "columns" | "sort" | "onSort" | "selection">;

function Head({ rows, columns, sort, onSort, selection: { selected, change } }: HeadProps) {
  const { words } = useSpoken();
  const toggleAll = (): void => change(selected.size === 0 ? new Set(rows.map((row) => row.id)) : new Set());
  return (
    <thead>
      <tr>
        <th className={styles.tick}>
          <Checkbox
            label={words.opportunity.selectAll}
            hidesLabel
            isSelected={selected.size > 0 && selected.size >= rows.length}
            isMixed={selected.size > 0 && selected.size < rows.length}
            onChange={toggleAll}
          />
        </th>
        <th className={styles.star}>
          <span className={styles.hidden}>{words.opportunity.priority}</span>
        </th>
        <SortHeader name="name" label={words.opportunity.one} className={styles.name} sort={sort} onSort={onSort} />
        {columns.map(({ id, label, short, sort: order, isFigure = false }) =>
          order === undefined ? (
            <th key={id} title={short === undefined ? undefined : label} className={classNames(isFigure && look.figures)}>
              {short ?? label}
            </th>
          ) : (
            <SortHeader key={id} name={order} label={label} isFigure={isFigure} sort={sort} onSort={onSort} />
          ),
        )}
      </tr>
    </thead>
  );
}

/** A, M, I, L, P, W and Shift+W on the row that has the focus. */
function RowActs({ focused }: { focused: () => Opportunity | undefined }) {
  const [asked, setAsked] = useState<Asked>();
  const acts = useOpportunityActs();
  useFocusedShortcuts(focused, { ask: setAsked, win: (one) => void acts.win(one) });
  return (
    <>
      <PlanKey focused={focused} />
      <OpportunityDialogs asked={asked} onClose={() => setAsked(undefined)} />
    </>
  );
}

const NAME_WIDTH = 190;
const FIRST_WIDTHS = [38, 30];

function widthOf(columns: readonly OpportunityColumn[]): number {
  return [...FIRST_WIDTHS, NAME_WIDTH, ...columns.map(({ width }) => width)].reduce((sum, width) => sum + width, 0);
}

/** The name takes what is left; figures and dates are never cut. */
function Widths({ columns }: { readonly columns: readonly OpportunityColumn[] }) {
  const isPhone = useIsPhone();
  const widths = [...(isPhone ? [56, 44, 190] : [...FIRST_WIDTHS, undefined]), ...columns.map(({ width }) => width)];
  return (
    <colgroup>
      {widths.map((width, index) => (
        <col key={index} {...(width === undefined ? {} : { style: { width } })} />
      ))}
    </colgroup>
  );
}
