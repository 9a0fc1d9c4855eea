import type { Words } from "#words/en.ts";

export const viewWords: Words["view"] = {
  advanced: "Filtre avancé",
  pinned: "Vues enregistrées",
  myTeams: "Mes équipes",
  add: "Vue",
  opensFirst: "Ouvrir en premier, pour moi",
  pin: "Épingler dans le menu, pour moi",
  save: "Enregistrer la vue",
  leave: "Abandonner",
};
