import { plural } from "#words/plural.ts";
import type { Words } from "#words/en.ts";

export const messageWords: Words["message"] = {
  title: "Messaggi",
  loading: "Caricamento dei messaggi…",
  empty: "Ancora nessun messaggio. Ciò che scrivi qui resta tra colleghi.",
  write: "Scrivi una nota al team, @ per menzionare…",
  writeLabel: "Una nota al team",
  send: "Invia",
  save: "Salva",
  people: "Persone che possono vedere questa scheda",
  nobody: "Nessuno con questo nome può vedere questa scheda.",
  called: "Chiamata fatta",
  pinnedTitle: "In evidenza",
  pinned: (p) => `messo in evidenza da ${p.by}`,
  pin: "Metti in evidenza",
  unpin: "Togli dall’evidenza",
  edit: "Modifica",
  remove: "Elimina",
  removed: "Il messaggio è eliminato",
  edited: "modificato",
  history: "Testi precedenti",
  version: (p) => `Versione ${p.n}`,
  actions: (p) => `Azioni per il messaggio di ${p.by}`,
  reply: "Rispondi",
  more: "Mostra i messaggi precedenti",
  count: (p) => plural("it", p.n, { one: "# messaggio", many: "# di messaggi", other: "# messaggi" }),
};
