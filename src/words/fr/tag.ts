import type { tagWords as en } from "#words/en/tag.ts";
import { plural } from "#words/plural.ts";
import type { Same } from "#words/same.ts";

const listed = (names: readonly string[]): string => names.map((name) => `«\u00a0${name}\u00a0»`).join(", ");
const some = (names: readonly string[]): string => `${names.length > 1 ? "les étiquettes" : "l’étiquette"} ${listed(names)}`;

export const tagWords: Same<typeof en> = {
  title: "Étiquettes",
  one: "Étiquette",
  edit: "Étiquettes…",
  placeholder: "Chercher ou créer",
  placeholderKnown: "Chercher une étiquette",
  hint: "Saisissez pour trouver une étiquette, ou pour en créer une.",
  hintKnown: "Saisissez pour trouver une étiquette.",
  of: (p) => `Étiquettes de «\u00a0${p.name}\u00a0»`,
  save: "Enregistrer",
  changed: (p) => `Les étiquettes de «\u00a0${p.name}\u00a0» sont modifiées`,
  bulk: {
    title: (p) =>
      plural("fr", p.n, {
        one: "Étiquettes de # opportunité",
        many: "Étiquettes de # d’opportunités",
        other: "Étiquettes de # opportunités",
      }),
    add: "Étiquettes à ajouter",
    remove: "Étiquettes à retirer",
    apply: "Appliquer",
  },
  told: (p) =>
    [p.added.length > 0 ? `ajouté ${some(p.added)}` : "", p.removed.length > 0 ? `retiré ${some(p.removed)}` : ""]
      .filter((part) => part !== "")
      .map((part) => `a ${part}`)
      .join(" et "),
  settings: {
    text: "Des mots sur les opportunités, les clients et les contacts. Qui les modifie en crée de nouvelles.",
    empty: "Aucune étiquette.",
    add: "Nouvelle étiquette",
    unused: "pas utilisée",
    opportunities: (p) => plural("fr", p.n, { one: "# opportunité", many: "# d’opportunités", other: "# opportunités" }),
    clients: (p) => plural("fr", p.n, { one: "# client", many: "# de clients", other: "# clients" }),
    contacts: (p) => plural("fr", p.n, { one: "# contact", many: "# de contacts", other: "# contacts" }),
    deleted: (p) => `«\u00a0${p.name}\u00a0» est supprimée\u00a0: plus aucune fiche ne la porte`,
    merge: "Fusionner avec…",
    mergeTitle: (p) => `Fusionner «\u00a0${p.name}\u00a0» avec une autre étiquette`,
    mergeInto: "Étiquette qui reste",
    mergeText: (p) => `Les fiches qui portent «\u00a0${p.name}\u00a0» porteront celle-ci à la place.`,
    confirmMerge: "Fusionner",
    merged: (p) => `«\u00a0${p.name}\u00a0» est fusionnée avec «\u00a0${p.into}\u00a0»`,
  },
};
