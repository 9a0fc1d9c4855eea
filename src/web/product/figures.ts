import { minorDigits } from "#domain/shared/money.ts";
import { decimalText, parseDecimal } from "#web/kit/decimal-text.ts";

/** Figures of the grid are without their currency: "4 350,00", "36". */
export function priceText(value: string, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  const shown = new Intl.NumberFormat(locale, {
    useGrouping: "always",
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, 4),
  });
  return shown
    .format(value as Intl.StringNumericLiteral)
    .replaceAll("\u202f", "\u00a0")
    .replace(/^-/, "−");
}

export function readPrice(text: string, currency: string, locale: string): string | undefined {
  return parseDecimal(text, { maxDecimals: minorDigits(currency), locale });
}

export function quantityText(value: string, locale: string): string {
  return decimalText(value, { maxDecimals: 3, locale });
}

/** More than nothing. */
export function readQuantity(text: string, locale: string): string | undefined {
  const quantity = parseDecimal(text, { maxDecimals: 3, locale });
  return quantity !== undefined && Number(quantity) > 0 ? quantity : undefined;
}

/** Rows of a spreadsheet: name, quantity, unit price, unit cost. One cell alone is an ordinary paste. */
export function linesOfPaste(text: string, currency: string, locale: string) {
  const rows = text
    .split(/\r?\n/)
    .map((row) => row.split("\t").map((cell) => cell.trim()))
    .filter(([name]) => name);
  if (rows.length < 2 && (rows[0]?.length ?? 0) < 2) return undefined;
  return rows.slice(0, 200).map(([name = "", quantity = "", price = "", cost = ""]) => {
    const unitCost = readPrice(cost, currency, locale);
    return {
      name: name.slice(0, 200),
      quantity: readQuantity(quantity, locale) ?? "1",
      unitPrice: readPrice(price, currency, locale) ?? "0",
      ...(unitCost === undefined || unitCost.startsWith("-") ? {} : { unitCost }),
    };
  });
}
