import type { timelineWords as en } from "#words/en/timeline.ts";
import { plural } from "#words/plural.ts";
import type { Same } from "#words/same.ts";

export const timelineWords: Same<typeof en> = {
  title: "Cronologia",
  loading: "Caricamento della cronologia…",
  empty: "Non è ancora successo nulla.",
  more: "Mostra i cambiamenti precedenti",
  today: (p) => `Oggi, ${p.day}`,
  yesterday: (p) => `Ieri, ${p.day}`,
  undone: (p) => `annullato da ${p.by}`,
  unfold: (p) => plural("it", p.n, { one: "# campo", many: "# di campi", other: "# campi" }),
  fallback: "ha fatto un cambiamento",
  kind: {
    created: "ha creato la scheda",
    edited: "ha modificato la scheda",
    moved: "ha cambiato fase",
    won: "ha segnato come vinta",
    lost: "ha segnato come persa",
    reopened: "ha riaperto",
    deleted: "ha eliminato la scheda",
    restored: "ha ripristinato la scheda",
    contactsSet: "ha cambiato i referenti",
    imported: "ha importato la scheda",
  },
};
