import type { Locale } from "#domain/shared/actor.ts";
import { plural } from "#words/plural.ts";
import type { Same } from "#words/same.ts";

const clientsEn = (n: number): string => plural("en", n, { one: "# client", other: "# clients" });
const contactsEn = (n: number): string => plural("en", n, { one: "# contact", other: "# contacts" });

const en = {
  selected: (p: { n: number }) => plural("en", p.n, { one: "# selected", other: "# selected" }),
  all: (p: { n: number }) => `Select all (${p.n})`,
  clear: "Clear the selection",
  label: "Change the selection",
  delete: "Delete",
  why: "Show why",
  cancelled: "Cancelled: nothing was changed.",
  skipped: (p: { n: number }) => plural("en", p.n, { one: "# stayed as it was", other: "# stayed as they were" }),
  clients: {
    changed: (p: { n: number }) => `${clientsEn(p.n)} changed`,
    deleteTitle: (p: { n: number }) => `Delete ${clientsEn(p.n)}?`,
    tags: (p: { n: number }) => `Tags of ${clientsEn(p.n)}`,
  },
  contacts: {
    changed: (p: { n: number }) => `${contactsEn(p.n)} changed`,
    deleteTitle: (p: { n: number }) => `Delete ${contactsEn(p.n)}?`,
    tags: (p: { n: number }) => `Tags of ${contactsEn(p.n)}`,
  },
};

/** What is done to the selected rows of the lists of clients and contacts: needed with the first selection. */
export type DirectoryWords = Same<typeof en>;

const clientsFr = (n: number): string => plural("fr", n, { one: "# client", many: "# de clients", other: "# clients" });
const contactsFr = (n: number): string => plural("fr", n, { one: "# contact", many: "# de contacts", other: "# contacts" });

const fr: DirectoryWords = {
  selected: (p) => plural("fr", p.n, { one: "# sélectionné", other: "# sélectionnés" }),
  all: (p) => `Tout sélectionner (${p.n})`,
  clear: "Effacer la sélection",
  label: "Modifier la sélection",
  delete: "Supprimer",
  why: "Voir pourquoi",
  cancelled: "Interrompu : rien n’a changé.",
  skipped: (p) => plural("fr", p.n, { one: "# est resté tel quel", other: "# sont restés tels quels" }),
  clients: {
    changed: (p) => `${clientsFr(p.n)} ${plural("fr", p.n, { one: "modifié", other: "modifiés" })}`,
    deleteTitle: (p) => `Supprimer ${clientsFr(p.n)} ?`,
    tags: (p) => `Étiquettes de ${clientsFr(p.n)}`,
  },
  contacts: {
    changed: (p) => `${contactsFr(p.n)} ${plural("fr", p.n, { one: "modifié", other: "modifiés" })}`,
    deleteTitle: (p) => `Supprimer ${contactsFr(p.n)} ?`,
    tags: (p) => `Étiquettes de ${contactsFr(p.n)}`,
  },
};

const clientsIt = (n: number): string => plural("it", n, { one: "# cliente", many: "# di clienti", other: "# clienti" });
const contactsIt = (n: number): string => plural("it", n, { one: "# contatto", many: "# di contatti", other: "# contatti" });

const it: DirectoryWords = {
  selected: (p) => plural("it", p.n, { one: "# selezionato", other: "# selezionati" }),
  all: (p) => `Seleziona tutto (${p.n})`,
  clear: "Togli la selezione",
  label: "Modifica la selezione",
  delete: "Elimina",
  why: "Mostra perché",
  cancelled: "Interrotto: nulla è cambiato.",
  skipped: (p) => plural("it", p.n, { one: "# è rimasto com’era", other: "# sono rimasti com’erano" }),
  clients: {
    changed: (p) => `${clientsIt(p.n)} ${plural("it", p.n, { one: "modificato", other: "modificati" })}`,
    deleteTitle: (p) => `Eliminare ${clientsIt(p.n)}?`,
    tags: (p) => `Etichette di ${clientsIt(p.n)}`,
  },
  contacts: {
    changed: (p) => `${contactsIt(p.n)} ${plural("it", p.n, { one: "modificato", other: "modificati" })}`,
    deleteTitle: (p) => `Eliminare ${contactsIt(p.n)}?`,
    tags: (p) => `Etichette di ${contactsIt(p.n)}`,
  },
};

export const directoryWords: Readonly<Record<Locale, DirectoryWords>> = { en, fr, it };
