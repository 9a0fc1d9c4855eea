import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { ask, type Answer } from "#web/api/api.ts";
import { usePipelines } from "#web/app/me.ts";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { formatNumber, formatPercent } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Money } from "#web/kit/money.tsx";
import { SortHeader } from "#web/kit/sort-header.tsx";
import { useWhenSeen } from "#web/kit/use-when-seen.ts";
import { useOpportunityActs } from "#web/opportunity/opportunity-acts.ts";
import { OpportunityDialogs, type Asked } from "#web/opportunity/opportunity-dialogs.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { OpportunityRow } from "#web/opportunity/opportunity-row.tsx";
import type { Filters } from "#web/opportunity/opportunity-search.ts";
import { TotalCell, type Total } from "#web/opportunity/total-cell.tsx";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";
import { useFocusedShortcuts } from "#web/opportunity/use-focused-shortcuts.ts";
import { useTableKeys, type Selection } from "#web/opportunity/use-table-keys.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/opportunity/opportunity-table.module.css";

type Totals = NonNullable<Answer<"listOpportunities">["totals"]>;
type TableProps = {
  readonly rows: readonly Opportunity[];
  readonly totals: Totals | undefined;
  readonly filters: Filters;
  readonly sort: string;
  readonly onSort: (sort: string | undefined) => void;
  readonly selection: Selection;
  readonly more: (() => void) | undefined;
};

export function OpportunityTable({ rows, totals, filters, sort, onSort, selection, more }: TableProps) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  const me = useMe();
  const pipelines = usePipelines().data?.data ?? [];
  const end = useRef<HTMLTableRowElement>(null);
  const region = useRef<HTMLDivElement>(null);
  const keys = useTableKeys(region, rows, selection);
  useWhenSeen(end, more, rows.length);
  const header = { sort, onSort };
  const { selected, change } = selection;
  const toggleAll = (): void => change(selected.size === 0 ? new Set(rows.map((row) => row.id)) : new Set());
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
      <table className={classNames(look.table, styles.table)}>
        <Widths hasMargin={me.rights.costs} />
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
            <SortHeader {...header} name="name" label={words.opportunity.one} className={styles.name} />
            <th>{field.client}</th>
            <th>{field.stage}</th>
            <SortHeader {...header} name="departsOn" label={field.departsOn} />
            <th className={look.figures}>{field.pax}</th>
            <SortHeader {...header} name="amount" label={field.amount} isFigure />
            {me.rights.costs && <th className={look.figures}>{field.margin}</th>}
            <SortHeader {...header} name="expectedCloseOn" label={field.expectedCloseOn} />
            <th title={field.manager}>{field.managerShort}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OpportunityRow
              key={row.id}
              row={row}
              pipelines={pipelines}
              isSelected={selected.has(row.id)}
              onSelect={() => change(toggled(selected, row.id))}
            />
          ))}
          {more && (
            <tr ref={end} aria-hidden>
              <td colSpan={11} className={styles.end} />
            </tr>
          )}
        </tbody>
        {totals && <Foot totals={totals} filters={filters} />}
      </table>
      <RowActs focused={keys.focusedRow} />
    </div>
  );
}

/** M, I, L, P, W and Shift+W on the row that has the focus. */
function RowActs({ focused }: { focused: () => Opportunity | undefined }) {
  const [asked, setAsked] = useState<Asked>();
  const acts = useOpportunityActs();
  useFocusedShortcuts(focused, { ask: setAsked, win: (one) => void acts.win(one) });
  return <OpportunityDialogs asked={asked} onClose={() => setAsked(undefined)} />;
}

/** The name takes what is left; figures and dates are never cut. */
function Widths({ hasMargin }: { hasMargin: boolean }) {
  const isPhone = useIsPhone();
  const widths = [...(isPhone ? [56, 44, 190] : [38, 30, undefined]), 204, 182, 112, 56, 100, ...(hasMargin ? [78] : []), 134, 62];
  return (
    <colgroup>
      {widths.map((width, index) => (
        <col key={index} {...(width === undefined ? {} : { style: { width } })} />
      ))}
    </colgroup>
  );
}

function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Totals of everything that matches, not of what was scrolled to. */
function Foot({ totals, filters }: { totals: Totals; filters: Filters }) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  const [isAsked, setIsAsked] = useState(false);
  const spread = useQuery({
    queryKey: [...OPPORTUNITIES, "spread", filters],
    queryFn: () => ask("listOpportunities", { query: { ...(filters as object), limit: 1, spread: "true" } }),
    enabled: isAsked,
  }).data?.spread;
  const paxOf = (total: Total): string => {
    const n = total === "sum" ? totals.pax : spread?.pax[total];
    return n === undefined || n === null ? "–" : formatNumber(n, locale);
  };
  const amountOf = (total: Total) => (total === "sum" ? totals.amount : spread?.amount[total]);
  const { locale } = useSurroundings();
  const me = useMe();
  const margin =
    totals.margin === null || Number(totals.amount.amount) === 0
      ? undefined
      : (Number(totals.margin.amount) / Number(totals.amount.amount)) * 100;
  return (
    <tfoot>
      <tr>
        <td className={styles.tick} />
        <td className={styles.star} />
        <th scope="row" className={styles.name}>
          {words.opportunity.count({ n: totals.count })}
        </th>
        <td colSpan={3} className={classNames(look.figures, look.quiet)}>
          {words.opportunity.totals}
          {totals.unknownAmounts > 0 && `, ${words.opportunity.unknownAmounts({ n: totals.unknownAmounts })}`}
        </td>
        <td className={look.figures}>
          <TotalCell label={field.pax} value={paxOf} onAsk={() => setIsAsked(true)} />
        </td>
        <td className={look.figures}>
          <TotalCell
            label={field.amount}
            value={(total) => (
              <Money amount={amountOf(total)?.amount ?? null} currency={totals.amount.currency} isApproximate={totals.mixed} isInline />
            )}
            onAsk={() => setIsAsked(true)}
          />
        </td>
        {me.rights.costs && <td className={look.figures}>{margin === undefined ? "–" : formatPercent(margin, locale, 1)}</td>}
        <td />
        <td />
      </tr>
    </tfoot>
  );
}
