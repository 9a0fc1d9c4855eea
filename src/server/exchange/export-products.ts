import { stringify } from "csv-stringify/sync";
import { sql } from "kysely";
import { exchangeEndpoints } from "#contract/exchange.ts";
import { neutralise } from "#domain/exchange/formulas.ts";
import { readPeriods, type PricePeriod } from "#domain/product/price-period.ts";
import { mayReadCatalogue, maySeeCosts } from "#domain/product/policy.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { plainDecimal } from "#server/opportunity/opportunity-derived.ts";
import type { StoredProduct } from "#server/product/product-store.ts";
import { productConditions } from "#server/product/products.ts";
import { catalogueWords as en } from "#words/en/catalogue.ts";
import { catalogueWords as fr } from "#words/fr/catalogue.ts";
import { catalogueWords as it } from "#words/it/catalogue.ts";

type Cells = readonly (string | number | null)[];
type Row = StoredProduct & { readonly supplier_name: string | null };
const WORDS = { en, fr, it };

/** A line a price period, with its product's facts before it; a product without periods has one line. */
export const exportProducts = handle(exchangeEndpoints.exportProducts, {
  subject: nothing,
  allow: (actor) => mayReadCatalogue(actor) && actor.rights.export,
  run: async ({ tx, query, effects }) => {
    const { rows } = await sql<Row>`select p.*, s.name as supplier_name from product p
      left join supplier s on s.workspace_id = p.workspace_id and s.id = p.supplier_id
      where ${productConditions(tx, query)} order by p.name collate name_order, p.id`.execute(tx.db);
    const asked = { locale: tx.actor.locale, costs: maySeeCosts(tx.actor) };
    const lines = rows.flatMap((row) => linesOf(row, asked));
    const body = `\uFEFF${stringify([headersOf(asked), ...lines].map((cells) => cells.map(safe)))}`;
    const name = `${WORDS[asked.locale].products.title.toLowerCase()}-${tx.today}.csv`;
    effects.download({ name, type: "text/csv; charset=utf-8", body });
  },
});

const safe = (cell: Cells[number]): string | number => (typeof cell === "string" ? neutralise(cell) : (cell ?? ""));

type Asked = { readonly locale: Locale; readonly costs: boolean };

function headersOf({ locale, costs }: Asked): Cells {
  const { products, periods } = WORDS[locale];
  const { field } = products;
  const own = [
    field.name,
    field.publicName,
    field.category,
    field.supplier,
    field.place,
    field.country,
    field.quantityType,
    field.capacity,
    field.currency,
    ...(costs ? [field.unitCost] : []),
    field.unitPrice,
    field.notes,
  ];
  const ofPeriod = [...(costs ? [field.unitCost] : []), field.unitPrice, field.currency, field.quantityType].map(
    (label) => `${label} (${field.periods})`,
  );
  return [...own, periods.from, periods.until, periods.weekdays, ...ofPeriod, periods.allotment];
}

function linesOf(row: Row, asked: Asked): Cells[] {
  const periods = readPeriods(row.periods);
  const own = ownCells(row, asked);
  return periods.length === 0
    ? [[...own, ...periodCells(undefined, asked)]]
    : periods.map((period) => [...own, ...periodCells(period, asked)]);
}

function ownCells(row: Row, { locale, costs }: Asked): Cells {
  const { category, quantityType } = WORDS[locale].products;
  const figure = (value: string | null): string | null => (value === null ? null : plainDecimal(value));
  return [
    row.name,
    row.public_name,
    category[row.category as keyof typeof category],
    row.supplier_name,
    row.place,
    row.country,
    quantityType[row.quantity_type as keyof typeof quantityType],
    row.capacity,
    row.currency,
    ...(costs ? [figure(row.unit_cost)] : []),
    figure(row.unit_price),
    row.notes,
  ];
}

function periodCells(period: PricePeriod | undefined, { locale, costs }: Asked): Cells {
  const { quantityType } = WORDS[locale].products;
  // A Monday, and the days after it.
  const weekday = (day: number): string =>
    new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(Date.UTC(2024, 0, day));
  return [
    period?.from ?? null,
    period?.until ?? null,
    period?.weekdays?.map(weekday).join(", ") ?? null,
    ...(costs ? [period?.cost ?? null] : []),
    period?.price ?? null,
    period?.currency ?? null,
    period?.quantityType ? quantityType[period.quantityType] : null,
    period?.allotment ?? null,
  ];
}
