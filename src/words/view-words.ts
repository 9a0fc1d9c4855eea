import type { Locale } from "#domain/shared/actor.ts";
import type { BuiltInView } from "#domain/view/view.ts";

/** The names of the views that come with the product. */
export const viewWords: Readonly<Record<Locale, Readonly<Record<BuiltInView, string>>>> = {
  en: {
    all: "All",
    priorities: "My priorities",
    departures: "Departures next quarter",
    idle: "Without a next activity",
    stale: "Without news",
    overdue: "Close date passed",
    incomplete: "To complete",
  },
  fr: {
    all: "Toutes",
    priorities: "Mes priorités",
    departures: "Départs du prochain trimestre",
    idle: "Sans activité prévue",
    stale: "Sans suite",
    overdue: "Clôture dépassée",
    incomplete: "À compléter",
  },
  it: {
    all: "Tutte",
    priorities: "Le mie priorità",
    departures: "Partenze del prossimo trimestre",
    idle: "Senza attività prevista",
    stale: "Senza seguito",
    overdue: "Chiusura superata",
    incomplete: "Da completare",
  },
};
