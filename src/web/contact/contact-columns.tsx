import type { Contact } from "#contract/contact.ts";
import { countryName } from "#web/app/countries.ts";
import { useMay } from "#web/app/me.ts";
import { PhoneText } from "#web/app/phone-text.tsx";
import type { Column } from "#web/app/record-table.tsx";
import { useSpoken } from "#web/app/words.ts";
import { Newsletter } from "#web/contact/newsletter.tsx";
import { Link } from "#web/kit/link.tsx";
import list from "#web/app/record-list.module.css";
import styles from "#web/contact/contact.module.css";

/** What the list of contacts tells of each. */
export function useContactColumns(): Column<Contact>[] {
  const { words, locale } = useSpoken();
  const { field } = words.contact;
  const seesClients = useMay("clients", "read");
  const columns: (Column<Contact> | false)[] = [
    {
      id: "jobTitle",
      label: field.jobTitle,
      width: 160,
      isCut: true,
      cell: (row) => row.jobTitle ?? "–",
      title: (row) => row.jobTitle ?? undefined,
    },
    seesClients && {
      id: "clients",
      label: field.clients,
      width: 200,
      isCut: true,
      cell: (row) => <Clients clients={row.clients ?? []} />,
      title: (row) => row.clients?.map(({ name }) => name).join(", "),
    },
    {
      id: "city",
      label: field.city,
      sort: "city",
      width: 140,
      isCut: true,
      cell: ({ address }) => address.city ?? (address.country ? countryName(address.country, locale) : "–"),
    },
    { id: "phone", label: field.phone, width: 150, cell: (row) => <PhoneText phone={row.phone} /> },
    {
      id: "email",
      label: field.email,
      width: 220,
      isCut: true,
      cell: ({ email }) =>
        email ? (
          <a className={styles.mail} href={`mailto:${email}`}>
            {email}
          </a>
        ) : (
          "–"
        ),
      title: (row) => row.email ?? undefined,
    },
    { id: "newsletter", label: field.newsletter, width: 104, cell: (row) => <Newsletter answer={row.newsletter} /> },
  ];
  return columns.filter((column) => column !== false);
}

function Clients({ clients }: { clients: NonNullable<Contact["clients"]> }) {
  const [first, ...others] = clients;
  if (!first) return "–";
  return (
    <>
      <Link href={`/clients/${first.id}`} look="bare" className={list.plain}>
        {first.name}
      </Link>
      {others.length > 0 && ` +${others.length}`}
    </>
  );
}
