import { dayInZone } from "#domain/shared/zone.ts";
import { useMe } from "#web/app/me.ts";
import type { Column } from "#web/app/record-table.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { formatNearDay, formatPercent } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Money } from "#web/kit/money.tsx";
import { StatusPill } from "#web/quote/status-pill.tsx";
import type { Quote } from "#web/quote/use-quote.ts";

/** What the list tells of a quote: the figures of its newest version. */
export function useQuoteColumns(): readonly Column<Quote>[] {
  const { words, locale } = useAllSpoken();
  const { today, timeZone } = useSurroundings();
  const { costs } = useMe().rights;
  const say = words.quoting.list.field;
  const columns: (Column<Quote> | false)[] = [
    {
      id: "opportunity",
      label: say.opportunity,
      width: 160,
      isCut: true,
      cell: ({ opportunity }) =>
        opportunity ? (
          <Link look="quiet" href={`/opportunities/${opportunity.id}`}>
            {opportunity.name}
          </Link>
        ) : (
          "–"
        ),
      title: ({ opportunity }) => opportunity?.name,
    },
    {
      id: "client",
      label: say.client,
      width: 130,
      isCut: true,
      cell: ({ client }) => client?.name ?? "–",
      title: ({ client }) => client?.name,
    },
    {
      id: "status",
      label: say.status,
      width: 130,
      cell: (row) => <StatusPill version={{ status: row.status, chosen: row.chosenVersion === row.newestVersion }} />,
    },
    {
      id: "departsOn",
      label: say.departure,
      sort: "departsOn",
      width: 86,
      cell: ({ departsOn }) => (departsOn ? formatNearDay(departsOn, today, locale) : "–"),
    },
    { id: "payers", label: say.payers, isFigure: true, width: 64, cell: ({ payers }) => payers ?? "–" },
    {
      id: "price",
      label: say.price,
      isFigure: true,
      width: 86,
      cell: ({ price, currency }) => <Money amount={price?.amount ?? null} currency={currency} />,
    },
    {
      id: "total",
      label: say.total,
      isFigure: true,
      width: 90,
      cell: ({ total, currency }) => <Money amount={total?.amount ?? null} currency={currency} />,
    },
    costs && {
      id: "margin",
      label: say.margin,
      isFigure: true,
      width: 72,
      cell: ({ marginPercent }) => (marginPercent === null ? "–" : formatPercent(marginPercent, locale, 1)),
    },
    {
      id: "validUntil",
      label: say.validUntil,
      sort: "validUntil",
      width: 86,
      cell: ({ validUntil }) => (validUntil ? formatNearDay(validUntil, today, locale) : "–"),
    },
    {
      id: "updatedAt",
      label: say.updatedAt,
      sort: "updatedAt",
      width: 84,
      cell: ({ updatedAt }) => formatNearDay(dayInZone(updatedAt, timeZone), today, locale),
    },
  ];
  return columns.filter((column) => column !== false);
}
