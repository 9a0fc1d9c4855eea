import { stringify } from "csv-stringify/sync";
import { quoteRecordEndpoints } from "#contract/quote-endpoints.ts";
import { neutralise } from "#domain/exchange/formulas.ts";
import { costingGrid, type GridColumn } from "#domain/quote/costing-grid.ts";
import { mayExportCosting } from "#domain/quote/policy.ts";
import type { Prepared } from "#domain/quote/prepared-costing.ts";
import { decimalText, percentText, rateOfLine } from "#domain/quote/pricing-rate.ts";
import { figuresOf, preparedSheet } from "#domain/quote/quote-figures.ts";
import { dateOfLine, inReadingOrder, type QuoteSheet, type SheetLine } from "#domain/quote/quote-sheet.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { fraction, multiply, roundHalfAway, type Fraction } from "#domain/shared/fraction.ts";
import { formatAmount, minorDigits } from "#domain/shared/money.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { handle } from "#server/platform/handle.ts";
import { xlsxOf, type XlsxCell } from "#server/platform/xlsx-file.ts";
import { namesOf } from "#server/quote/present-version.ts";
import { agencyOf, getQuote, getVersion } from "#server/quote/quote-store.ts";
import { costingFileWords } from "#words/costing-file-words.ts";

type Cells = readonly (string | number)[];

/** Every line with its cost and its part of the price at every base, then the totals; a spreadsheet opens it as it is. */
export const exportCosting = handle(quoteRecordEndpoints.exportCosting, {
  subject: async ({ tx, params }) => {
    const quote = await getQuote(tx, params.id);
    return { ...quote, sheetVersion: await getVersion(tx, quote.id, params.number) };
  },
  allow: mayExportCosting,
  run: async ({ tx, subject: { sheetVersion, ...quote }, query, effects }) => {
    const sheet = inReadingOrder(sheetVersion.sheet);
    const agency = agencyOf(tx, sheetVersion);
    const prepared = preparedSheet(sheet, agency);
    if (!prepared) throw new Refusal("request.invalid", {}, figuresOf(sheet, agency).problems);
    const { locale } = tx.actor;
    const { suppliers } = await namesOf(tx, sheet);
    const columns = costingGrid(prepared);
    const table = { locale, sheet, prepared, columns, suppliers: new Map(suppliers.map(({ id, name }) => [id, name])) };
    const rows = [headerOf(table), ...sheet.lines.map((line) => lineOf(table, line)), ...totalsOf(table)];
    const name = `${quote.number}-v${sheetVersion.number}-${costingFileWords[locale].file}.${query.format}`;
    effects.download({ name, ...fileOf(query.format, `${quote.number} v${sheetVersion.number}`, rows) });
  },
});

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function fileOf(format: "csv" | "xlsx", title: string, rows: readonly Cells[]): { readonly type: string; readonly body: string | Buffer } {
  if (format === "xlsx")
    return {
      type: XLSX,
      body: xlsxOf(
        title,
        rows.map((row) => row.map(reckonable)),
      ),
    };
  return { type: "text/csv; charset=utf-8", body: `\uFEFF${stringify(rows.map((row) => row.map(safe)))}` };
}

/** The first columns are words and dates; from the unit cost on, figures are reckoned with. */
function reckonable(cell: string | number, column: number): XlsxCell {
  const isFigure = typeof cell === "number" || (column >= FIRST_FIGURE && /^-?\d+(\.\d+)?$/.test(cell));
  return isFigure ? { number: String(cell) } : cell;
}
const FIRST_FIGURE = 7;

const safe = (cell: string | number): string | number => (typeof cell === "string" ? neutralise(cell) : cell);

type Table = {
  readonly locale: Locale;
  readonly sheet: QuoteSheet;
  readonly prepared: Prepared;
  readonly columns: readonly GridColumn[];
  readonly suppliers: ReadonlyMap<string, string>;
};

function headerOf({ locale, sheet, columns }: Table): Cells {
  const words = costingFileWords[locale];
  const sizes = columns.map(({ total }) => total.payers);
  return [...words.columns, words.mode[sheet.mode], ...sizes.flatMap((payers) => [words.cost({ payers }), words.perPayer({ payers })])];
}

function lineOf({ locale, sheet, prepared, columns, suppliers }: Table, line: SheetLine): Cells {
  const words = costingFileWords[locale];
  const place = sheet.days.findIndex(({ id }) => id === line.dayId);
  const isPercentage = line.quantityType === "percentage";
  const rate = rateOfLine(prepared.costing, line);
  return [
    place < 0 ? words.general : place + 1,
    place < 0 ? "" : (dateOfLine(sheet, line) ?? ""),
    line.name,
    line.publicName ?? "",
    (line.supplierId && suppliers.get(line.supplierId)) ?? "",
    words.part[line.part],
    words.type[line.quantityType],
    isPercentage ? `${line.percent ?? "0"} %` : line.unitCost,
    isPercentage ? "" : line.currency,
    line.repetitions,
    line.capacity ?? "",
    rate ? percentText(rate.rate, 4) : "",
    ...columns.flatMap((column) => figuresIn(prepared, column, line)),
  ];
}

/** A supplement or an option is outside the cost of the group: its price alone. */
function figuresIn({ costing, scale }: Prepared, { price, extras }: GridColumn, line: SheetLine): Cells {
  const extra = extras.find(({ lineId }) => lineId === line.id);
  if (extra) return ["", formatAmount(extra.minor, costing.currency)];
  const inFull = (minor: Fraction): string => formatAmount(roundHalfAway(minor), costing.currency);
  return [inFull({ n: price.costs.byLine.get(line.id) ?? 0n, d: scale }), inFull(price.parts.get(line.id) ?? fraction(0n))];
}

function totalsOf({ locale, sheet, prepared, columns }: Table): Cells[] {
  const words = costingFileWords[locale];
  const before = (label: string): Cells => ["", "", label, ...Array<string>(words.columns.length + 1 - 3).fill("")];
  const row = (label: string, figures: (column: GridColumn) => Cells): Cells => [...before(label), ...columns.flatMap(figures)];
  const inFull = (minor: bigint): string => formatAmount(minor, sheet.currency);
  const units = fraction(1n, 10n ** BigInt(minorDigits(sheet.currency)));
  return [
    row(words.freePlaces, ({ price }) => [
      inFull(roundHalfAway({ n: price.costs.total - price.bare.total, d: prepared.scale })),
      inFull(roundHalfAway(price.freePlacesPart)),
    ]),
    row(words.exactPrice, ({ price }) => ["", decimalText(multiply(price.exact, units), 10)]),
    row(words.price, ({ price }) => ["", inFull(price.minor)]),
    row(words.sales, ({ total }) => [inFull(total.revenueMinor), ""]),
    row(words.totalCost, ({ total }) => [inFull(total.costMinor), ""]),
    row(words.margin, ({ total }) => [inFull(total.marginMinor), ""]),
    row(words.vat, ({ total }) => [inFull(total.vat.totalMinor), ""]),
    row(words.netMargin, ({ total }) => [inFull(total.netMarginMinor), ""]),
  ];
}
