import type { helpFrame as en } from "#words/help/en/frame.ts";
import { plural } from "#words/plural.ts";
import type { Same } from "#words/same.ts";

export const helpFrame: Same<typeof en> = {
  title: "Aide",
  contents: "Sur cette page",
  search: "Rechercher dans l’aide",
  found: (p) => plural("fr", p.n, { one: "# passage", many: "# de passages", other: "# passages" }),
  nothing: "Rien dans l’aide n’en parle. Essayez un autre mot.",
  noArticle: "Cet article n’existe pas dans l’aide.",
  noArticleText: "Choisissez un des sujets, ou cherchez.",
  parts: {
    context: "Contexte",
    objective: "Objectif",
    where: "Où trouver cela",
    steps: "Pas à pas",
    next: "Ce qui se passe ensuite",
    questions: "Questions",
    goodToKnow: "Bon à savoir",
  },
  screens: "Écrans de ce sujet",
  notThis: "Vous cherchez une touche plutôt qu’un texte ?",
  shortcuts: "Afficher les raccourcis",
};
