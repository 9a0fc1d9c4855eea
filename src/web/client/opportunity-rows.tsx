import { Star } from "lucide-react";
import type { Opportunity } from "#contract/opportunity.ts";
import type { Answer } from "#web/api/api.ts";
import { useMe, usePipelines } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { classNames } from "#web/kit/class-names.ts";
import { DateRange } from "#web/kit/date-range.tsx";
import { formatNumber, formatPercent } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Money } from "#web/kit/money.tsx";
import { StageName } from "#web/kit/stage-dot.tsx";
import { tideOf } from "#web/kit/tide.ts";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { VisuallyHidden } from "#web/kit/visually-hidden.tsx";
import look from "#web/kit/table-look.module.css";
import styles from "#web/app/record-page.module.css";

type Totals = NonNullable<Answer<"listOpportunities">["totals"]>;

export type OpportunityRowsProps = {
  readonly rows: readonly Opportunity[];
  /** Of the won and open ones; undefined for no line of totals. */
  readonly totals: Totals | undefined;
  /** How many are lost, and therefore left out of the total. */
  readonly lost: number;
  /** On the page of a person: whose project it is. */
  readonly showsClient?: boolean;
  /** As on a phone: two lines each. */
  readonly isNarrow?: boolean;
};

/** The opportunities of a client or a person, with how they ended. */
export function OpportunityRows(props: OpportunityRowsProps) {
  const isPhone = useIsPhone();
  return isPhone || props.isNarrow ? <Lines {...props} /> : <Table {...props} />;
}

/** On a phone two lines each: name and amount, stage and dates. */
function Lines({ rows, totals, lost }: OpportunityRowsProps) {
  const say = useSpoken().words.client.opportunities;
  return (
    <ul className={styles.people}>
      {rows.map((row) => (
        <li key={row.id}>
          <div>
            <Link href={`/opportunities/${row.id}`} look="name">
              {row.name}
            </Link>
            <Stage row={row} />
            <span className={styles.quiet}>
              <DateRange from={row.departsOn} to={row.returnsOn} />
            </span>
          </div>
          <Money amount={Number(row.amount.amount) === 0 ? null : row.amount.amount} currency={row.currency} />
        </li>
      ))}
      {totals && (
        <li>
          <div>
            <b>{say.total}</b>
            {lost > 0 && <span className={styles.quiet}>{say.withoutLost({ n: lost })}</span>}
          </div>
          <Money amount={totals.amount.amount} currency={totals.amount.currency} isApproximate={totals.mixed} isStrong />
        </li>
      )}
    </ul>
  );
}

function Table({ rows, totals, lost, showsClient = false }: OpportunityRowsProps) {
  const { words } = useSpoken();
  const say = words.client.opportunities;
  const { costs } = useMe().rights;
  return (
    <div className={styles.scroll} role="region" aria-label={words.client.panel.opportunities} tabIndex={0}>
      <table className={classNames(look.table, styles.table)}>
        <thead>
          <tr>
            <th>{say.name}</th>
            {showsClient && <th>{words.contact.clients.client}</th>}
            <th>{say.dates}</th>
            <th>{say.stage}</th>
            <th className={look.figures}>{say.pax}</th>
            <th className={look.figures}>{say.amount}</th>
            {costs && <th className={look.figures}>{say.margin}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} showsClient={showsClient} />
          ))}
        </tbody>
        {totals && <Total totals={totals} lost={lost} showsClient={showsClient} />}
      </table>
    </div>
  );
}

function Row({ row, showsClient }: { row: Opportunity; showsClient: boolean }) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const { costs } = useMe().rights;
  return (
    <tr>
      <th scope="row" className={look.cut}>
        <Link href={`/opportunities/${row.id}`} look="name" title={row.name}>
          {row.name}
        </Link>
        {row.priority && (
          <span className={styles.star}>
            <Icon of={Star} size={14} isFilled />
            <VisuallyHidden>{words.opportunity.priority}</VisuallyHidden>
          </span>
        )}
      </th>
      {showsClient && (
        <td className={classNames(look.cut, look.quiet, styles.client)} title={row.client.name}>
          {row.client.name}
        </td>
      )}
      <td className={classNames(styles.nowrap, look.quiet)}>
        <DateRange from={row.departsOn} to={row.returnsOn} />
      </td>
      <td className={styles.nowrap}>
        <Stage row={row} />
      </td>
      <td className={look.figures}>{row.pax === null ? "–" : formatNumber(row.pax, locale)}</td>
      <td className={look.figures}>
        <Money amount={Number(row.amount.amount) === 0 ? null : row.amount.amount} currency={row.currency} />
      </td>
      {costs && (
        <td className={classNames(look.figures, look.quiet)}>
          {row.marginPercent === null || row.outcome === "lost" ? "–" : formatPercent(row.marginPercent, locale, 1)}
        </td>
      )}
    </tr>
  );
}

/** The stage while it is open, then how it ended: always in words, lost with its reason. */
function Stage({ row }: { row: Opportunity }) {
  const { words } = useSpoken();
  const stages = usePipelines().data?.data.find((pipeline) => pipeline.id === row.pipelineId)?.stages ?? [];
  if (row.outcome === "open") {
    const at = stages.findIndex((stage) => stage.id === row.stageId);
    return <StageName tide={tideOf(Math.max(at, 0), stages.length)}>{row.stageName}</StageName>;
  }
  const word = words.client.opportunities[row.outcome];
  return <StageName outcome={row.outcome}>{[word, row.outcome === "lost" && row.lostReasonName].filter(Boolean).join(" · ")}</StageName>;
}

function Total({ totals, lost, showsClient }: { totals: Totals; lost: number; showsClient: boolean }) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const { costs } = useMe().rights;
  const say = words.client.opportunities;
  const sum = Number(totals.amount.amount);
  const margin = totals.margin === null || sum === 0 ? "–" : formatPercent((Number(totals.margin.amount) / sum) * 100, locale, 1);
  return (
    <tfoot>
      <tr>
        <th scope="row">{say.total}</th>
        <td colSpan={showsClient ? 3 : 2} className={styles.without}>
          {lost > 0 && say.withoutLost({ n: lost })}
        </td>
        <td className={look.figures}>{formatNumber(totals.pax, locale)}</td>
        <td className={look.figures}>
          <Money amount={totals.amount.amount} currency={totals.amount.currency} isApproximate={totals.mixed} />
        </td>
        {costs && <td className={look.figures}>{margin}</td>}
      </tr>
    </tfoot>
  );
}
