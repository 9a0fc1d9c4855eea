import { formatAmount, parseAmount } from "#domain/shared/money.ts";
import { regionalLocale } from "#web/kit/format.ts";
import { priceText } from "#web/product/figures.ts";

type Written = { readonly currency: string; readonly locale: string; readonly same: string; readonly write?: (amount: string) => string };

/** Right less left, its sign always written: "− 7,84"; equal is said by one sign. */
export function signedDifference(before: string, after: string, { currency, locale, same, write }: Written): string {
  const [left, right] = [parseAmount(before, currency), parseAmount(after, currency)];
  if (left === undefined || right === undefined) return "–";
  if (left === right) return same;
  const difference = right - left;
  const amount = formatAmount(difference < 0n ? -difference : difference, currency);
  return `${difference < 0n ? "−" : "+"}\u00a0${(write ?? ((plain) => priceText(plain, currency, regionalLocale(locale))))(amount)}`;
}
