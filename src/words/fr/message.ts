import { plural } from "#words/plural.ts";
import type { Words } from "#words/en.ts";

export const messageWords: Words["message"] = {
  title: "Échanges",
  loading: "Chargement des échanges…",
  empty: "Aucun message pour l’instant. Ce que vous écrivez ici reste entre collègues.",
  write: "Écrire une note à l’équipe, @ pour mentionner…",
  writeLabel: "Une note à l’équipe",
  send: "Envoyer",
  save: "Enregistrer",
  people: "Personnes qui peuvent voir cette fiche",
  nobody: "Personne de ce nom ne peut voir cette fiche.",
  called: "Appel fait",
  pinnedTitle: "Épinglés",
  pinned: (p) => `épinglé par ${p.by}`,
  pin: "Épingler",
  unpin: "Détacher",
  edit: "Modifier",
  remove: "Supprimer",
  removed: "Le message est supprimé",
  edited: "modifié",
  history: "Anciens textes",
  version: (p) => `Version ${p.n}`,
  actions: (p) => `Actions pour le message de ${p.by}`,
  reply: "Répondre",
  more: "Afficher les messages précédents",
  count: (p) => plural("fr", p.n, { one: "# message", many: "# de messages", other: "# messages" }),
};
