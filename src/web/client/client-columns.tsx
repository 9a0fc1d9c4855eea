import type { Client } from "#contract/client.ts";
import { countryName } from "#web/app/countries.ts";
import { useMay } from "#web/app/me.ts";
import { PhoneText } from "#web/app/phone-text.tsx";
import type { Column } from "#web/app/record-table.tsx";
import { useSpoken } from "#web/app/words.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { dayInZone } from "#domain/shared/zone.ts";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Money } from "#web/kit/money.tsx";
import { Pill } from "#web/kit/pill.tsx";
import styles from "#web/app/record-list.module.css";

/** What the list of clients tells of each; what the reader may not see has no column. */
export function useClientColumns(): Column<Client>[] {
  const { words, locale } = useSpoken();
  const { timeZone } = useSurroundings();
  const { field, status } = words.client;
  const seesContacts = useMay("contacts", "read");
  const seesOpportunities = useMay("opportunities", "read");
  const columns: (Column<Client> | false)[] = [
    {
      id: "kind",
      label: field.kind,
      width: 120,
      isCut: true,
      cell: (row) => row.kindName ?? "–",
      title: (row) => row.kindName ?? undefined,
    },
    {
      id: "status",
      label: field.status,
      width: 90,
      cell: (row) => <Pill kind={row.status === "client" ? "success" : "neutral"}>{status[row.status]}</Pill>,
    },
    {
      id: "city",
      label: field.city,
      sort: "city",
      width: 130,
      isCut: true,
      cell: (row) => placeOf(row, locale),
      title: (row) => row.address.city ?? undefined,
    },
    { id: "phone", label: field.phone, width: 140, cell: (row) => <PhoneText phone={row.phone} /> },
    seesContacts && {
      id: "mainContact",
      label: field.mainContact,
      width: 140,
      isCut: true,
      cell: ({ mainContact }) =>
        mainContact ? (
          <Link href={`/contacts/${mainContact.id}`} look="bare" className={styles.plain}>
            {mainContact.name}
          </Link>
        ) : (
          "–"
        ),
      title: (row) => row.mainContact?.name,
    },
    seesOpportunities && { id: "open", label: field.open, isFigure: true, width: 118, cell: (row) => <Open client={row} /> },
    {
      id: "lastTouchAt",
      label: field.lastTouchAt,
      sort: "lastTouchAt",
      width: 112,
      cell: (row) => formatDay(dayInZone(row.lastTouchAt, timeZone), locale),
    },
    {
      id: "updatedAt",
      label: field.updatedAt,
      sort: "updatedAt",
      width: 108,
      cell: (row) => formatDay(dayInZone(row.updatedAt, timeZone), locale),
    },
    {
      id: "manager",
      label: words.opportunity.field.managerShort,
      width: 64,
      cell: ({ manager }) => (manager ? <Avatar name={manager.name} size={20} /> : "–"),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** "2 · 72 300 €" */
function Open({ client: { opportunities } }: { client: Client }) {
  if (!opportunities?.open) return "–";
  return (
    <>
      {opportunities.open} ·{" "}
      <Money amount={opportunities.openAmount.amount} currency={opportunities.openAmount.currency} cents="never" isInline />
    </>
  );
}

/** The city, or at least the country. */
function placeOf({ address }: Client, locale: string): string {
  const { city, country } = address;
  if (city === null) return country === null ? "–" : countryName(country, locale);
  return city;
}
