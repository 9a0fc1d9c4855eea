import type { Words } from "#words/en.ts";

export const viewWords: Words["view"] = {
  advanced: "Filtro avanzato",
  pinned: "Viste salvate",
  myTeams: "I miei team",
  add: "Vista",
  opensFirst: "Apri per prima, per me",
  pin: "Fissa nel menu, per me",
  save: "Salva la vista",
  leave: "Abbandona",
};
