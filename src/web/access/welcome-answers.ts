import type { Sales } from "#domain/pipeline/pipeline.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { currencyOfCountry, languageOfCountry, timeZoneOfCountry } from "#web/app/countries.ts";
import type { Words } from "#words/en.ts";

/** All that the first visit asks; kept while going back and forth. */
export type Answers = {
  readonly agency: {
    readonly name: string;
    readonly country: string;
    readonly currency: string;
    readonly timezone: string;
    readonly language: Locale;
    readonly logo: string | null;
    /** At least one. */
    readonly sells: Sales[];
  };
  readonly administrator: { readonly name: string; readonly email: string; readonly password: string };
  readonly start: "empty" | "demo";
};

export type Step = "agency" | "account" | "data" | "departure";
export const STEPS: readonly Step[] = ["agency", "account", "data", "departure"];

export function firstAnswers(locale: Locale): Answers {
  const own = new Intl.Locale(navigator.language).region;
  const country = own ?? { en: "GB", fr: "FR", it: "IT" }[locale];
  const blank = { name: "", country, currency: "EUR", timezone: "Europe/Paris", language: locale, logo: null, sells: ["groups" as const] };
  return { agency: withCountry(blank, country), administrator: { name: "", email: "", password: "" }, start: "empty" };
}

/** The country answers for money, clock and language. */
export function withCountry(agency: Answers["agency"], country: string): Answers["agency"] {
  return {
    ...agency,
    country,
    currency: currencyOfCountry(country) ?? agency.currency,
    timezone: timeZoneOfCountry(country) ?? agency.timezone,
    language: languageOfCountry(country) ?? agency.language,
  };
}

export type Wrong = Partial<
  Record<"agency/name" | "agency/sells" | "administrator/name" | "administrator/email" | "administrator/password", string>
>;

/** What must be answered before going on; the server says the rest. */
export function wrongIn(step: Step, { agency, administrator }: Answers, { access, common }: Words): Wrong {
  if (step === "agency")
    return {
      ...(agency.name.trim() === "" ? { "agency/name": common.required } : {}),
      ...(agency.sells.length === 0 ? { "agency/sells": access.welcome.sellsNone } : {}),
    };
  if (step !== "account") return {};
  return {
    ...(administrator.name.trim() === "" ? { "administrator/name": common.required } : {}),
    ...(/^\S+@\S+\.\S+$/.test(administrator.email.trim()) ? {} : { "administrator/email": access.emailInvalid }),
    ...([...administrator.password].length < 8 ? { "administrator/password": access.passwordShort } : {}),
  };
}

/** The step that asks for what the server refused. */
export function stepOfPointer(pointer: string | undefined): Step {
  return pointer?.startsWith("/agency") ? "agency" : "account";
}
