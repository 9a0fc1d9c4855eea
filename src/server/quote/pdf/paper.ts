import type { Locale } from "#domain/shared/actor.ts";
import type { Day } from "#domain/shared/day.ts";

/** What the template sets: texts alone, written in the reader's language before they come here. */
export type PaperColumn = { readonly label: string; readonly figure: boolean };
export type PaperRow = { readonly kind: "plain" | "group" | "total"; readonly cells: readonly string[] };
export type PaperSection = {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
};
export type PaperFact = { readonly label: string; readonly value: string };
export type Paper = {
  readonly title: string;
  readonly subtitle: string;
  readonly agency: string;
  readonly language: Locale;
  /** Landscape. */
  readonly wide: boolean;
  readonly logo: string | null;
  readonly logoAlt: string;
  readonly facts: readonly PaperFact[];
  readonly sections: readonly PaperSection[];
  readonly closing: string;
  readonly footer: string;
};

const REGIONS: Readonly<Record<Locale, string>> = { en: "en-GB", fr: "fr-FR", it: "it-IT" };

/** The fonts on paper have no narrow no-break space. */
const onPaper = (text: string): string => text.replaceAll("\u202f", "\u00a0");

export type Writing = {
  readonly money: (amount: string) => string;
  readonly number: (value: string | number, maxDecimals?: number) => string;
  readonly percent: (value: string) => string;
  readonly day: (day: Day) => string;
};

/** Figures and days as they are written in a language; money of one currency. */
export function writingIn(language: Locale, currency: string): Writing {
  const region = REGIONS[language];
  const money = new Intl.NumberFormat(region, { style: "currency", currency, useGrouping: "always" });
  const number = (value: string | number, maxDecimals = 2): string =>
    onPaper(
      new Intl.NumberFormat(region, { maximumFractionDigits: maxDecimals, useGrouping: "always" }).format(
        value as Intl.StringNumericLiteral,
      ),
    );
  const days = new Intl.DateTimeFormat(region, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return {
    money: (amount) => onPaper(money.format(amount as Intl.StringNumericLiteral)),
    number,
    percent: (value) => `${number(value)}\u00a0%`,
    day: (day) => onPaper(days.format(new Date(`${day}T00:00:00Z`))),
  };
}
