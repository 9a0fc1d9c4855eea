import type { Words } from "#words/en.ts";
import type { productsHelp as en } from "#words/help/en/products.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function productsHelp({ catalogue, common, opportunity, product: say }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Ciò che si vende in un’opportunità, riga per riga, e come ne nasce l’ammontare.",
    context: [
      "I prodotti di un’opportunità sono ciò di cui parli con il cliente: notti, un pullman, una guida. Ogni riga è una quantità per un prezzo unitario, meno lo sconto se ce n’è uno. Le righe vengono dal catalogo, dove i prodotti stanno con i loro fornitori e i loro prezzi per date, o si scrivono liberamente.",
    ],
    objective: ["Comporre l’ammontare di un progetto da ciò che lo forma, e conoscerne il costo e il margine finché c’è tempo per agire."],
    where: [
      `Apri un’opportunità e la sua scheda ${b(say.title)}. Il catalogo stesso è nel menu principale, sotto ${b(catalogue.title)}.`,
      "Costi e margini si mostrano solo a chi ha il diritto di vederli.",
    ],
    steps: [
      {
        title: "Aggiungere ciò che si vende",
        steps: [
          `Premi ${b(say.add)}, o Ctrl e Invio, e cerca nel catalogo; un nome che non c’è diventa una riga a sé.`,
          `Premi una cella per cambiare ${b(say.quantity)} o ${b(say.unitPrice)}, e il fornitore per sceglierne o crearne uno.`,
          `Nel menu della riga, ${b(say.act.details)} dà uno sconto e il costo unitario, ${b(say.act.duplicate)} ripete la riga, ${b(say.act.remove)} la toglie.`,
        ],
      },
      {
        title: "Scegliere da dove viene l’ammontare",
        steps: [
          `Accanto ai prodotti, sotto ${b(say.amount.title)}, scegli ${b(say.amount.follows)}: l’ammontare cambia con ogni riga.`,
          `Oppure scegli ${b(say.amount.typed)} e scrivilo: resta, e la differenza dai prodotti è mostrata.`,
          `In un’opportunità vinta l’ammontare è fermo: ${b(say.amount.take)} lo porta al totale delle righe.`,
        ],
      },
      {
        title: "Preparare il catalogo",
        steps: [
          `In ${b(catalogue.title)}, premi ${b(catalogue.products.new)}, dai un nome e premi ${b(catalogue.products.create.submit)}.`,
          `Nella sua pagina, ${b(catalogue.periods.edit)} fissa prezzi validi da un giorno a un altro.`,
        ],
      },
    ],
    next: [
      "Senza ammontare scritto, 2 × 450,00 e 1 × 100,00 fanno un ammontare di 1.000,00; un’altra riga da 100,00 lo porta a 1.100,00.",
      "Con 5.000,00 scritti e 1.000,00 di prodotti, l’ammontare resta 5.000,00. Vinta, diventa 1.000,00, il totale dei prodotti; riaperta, è di nuovo 5.000,00.",
      `${b(say.check.title)} dice quali righe non hanno ancora un fornitore o un costo.`,
    ],
    questions: [
      {
        question: "Un nuovo prezzo nel catalogo cambia le mie opportunità?",
        answer: "No. Una riga tiene il prezzo che aveva quando è stata aggiunta; cambialo nella sua cella se vuoi quello nuovo.",
      },
      {
        question: "Come tornare al totale dei prodotti?",
        answer: `Svuota ${b(opportunity.field.amount)}, o scegli ${b(say.amount.follows)}: è la stessa cosa.`,
      },
      {
        question: "Perché non c’è il margine dei prodotti?",
        answer: "Serve il costo di ogni riga. Fino ad allora vale la percentuale predefinita dell’agenzia, e la pagina lo dice.",
      },
    ],
    goodToKnow: [
      "Il totale è dato anche per persona, per chi paga.",
      "Per un’opportunità ricorrente i prodotti valgono per un periodo.",
      `Una riga tolta torna con ${b(common.undo)}, o con il tasto Z.`,
    ],
  };
}
