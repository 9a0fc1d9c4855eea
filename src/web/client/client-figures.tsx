import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Client } from "#contract/client.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { ask, type Answer } from "#web/api/api.ts";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { useOpenOpportunities, useWonTotals } from "#web/client/use-client-opportunities.ts";
import { formatMoney, formatNearDay, formatPercent } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import styles from "#web/app/record-page.module.css";

/** What this client has brought so far: each figure opens its lines. */
export function ClientFigures({ client }: { client: Client }) {
  const { words, locale } = useSpoken();
  const { figures } = words.client;
  const me = useMe();
  const owner = { clientId: client.id };
  const open = useOpenOpportunities(owner).data?.totals;
  const won = useWonTotals(owner);
  const { opportunities } = client;
  if (opportunities === null) return null;
  const closed = opportunities.won + opportunities.lost;
  const href = (outcome: string): string => `/opportunities/list?${new URLSearchParams({ clientId: client.id, outcome })}`;
  const marginOf = won && me.rights.costs ? marginPercent(won) : undefined;
  return (
    <section aria-label={figures.label}>
      <dl className={styles.figures}>
        <Figure label={figures.open} href={href("open")} value={figureOf(opportunities.open, opportunities.openAmount, locale)}>
          {open && opportunities.open > 0 && figures.weighted({ amount: formatMoney(open.likely, locale, "never") })}
        </Figure>
        <Figure label={figures.won} href={href("won")} value={figureOf(opportunities.won, opportunities.wonAmount, locale)}>
          {marginOf !== undefined && figures.margin({ percent: formatPercent(marginOf, locale, 1) })}
        </Figure>
        <Figure
          label={figures.conversion}
          href={href("all")}
          value={closed === 0 ? "–" : formatPercent((opportunities.won / closed) * 100, locale, 0)}
        >
          {closed === 0 ? figures.noneClosed : figures.closed({ won: opportunities.won, closed })}
        </Figure>
        <LastChange client={client} />
      </dl>
    </section>
  );
}

/** "2 · 72 300 €" */
function figureOf(count: number, sum: { amount: string; currency: string }, locale: string): string {
  return count === 0 ? "0" : `${count} · ${formatMoney(sum, locale, "never")}`;
}

function marginPercent(totals: NonNullable<Answer<"listOpportunities">["totals"]>): number | undefined {
  if (totals.margin === null || Number(totals.amount.amount) === 0) return undefined;
  return (Number(totals.margin.amount) / Number(totals.amount.amount)) * 100;
}

/** The last thing that happened with the client, by the timeline. */
function LastChange({ client }: { client: Client }) {
  const { words, locale } = useSpoken();
  const { today, timeZone } = useSurroundings();
  const { figures } = words.client;
  const facts = useQuery({
    queryKey: ["clients", "last-change", client.id, client.version],
    queryFn: ({ signal }) => ask("showClientTimeline", { params: { id: client.id }, query: { limit: 1 } }, { signal }),
  });
  const last = facts.data?.data[0];
  const value = last === undefined ? "–" : formatNearDay(dayInZone(last.at, timeZone), today, locale);
  return (
    <Figure label={figures.lastChange} href={`/clients/${client.id}?tab=timeline`} value={value}>
      {last && figures.by({ name: last.actor.name })}
    </Figure>
  );
}

function Figure({ label, href, value, children }: { label: string; href: string; value: string; children: ReactNode }) {
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd>
        <Link href={href} look="bare" className={styles.figure}>
          <span className={styles.value}>{value}</span>
          <span className={styles.said}>{children}</span>
        </Link>
      </dd>
    </div>
  );
}
