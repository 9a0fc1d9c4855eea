/**
 * Steps are what programmes are made of: a day, a stay, a transfer, a flight, each with the products it needs in their order
 * and what the client reads about it, in every language. A trip template is steps on days: day k of it falls on the k-th day
 * of a trip. Both name products and steps of the catalogue; what these cost is asked when they are put into a quote.
 */
import type { FieldProblem } from "#domain/shared/refusal.ts";

export const STEP_KINDS = ["day", "accommodation", "transport", "flight"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What the client reads; null where nothing was written in that language. */
export type TextByLanguage = { readonly en: string | null; readonly fr: string | null; readonly it: string | null };
export const NO_TEXT: TextByLanguage = { en: null, fr: null, it: null };

/** How many nights, days or services of it the step needs. */
export type StepProduct = { readonly productId: string; readonly repetitions: number };

export type TemplateDay = { readonly title: string | null; readonly stepIds: readonly string[] };

export const MOST_PRODUCTS = 100;
export const MOST_PICTURES = 20;
export const MOST_DAYS = 60;
export const MOST_STEPS_A_DAY = 20;

/** Pictures are put in another order or taken off; a new one comes as a file. */
export function pictureProblems(before: readonly string[], after: readonly string[]): FieldProblem[] {
  return after.flatMap((id, index) => {
    const pointer = `/pictures/${index}`;
    if (!before.includes(id)) return [{ pointer, code: "reference.unknown" }];
    return after.indexOf(id) < index ? [{ pointer, code: "link.twice" }] : [];
  });
}

/** The text a reader gets: in his language, else the first there is in this order. */
export function textFor(text: TextByLanguage, language: keyof TextByLanguage): string | null {
  return text[language] ?? text.fr ?? text.en ?? text.it;
}
