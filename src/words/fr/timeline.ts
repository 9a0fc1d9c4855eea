import type { timelineWords as en } from "#words/en/timeline.ts";
import { plural } from "#words/plural.ts";
import type { Same } from "#words/same.ts";

export const timelineWords: Same<typeof en> = {
  title: "Chronologie",
  loading: "Chargement de la chronologie…",
  empty: "Rien ne s’est encore passé.",
  more: "Afficher les changements précédents",
  today: (p) => `Aujourd’hui, ${p.day}`,
  yesterday: (p) => `Hier, ${p.day}`,
  undone: (p) => `annulé par ${p.by}`,
  unfold: (p) => plural("fr", p.n, { one: "# champ", many: "# de champs", other: "# champs" }),
  fallback: "a fait un changement",
  kind: {
    created: "a créé la fiche",
    edited: "a modifié la fiche",
    moved: "a changé l’étape",
    won: "a marqué comme gagnée",
    lost: "a marqué comme perdue",
    reopened: "a rouvert",
    deleted: "a supprimé la fiche",
    restored: "a restauré la fiche",
    contactsSet: "a changé les interlocuteurs",
    imported: "a importé la fiche",
  },
};
