import type { Locale } from "#domain/shared/actor.ts";

/** Words in files that leave Escale. */
export const fileWords: Readonly<Record<Locale, { readonly reason: string; readonly yes: string; readonly no: string }>> = {
  en: { reason: "Error", yes: "yes", no: "no" },
  fr: { reason: "Erreur", yes: "oui", no: "non" },
  it: { reason: "Errore", yes: "sì", no: "no" },
};
