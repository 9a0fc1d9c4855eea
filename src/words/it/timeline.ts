import type { timelineWords as en } from "#words/en/timeline.ts";
import { plural } from "#words/plural.ts";
import type { Same } from "#words/same.ts";

export const timelineWords: Same<typeof en> = {
  title: "Cronologia",
  loading: "Caricamento della cronologia…",
  empty: "Non è ancora successo nulla.",
  more: "Mostra i cambiamenti precedenti",
  today: "Oggi",
  yesterday: "Ieri",
  events: (p) => plural("it", p.n, { one: "# evento", many: "# di eventi", other: "# eventi" }),
  undone: (p) => `annullato da ${p.by}`,
  unfold: "Espandi",
  fold: "Riduci",
  edited: (p) => plural("it", p.n, { one: "ha modificato # campo", many: "ha modificato # di campi", other: "ha modificato # campi" }),
  undoing: "annullando un cambiamento",
  after: (p) => plural("it", p.days, { one: "dopo # giorno", many: "dopo # di giorni", other: "dopo # giorni" }),
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
    partners: "ha modificato i partner",
    competitors: "ha modificato i concorrenti",
    contacts: "ha cambiato i referenti",
    clients: "ha cambiato i clienti",
    imported: "ha importato la scheda",
  },
};
