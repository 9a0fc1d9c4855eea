import type { Product } from "#contract/product.ts";
import { periodOn, priceOn } from "#domain/product/price-period.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { useMe } from "#web/app/me.ts";
import type { Column } from "#web/app/record-table.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { countedText, destinationText } from "#web/catalogue/product-words.ts";
import { formatNearDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Money } from "#web/kit/money.tsx";
import list from "#web/app/record-list.module.css";

/** What a product costs and is sold for on a day. */
export const figuresOn = ({ unitCost, unitPrice, ...product }: Product, today: string) =>
  priceOn({ ...product, cost: unitCost, price: unitPrice }, today);

/** What the list of products tells of each: figures are those of today. */
export function useProductColumns(): Column<Product>[] {
  const { words, locale } = useAllSpoken();
  const { today, timeZone } = useSurroundings();
  const { costs } = useMe().rights;
  const { field, category } = words.catalogue.products;
  const columns: (Column<Product> | false)[] = [
    {
      id: "supplier",
      label: field.supplier,
      width: 150,
      isCut: true,
      cell: ({ supplier }) =>
        supplier ? (
          <Link href={`/suppliers?open=${supplier.id}`} look="bare" className={list.plain}>
            {supplier.name}
          </Link>
        ) : (
          "–"
        ),
      title: (row) => row.supplier?.name,
    },
    { id: "category", label: field.category, width: 110, cell: (row) => category[row.category] },
    {
      id: "destination",
      label: field.destination,
      width: 112,
      isCut: true,
      cell: (row) => destinationText(row.destination, locale) || "–",
      title: (row) => destinationText(row.destination, locale) || undefined,
    },
    { id: "counted", label: field.quantityType, width: 150, isCut: true, cell: (row) => countedText(row, words) },
    { id: "periods", label: field.periods, width: 158, cell: (row) => <Period product={row} today={today} /> },
    costs && {
      id: "cost",
      label: field.unitCost,
      isFigure: true,
      width: 84,
      cell: (row) => <Money amount={figuresOn(row, today).cost} currency={figuresOn(row, today).currency} />,
    },
    {
      id: "price",
      label: field.unitPrice,
      isFigure: true,
      width: 84,
      cell: (row) => <Money amount={figuresOn(row, today).price} currency={figuresOn(row, today).currency} />,
    },
    {
      id: "updatedAt",
      label: field.updatedAt,
      sort: "updatedAt",
      width: 88,
      cell: (row) => formatNearDay(dayInZone(row.updatedAt, timeZone), today, locale),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** Until when the price of today holds, or how many periods there are. */
function Period({ product: { periods }, today }: { product: Product; today: string }) {
  const { words, locale } = useAllSpoken();
  if (periods.length === 0) return "–";
  const held = periodOn(periods, today);
  if (!held) return words.catalogue.periods.count({ n: periods.length });
  return words.catalogue.periods.untilDay({ day: formatNearDay(held.until, today, locale) });
}
