import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Answer } from "#web/api/api.ts";
import { useSpoken } from "#web/app/words.ts";
import { classNames } from "#web/kit/class-names.ts";
import { formatNumber, formatPercent } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Money } from "#web/kit/money.tsx";
import type { OpportunityColumn } from "#web/opportunity/opportunity-columns.tsx";
import type { Filters } from "#web/opportunity/opportunity-search.ts";
import { TotalCell, type Total } from "#web/opportunity/total-cell.tsx";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/opportunity/opportunity-table.module.css";

export type Totals = NonNullable<Answer<"listOpportunities">["totals"]>;
type FootProps = { readonly totals: Totals; readonly filters: Filters; readonly columns: readonly OpportunityColumn[] };

const SUMMED = new Set(["pax", "amount", "margin"]);

/** Totals of everything that matches, not of what was scrolled to: under their columns, whichever are shown. */
export function ListFoot({ totals, filters, columns }: FootProps) {
  const { words } = useSpoken();
  const cellOf = useTotals(totals, filters);
  const first = columns.findIndex(({ id }) => SUMMED.has(id));
  const before = first < 0 ? columns.length : first;
  return (
    <tfoot>
      <tr>
        <td className={styles.tick} />
        <td className={styles.star} />
        <th scope="row" className={styles.name}>
          {words.opportunity.count({ n: totals.count })}
        </th>
        {before > 0 && (
          <td colSpan={before} className={classNames(look.figures, look.quiet)}>
            {first >= 0 && words.opportunity.totals}
            {first >= 0 && totals.unknownAmounts > 0 && `, ${words.opportunity.unknownAmounts({ n: totals.unknownAmounts })}`}
          </td>
        )}
        {columns.slice(before).map(({ id }) => (
          <td key={id} className={look.figures}>
            {cellOf(id)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function useTotals(totals: Totals, filters: Filters) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  const { locale } = useSurroundings();
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
  const margin =
    totals.margin === null || Number(totals.amount.amount) === 0
      ? undefined
      : (Number(totals.margin.amount) / Number(totals.amount.amount)) * 100;
  return (id: string) => {
    if (id === "pax") return <TotalCell label={field.pax} value={paxOf} onAsk={() => setIsAsked(true)} />;
    if (id === "margin") return margin === undefined ? "–" : formatPercent(margin, locale, 1);
    if (id !== "amount") return null;
    return (
      <TotalCell
        label={field.amount}
        value={(total) => (
          <Money amount={amountOf(total)?.amount ?? null} currency={totals.amount.currency} isApproximate={totals.mixed} isInline />
        )}
        onAsk={() => setIsAsked(true)}
      />
    );
  };
}
