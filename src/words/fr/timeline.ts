import type { timelineWords as en } from "#words/en/timeline.ts";
import { plural } from "#words/plural.ts";
import type { Same } from "#words/same.ts";

export const timelineWords: Same<typeof en> = {
  title: "Chronologie",
  loading: "Chargement de la chronologie…",
  empty: "Rien ne s’est encore passé.",
  more: "Afficher les changements précédents",
  today: "Aujourd’hui",
  yesterday: "Hier",
  events: (p) => plural("fr", p.n, { one: "# événement", many: "# d’événements", other: "# événements" }),
  undone: (p) => `annulé par ${p.by}`,
  unfold: "Déplier",
  fold: "Replier",
  edited: (p) => plural("fr", p.n, { one: "a modifié # champ", many: "a modifié # de champs", other: "a modifié # champs" }),
  undoing: "en annulant un changement",
  after: (p) => plural("fr", p.days, { one: "après # jour", many: "après # de jours", other: "après # jours" }),
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
    partners: "a modifié les partenaires",
    competitors: "a modifié les concurrents",
    contacts: "a changé les interlocuteurs",
    clients: "a changé les clients",
    imported: "a importé la fiche",
  },
};
