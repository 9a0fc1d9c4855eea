import { percentText, quoteRate } from "#domain/quote/pricing-rate.ts";
import { formatDay, formatMoney, formatPercent } from "#web/kit/format.ts";
import type { Compared, Side } from "#web/quote/compared.ts";
import { freePlacesText } from "#web/quote/free-places-text.ts";
import type { Words } from "#words/en.ts";

type Told = { readonly words: Words; readonly locale: string };
export type SettingChange = { readonly label: string; readonly before: string; readonly after: string };

/** What a version is reckoned with, as texts; rates only for those who see costs. */
export function settingChanges({ before, after, costs }: Compared, told: Told): readonly SettingChange[] {
  const say = told.words.quoting.chip;
  const of = (label: string, write: (side: Side) => string): SettingChange => ({ label, before: write(before), after: write(after) });
  return [
    ...(costs ? [of(say.defaultRate, (side) => rateOf(side, told)), of(say.rates, (side) => ratesOf(side, told))] : []),
    of(say.rounding, (side) => roundingOf(side, told)),
    of(say.freePlaces, ({ reckoned }) => freePlacesText(reckoned.sheet.freePlaces, told.words)),
    of(told.words.quoting.plan.title, ({ reckoned }) => reckoned.sheet.paymentPlan.map(({ percent }) => percent).join(" / ") || "–"),
    of(say.validUntil, ({ reckoned }) => (reckoned.sheet.validUntil ? formatDay(reckoned.sheet.validUntil, told.locale) : "–")),
  ];
}

function rateOf({ reckoned }: Side, { words, locale }: Told): string {
  const found = quoteRate(reckoned.costing);
  if (!found) return "–";
  return words.quoting.chip.rate[reckoned.costing.mode]({ percent: formatPercent(percentText(found.rate), locale) });
}

function ratesOf({ reckoned }: Side, { words }: Told): string {
  const used = new Set(reckoned.sheet.lines.map(({ currency }) => currency));
  const rates = reckoned.sheet.exchangeRates.filter(({ currency }) => used.has(currency));
  return rates.length === 0 ? words.quoting.chip.ratesNone : rates.map(({ currency, rate }) => `${currency} ${rate}`).join(", ");
}

function roundingOf({ reckoned: { sheet } }: Side, { words, locale }: Told): string {
  const { rounding, currency } = sheet;
  const step = rounding.to === "none" ? "" : formatMoney({ amount: rounding.step, currency }, locale);
  return words.quoting.chip.roundings[rounding.to]({ step });
}
