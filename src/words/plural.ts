import type { Locale } from "#domain/shared/actor.ts";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const REGION = { en: "en-GB", fr: "fr-FR", it: "it-IT" } as const;
const rules = new Map<Locale, Intl.PluralRules>();
const numbers = new Map<Locale, Intl.NumberFormat>();

/** The form of a number in a language, "#" being the number: plural("fr", 2, { one: "# opportunité", other: "# opportunités" }). */
export function plural(locale: Locale, count: number, forms: Forms): string {
  let rule = rules.get(locale);
  if (!rule) rules.set(locale, (rule = new Intl.PluralRules(REGION[locale])));
  return (forms[rule.select(count)] ?? forms.other).replaceAll("#", formatCount(locale, count));
}

export function formatCount(locale: Locale, count: number): string {
  let format = numbers.get(locale);
  if (!format) numbers.set(locale, (format = new Intl.NumberFormat(REGION[locale], { useGrouping: "always" as never })));
  return format.format(count).replaceAll("\u202f", "\u00a0");
}
