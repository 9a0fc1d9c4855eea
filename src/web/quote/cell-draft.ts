import type { Words } from "#words/en.ts";
import { countedText } from "#web/catalogue/product-words.ts";
import { decimalText } from "#web/kit/decimal-text.ts";
import { baseFigures } from "#web/quote/cell-texts.ts";
import type { Cell } from "#web/quote/cell-edits.ts";
import { isLineRow } from "#web/quote/quote-grid-rows.ts";
import { rateText } from "#web/quote/cell-texts.ts";
import type { Reckoned } from "#web/quote/reckoned-sheet.ts";
import { plainNumber } from "#web/quote/typed-figures.ts";

/** A cell as it is typed over: its own value, in the reader's way of writing. */
export function draftText({ row, column }: Cell, locale: string): string {
  const rate = (percent: string | null): string => (percent === null ? "" : plainNumber(percent, locale));
  if (row.kind === "day") return column === "name" ? row.day.title : rate(row.day.ratePercent);
  if (row.kind === "freePlaces") return rate(row.ratePercent);
  if (!isLineRow(row)) return "";
  const { line } = row;
  switch (column) {
    case "name":
      return line.name;
    case "calculation":
      return line.quantityType;
    case "cost":
      return line.quantityType === "percentage" ? rate(line.percent) : decimalText(line.unitCost, { maxDecimals: 4, locale });
    default:
      return rate(line.ratePercent);
  }
}

type Told = { readonly locale: string; readonly words: Words };

/** A cell as a spreadsheet takes it: numbers without grouping or currency, rates with their sign. */
export function copiedText({ row, column }: Cell, reckoned: Reckoned, { locale, words }: Told): string {
  if (typeof column === "number") return copiedPrice({ row, column }, reckoned, locale);
  if (column === "rate") return rateText(reckoned, row, locale)?.text.replaceAll("\u00a0", "").replace("–", "") ?? "";
  if (row.kind === "day") return column === "name" ? row.day.title : "";
  if (!isLineRow(row)) return column === "name" && row.kind !== "general" ? words.quoting.row[row.kind] : "";
  const { line } = row;
  if (column === "name") return line.name;
  if (column === "calculation") return countedText(line, words);
  if (line.quantityType === "percentage") return `${plainNumber(line.percent ?? "0", locale)}%`;
  const figure = plainNumber(line.unitCost, locale);
  return line.currency === reckoned.costing.currency ? figure : `${figure} ${line.currency}`;
}

function copiedPrice({ row, column }: Cell, reckoned: Reckoned, locale: string): string {
  const base = baseFigures(reckoned).find(({ payers }) => payers === column);
  const figure = (value: string | null | undefined): string => (value ? plainNumber(value, locale) : "");
  switch (row.kind) {
    case "line":
      return figure(base?.parts.get(row.id));
    case "extra":
      return figure(base?.extras.get(row.id));
    case "freePlaces":
      return figure(base?.freePlaces);
    case "exactPrice":
      return figure(base?.exact);
    case "price":
      return figure(base?.price);
    case "marginRate":
      return base?.marginPercent ? `${plainNumber(base.marginPercent, locale)}%` : "";
    default:
      return "";
  }
}
