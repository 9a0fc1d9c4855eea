import type { helpFrame as en } from "#words/help/en/frame.ts";
import { plural } from "#words/plural.ts";
import type { Same } from "#words/same.ts";

export const helpFrame: Same<typeof en> = {
  title: "Aiuto",
  contents: "In questa pagina",
  search: "Cerca nell’aiuto",
  found: (p) => plural("it", p.n, { one: "# passaggio", many: "# di passaggi", other: "# passaggi" }),
  nothing: "L’aiuto non ne parla. Prova con un’altra parola.",
  noArticle: "Questo articolo non esiste nella guida.",
  noArticleText: "Scegli uno degli argomenti, o cerca.",
  parts: {
    context: "Contesto",
    objective: "Obiettivo",
    where: "Dove si trova",
    steps: "Passo per passo",
    next: "Che cosa succede dopo",
    questions: "Domande",
    goodToKnow: "Buono a sapersi",
  },
  screens: "Schermate di questo argomento",
  notThis: "Cerchi un tasto e non un testo?",
  shortcuts: "Mostra le scorciatoie",
};
