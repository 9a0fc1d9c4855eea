import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import type { Answer } from "#web/api/api.ts";
import { usePipelines } from "#web/app/me.ts";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { formatNumber, formatPercent } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Money } from "#web/kit/money.tsx";
import { OpportunityRow } from "#web/opportunity/opportunity-row.tsx";
import look from "#web/kit/table-look.module.css";
import styles from "#web/opportunity/opportunity-table.module.css";

export type Selection = { readonly selected: ReadonlySet<string>; readonly change: (selected: ReadonlySet<string>) => void };
type Totals = NonNullable<Answer<"listOpportunities">["totals"]>;
type TableProps = {
  readonly rows: readonly Opportunity[];
  readonly totals: Totals | undefined;
  readonly sort: string;
  readonly onSort: (sort: string | undefined) => void;
  readonly selection: Selection;
  readonly more: (() => void) | undefined;
};

export function OpportunityTable({ rows, totals, sort, onSort, selection, more }: TableProps) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  const me = useMe();
  const pipelines = usePipelines().data?.data ?? [];
  const end = useRef<HTMLTableRowElement>(null);
  useWhenSeen(end, more, rows.length);
  const header = { sort, onSort };
  const { selected, change } = selection;
  const toggleAll = (): void => change(selected.size === 0 ? new Set(rows.map((row) => row.id)) : new Set());
  return (
    <div className={styles.region} role="region" aria-label={words.opportunity.table} tabIndex={0}>
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
            <Header {...header} name="name" label={words.opportunity.one} className={styles.name} />
            <th>{field.client}</th>
            <th>{field.stage}</th>
            <Header {...header} name="departsOn" label={field.departsOn} />
            <th className={look.figures}>{field.pax}</th>
            <Header {...header} name="amount" label={field.amount} isFigure />
            {me.rights.costs && <th className={look.figures}>{field.margin}</th>}
            <Header {...header} name="expectedCloseOn" label={field.expectedCloseOn} />
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
        {totals && <Foot totals={totals} />}
      </table>
    </div>
  );
}

/** The name takes what is left; figures and dates are never cut. */
function Widths({ hasMargin }: { hasMargin: boolean }) {
  const widths = [38, 30, undefined, 204, 182, 112, 56, 100, ...(hasMargin ? [78] : []), 134, 62];
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

type HeaderProps = {
  readonly name: string;
  readonly label: string;
  readonly sort: string;
  readonly onSort: (sort: string | undefined) => void;
  readonly isFigure?: boolean;
  readonly className?: string | undefined;
};

/** Click: ascending, descending, none; with Shift a second key. */
function Header({ name, label, sort, onSort, isFigure = false, className }: HeaderProps) {
  const keys = sort.split(",");
  const at = keys.findIndex((key) => key.replace("-", "") === name);
  const state = at < 0 ? "none" : keys[at]?.startsWith("-") ? "descending" : "ascending";
  const press = (isSecond: boolean): void => {
    const next = { none: name, ascending: `-${name}`, descending: undefined }[state];
    const others = isSecond ? keys.filter((key) => key.replace("-", "") !== name).slice(0, 1) : [];
    onSort([...others, ...(next ? [next] : [])].join(",") || undefined);
  };
  return (
    <th aria-sort={state === "none" ? undefined : state} className={classNames(isFigure && look.figures, className)}>
      <button type="button" className={styles.sort} onClick={(event) => press(event.shiftKey)}>
        {label}
        {state !== "none" && <Icon of={state === "ascending" ? ArrowUp : ArrowDown} size={14} />}
        {at >= 0 && keys.length > 1 && <small>{at + 1}</small>}
      </button>
    </th>
  );
}

/** Totals of everything that matches, not of what was scrolled to. */
function Foot({ totals }: { totals: Totals }) {
  const { words } = useSpoken();
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
        <td className={look.figures}>{formatNumber(totals.pax, locale)}</td>
        <td className={look.figures}>
          <Money amount={totals.amount.amount} currency={totals.amount.currency} isApproximate={totals.mixed} />
        </td>
        {me.rights.costs && <td className={look.figures}>{margin === undefined ? "–" : formatPercent(margin, locale, 1)}</td>}
        <td />
        <td />
      </tr>
    </tfoot>
  );
}

function useWhenSeen(element: React.RefObject<HTMLElement | null>, act: (() => void) | undefined, again: number): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!element.current) return undefined;
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && latest.current?.(), {
      rootMargin: "600px",
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element, again]);
}
