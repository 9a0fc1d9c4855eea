import { useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMe } from "#web/app/me.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatMoney, formatPercent, formatSigned } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Money } from "#web/kit/money.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { NewQuoteDialog } from "#web/quote/new-quote-dialog.tsx";
import { StatusPill } from "#web/quote/status-pill.tsx";
import { QUOTES, useOpportunityQuotes, type Quote } from "#web/quote/use-quote.ts";
import { classNames } from "#web/kit/class-names.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/quote/quotes-panel.module.css";

/** The quotes of an opportunity: what each comes to, which one is chosen, and whether the amount follows it. */
export function QuotesPanel({ opportunityId, followsQuote }: { opportunityId: string; followsQuote: boolean }) {
  const { words } = useAllSpoken();
  const say = words.quoting.panel;
  const query = useOpportunityQuotes(opportunityId);
  const [isNew, setIsNew] = useState(false);
  return (
    <Loaded query={query} label={words.quoting.loading} frame={<Block height={200} />}>
      {({ data, chosen, can }) => (
        <Panel
          title={say.title}
          count={data.length}
          isFlush
          action={
            can.create && (
              <Button size="small" icon={<Icon of={Plus} />} onPress={() => setIsNew(true)}>
                {say.new}
              </Button>
            )
          }
        >
          {data.length === 0 ? <p className={styles.none}>{say.none}</p> : <Table quotes={data} />}
          {chosen && (
            <Follow
              opportunityId={opportunityId}
              difference={chosen.difference}
              mayFollow={can.follow && !followsQuote}
              follows={followsQuote}
            />
          )}
          {isNew && <NewQuoteDialog opportunityId={opportunityId} onClose={() => setIsNew(false)} />}
        </Panel>
      )}
    </Loaded>
  );
}

function Table({ quotes }: { quotes: readonly Quote[] }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const { costs } = useMe().rights;
  const say = words.quoting.list.field;
  return (
    <div className={styles.region} role="region" aria-label={words.quoting.panel.title} tabIndex={0}>
      <table className={classNames(look.table, styles.table)}>
        <thead>
          <tr>
            <th>{say.number}</th>
            <th className={look.figures}>{say.payers}</th>
            <th className={look.figures}>{say.price}</th>
            <th className={look.figures}>{say.total}</th>
            {costs && <th className={look.figures}>{say.margin}</th>}
            <th>{say.status}</th>
          </tr>
        </thead>
        <tbody>
          {quotes.map((quote) => (
            <tr key={quote.id}>
              <th scope="row">
                <Link look="name" href={`/quotes/${quote.id}?version=${quote.newestVersion}`}>
                  {`${quote.number} v${quote.newestVersion}`}
                </Link>
                <small className={styles.name}>{quote.name}</small>
              </th>
              <td className={look.figures}>{quote.payers ?? "–"}</td>
              <td className={look.figures}>
                <Money amount={quote.price?.amount ?? null} currency={quote.currency} />
              </td>
              <td className={look.figures}>
                <Money amount={quote.total?.amount ?? null} currency={quote.currency} />
              </td>
              {costs && (
                <td className={look.figures}>{quote.marginPercent === null ? "–" : formatPercent(quote.marginPercent, locale, 1)}</td>
              )}
              <td>
                <StatusPill version={{ status: quote.status, chosen: quote.chosenVersion !== null }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type FollowProps = {
  readonly opportunityId: string;
  readonly difference: { readonly amount: string; readonly currency: string } | null;
  readonly mayFollow: boolean;
  readonly follows: boolean;
};

/** The chosen quote beside the amount: by how much they differ, and one click to follow it. */
function Follow({ opportunityId, difference, mayFollow, follows }: FollowProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const client = useQueryClient();
  const report = useReport();
  const { offerUndo } = useUndo();
  const say = words.quoting.panel;
  const follow = async (): Promise<void> => {
    try {
      await ask("followChosenQuote", { params: { id: opportunityId } });
      offerUndo(say.followed);
      await Promise.all([QUOTES, ["opportunities"]].map((queryKey) => client.invalidateQueries({ queryKey })));
    } catch (error) {
      report(error, QUOTES);
    }
  };
  const isApart = difference !== null && /[1-9]/.test(difference.amount);
  if (!follows && !isApart && !mayFollow) return null;
  return (
    <p className={styles.follow}>
      {follows
        ? say.followed
        : isApart && say.difference({ amount: formatSigned(formatMoney(difference, locale), difference.amount.startsWith("-")) })}
      {mayFollow && (
        <Button size="small" onPress={() => void follow()}>
          {say.follow}
        </Button>
      )}
    </p>
  );
}
