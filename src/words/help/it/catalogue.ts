import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function catalogueHelp({ catalogue: say }: Words) {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Ciò che comprate e rivendete: prezzi per date, tappe, viaggi modello.",
    context: [
      "Il catalogo contiene ciò di cui sono fatti i preventivi. Un prodotto è ciò che comprate da un fornitore; una tappa è una giornata, un soggiorno, un trasferimento o un volo con i suoi prodotti, ciò che legge il cliente e immagini; un viaggio modello è fatto di tappe sui giorni.",
    ],
    objective: ["Scrivere un prezzo una volta, e avere quello giusto alla data giusta in ogni preventivo."],
    where: [
      `Il catalogo è nel menu principale: ${b(say.products.title)}, ${b(say.steps.title)}, ${b(say.templates.title)} e ${b(say.suppliers.title)} stanno sopra la lista.`,
      "I costi sono mostrati solo a chi ha il diritto di vederli; il catalogo lo modifica chi scrive preventivi.",
    ],
    steps: [
      {
        title: "Dare a un prodotto i suoi prezzi per date",
        steps: [
          `Apri il prodotto e premi ${b(say.periods.add)} o ${b(say.periods.edit)}: primo e ultimo giorno, costo e prezzo.`,
          `Il pulsante ${b(say.periods.more)} di una riga apre i suoi ${b(say.periods.weekdays)}, un’altra valuta, un altro conteggio e l’${b(say.periods.allotment)}.`,
        ],
      },
      {
        title: "Comporre una tappa",
        steps: [
          `In ${b(say.steps.title)}, premi ${b(say.steps.new)}, dalle un nome e premi ${b(say.steps.create.submit)}.`,
          `Nella sua pagina ${b(say.part.addProduct)} prende ciò che serve; trascina le righe nell’ordine della giornata, e premi la cifra di una riga per dire quante notti o giorni.`,
          `Scrivi ${b(say.part.field.texts)} in ogni lingua in cui vendi, e ${b(say.part.addPicture)}.`,
        ],
      },
      {
        title: "Comporre un viaggio modello",
        steps: [
          `In ${b(say.templates.title)}, premi ${b(say.templates.new)}, poi ${b(say.part.addDay)} per ogni giorno.`,
          "Premi + in un giorno per mettervi tappe; le frecce spostano un giorno.",
        ],
      },
    ],
    next: [
      "Un preventivo che parte da un modello ha i suoi giorni e le sue righe, al prezzo delle proprie date: il giorno 3 di un viaggio che parte il 10 giugno è al prezzo del 12 giugno.",
      "Una riga il cui prodotto ha prezzi per date, ma nessuno per quel giorno, lo dice: il prezzo è da chiedere.",
    ],
    questions: [
      {
        question: "Quale prezzo vale se i periodi si sovrappongono?",
        answer:
          "Il più breve; a pari durata quello con meno giorni della settimana, poi quello che comincia per ultimo. Un hotel può così avere la stagione, i fine settimana e la fiera.",
      },
      { question: "Una modifica qui cambia i miei preventivi?", answer: "No. Ciò che è stato messo in un preventivo resta com’era." },
      {
        question: "Che cosa fa mettere da parte?",
        answer: `${b(say.part.archive)}, nel menu di una tappa o di un viaggio modello, lo toglie dalle liste e da ciò che è proposto, senza eliminarlo; il filtro ${b(say.part.showArchived)} lo mostra.`,
      },
    ],
    goodToKnow: ["Le immagini sono PNG, JPEG, GIF o WebP; la prima è in evidenza.", "Tutto qui si annulla con Z."],
  } as const;
}
