import type { tagWords as en } from "#words/en/tag.ts";
import { plural } from "#words/plural.ts";
import type { Same } from "#words/same.ts";

const listed = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(", ");
const some = (names: readonly string[]): string => `${names.length > 1 ? "le etichette" : "l’etichetta"} ${listed(names)}`;

export const tagWords: Same<typeof en> = {
  title: "Etichette",
  one: "Etichetta",
  edit: "Etichette…",
  placeholder: "Cerca o crea",
  placeholderKnown: "Cerca un’etichetta",
  hint: "Scrivi per trovare un’etichetta, o per crearne una.",
  hintKnown: "Scrivi per trovare un’etichetta.",
  of: (p) => `Etichette di «${p.name}»`,
  save: "Salva",
  changed: (p) => `Le etichette di «${p.name}» sono modificate`,
  bulk: {
    title: (p) =>
      plural("it", p.n, { one: "Etichette di # opportunità", many: "Etichette di # di opportunità", other: "Etichette di # opportunità" }),
    add: "Etichette da aggiungere",
    remove: "Etichette da togliere",
    apply: "Applica",
  },
  told: (p) =>
    [p.added.length > 0 ? `ha aggiunto ${some(p.added)}` : "", p.removed.length > 0 ? `ha tolto ${some(p.removed)}` : ""]
      .filter((part) => part !== "")
      .join(" e "),
  settings: {
    text: "Parole su opportunità, clienti e contatti. Chi li modifica ne crea di nuove.",
    empty: "Nessuna etichetta.",
    add: "Nuova etichetta",
    unused: "non usata",
    opportunities: (p) => plural("it", p.n, { one: "# opportunità", many: "# di opportunità", other: "# opportunità" }),
    clients: (p) => plural("it", p.n, { one: "# cliente", many: "# di clienti", other: "# clienti" }),
    contacts: (p) => plural("it", p.n, { one: "# contatto", many: "# di contatti", other: "# contatti" }),
    deleted: (p) => `«${p.name}» è eliminata: nessuna scheda la porta più`,
    merge: "Unisci a…",
    mergeTitle: (p) => `Unisci «${p.name}» a un’altra etichetta`,
    mergeInto: "Etichetta che resta",
    mergeText: (p) => `Le schede che portano «${p.name}» porteranno questa.`,
    confirmMerge: "Unisci",
    merged: (p) => `«${p.name}» è unita a «${p.into}»`,
  },
};
