import type { GridColumn } from "#domain/quote/costing-grid.ts";
import { dateOfDay, type SheetLine } from "#domain/quote/quote-sheet.ts";
import { fraction, roundHalfAway, type Fraction } from "#domain/shared/fraction.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { writingIn, type PaperRow, type PaperSection } from "#server/quote/pdf/paper.ts";
import type { PaperTable } from "#server/quote/pdf/price-paper.ts";
import { costingFileWords } from "#words/costing-file-words.ts";
import { quotePdfWords } from "#words/quote-pdf-words.ts";

type CostingTable = PaperTable & { readonly suppliers: ReadonlyMap<string, string> };

/** The grid, day by day, with what each line costs and adds to the price; the group's totals; the rates. Internal. */
export function costingSections(table: CostingTable): PaperSection[] {
  return [gridSection(table), totalSection(table), rateSection(table)].filter(({ rows }) => rows.length > 0);
}

function gridSection(table: CostingTable): PaperSection {
  const { language, sheet, columns } = table;
  const words = quotePdfWords[language];
  const before = [words.line, words.supplier].map((label) => ({ label, figure: false }));
  const figures = [words.unitCost, words.times, ...columns.map(({ total }) => words.paying(total))].map((label) => ({
    label,
    figure: true,
  }));
  const places = [null, ...sheet.days.map(({ id }) => id)];
  const rows = places.flatMap((dayId) => {
    const lines = sheet.lines.filter((line) => (sheet.days.some(({ id }) => id === line.dayId) ? line.dayId : null) === dayId);
    if (lines.length === 0) return [];
    return [headOf(table, dayId, figures.length + 1), ...lines.map((line) => rowOf(table, line))];
  });
  return { title: words.perPayer, note: words.perPayerNote, columns: [...before, ...figures], rows: [...rows, ...priceRows(table)] };
}

function headOf({ language, sheet, write }: CostingTable, dayId: string | null, rest: number): PaperRow {
  const words = quotePdfWords[language];
  const index = sheet.days.findIndex(({ id }) => id === dayId);
  const on = index < 0 ? null : dateOfDay(sheet, index);
  const title =
    index < 0 ? words.general : [words.day({ n: index + 1 }), sheet.days[index]?.title, on && write.day(on)].filter(Boolean).join(" · ");
  return { kind: "group", cells: [title, ...Array<string>(rest).fill("")] };
}

function rowOf({ language, sheet, columns, suppliers, write }: CostingTable, line: SheetLine): PaperRow {
  const isShare = line.quantityType === "percentage";
  const cost = isShare ? write.percent(line.percent ?? "0") : writingIn(language, line.currency).money(line.unitCost);
  const part = line.part === "base" ? "" : ` (${costingFileWords[language].part[line.part].toLowerCase()})`;
  const figure = ({ price, extras }: GridColumn): string => {
    const extra = extras.find(({ lineId }) => lineId === line.id);
    const minor = extra ? extra.minor : roundHalfAway(price.parts.get(line.id) ?? fraction(0n));
    return write.money(formatAmount(minor, sheet.currency));
  };
  const supplier = (line.supplierId && suppliers.get(line.supplierId)) ?? "";
  return { kind: "plain", cells: [line.name + part, supplier, cost, write.number(line.repetitions), ...columns.map(figure)] };
}

function priceRows({ language, sheet, columns, write }: CostingTable): PaperRow[] {
  const words = costingFileWords[language];
  const row = (label: string, figure: (column: GridColumn) => bigint | Fraction): PaperRow => ({
    kind: "total",
    cells: [
      label,
      "",
      "",
      "",
      ...columns.map((column) => {
        const value = figure(column);
        return write.money(formatAmount(typeof value === "bigint" ? value : roundHalfAway(value), sheet.currency));
      }),
    ],
  });
  return [row(words.freePlaces, ({ price }) => price.freePlacesPart), row(words.price, ({ price }) => price.minor)];
}

function totalSection({ language, sheet, columns, write }: CostingTable): PaperSection {
  const words = costingFileWords[language];
  const row = (label: string, figure: (column: GridColumn) => bigint): PaperRow => ({
    kind: "plain",
    cells: [label, ...columns.map((column) => write.money(formatAmount(figure(column), sheet.currency)))],
  });
  return {
    title: quotePdfWords[language].totals,
    note: "",
    columns: [
      { label: "", figure: false },
      ...columns.map(({ total }) => ({ label: quotePdfWords[language].paying(total), figure: true })),
    ],
    rows: [
      row(words.sales, ({ total }) => total.revenueMinor),
      row(words.totalCost, ({ total }) => total.costMinor),
      row(words.margin, ({ total }) => total.marginMinor),
      row(words.vat, ({ total }) => total.vat.totalMinor),
      row(words.netMargin, ({ total }) => total.netMarginMinor),
    ],
  };
}

function rateSection({ language, sheet, write }: CostingTable): PaperSection {
  const words = quotePdfWords[language];
  return {
    title: words.rates,
    note: "",
    columns: [words.currency, words.rate, words.onDay, words.source].map((label) => ({ label, figure: false })),
    rows: sheet.exchangeRates.map(({ currency, rate, onDay, source }) => ({
      kind: "plain",
      cells: [currency, write.number(rate, 10), write.day(onDay), source],
    })),
  };
}
