import type { Supplier } from "#contract/supplier.ts";
import { countryName } from "#web/app/countries.ts";
import { PhoneText } from "#web/app/phone-text.tsx";
import type { Column } from "#web/app/record-table.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { formatNumber } from "#web/kit/format.ts";
import { Link } from "#web/kit/link.tsx";
import list from "#web/app/record-list.module.css";
import page from "#web/app/record-page.module.css";

/** What the list of suppliers tells of each. */
export function useSupplierColumns(): Column<Supplier>[] {
  const { words, locale } = useAllSpoken();
  const { field, productsOf } = words.catalogue.suppliers;
  return [
    { id: "city", label: field.city, width: 170, isCut: true, cell: (row) => row.city ?? "–", title: (row) => row.city ?? undefined },
    {
      id: "country",
      label: field.country,
      width: 150,
      isCut: true,
      cell: ({ country }) => (country ? countryName(country, locale) : "–"),
    },
    { id: "phone", label: field.phone, width: 170, cell: (row) => <PhoneText phone={row.phone} /> },
    {
      id: "email",
      label: field.email,
      width: 260,
      isCut: true,
      cell: ({ email }) =>
        email ? (
          <a className={page.mail} href={`mailto:${email}`}>
            {email}
          </a>
        ) : (
          "–"
        ),
      title: (row) => row.email ?? undefined,
    },
    {
      id: "products",
      label: field.products,
      width: 110,
      isFigure: true,
      cell: ({ id, name, products }) =>
        products === 0 ? (
          "–"
        ) : (
          <Link href={`/products?supplierId=${id}`} look="bare" label={`${productsOf({ name })}: ${products}`} className={list.plain}>
            {formatNumber(products, locale)}
          </Link>
        ),
    },
  ];
}
