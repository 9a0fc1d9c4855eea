import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function ratesHelp({ settings, common }: Words) {
  const b = onScreen;
  const say = settings.rates;
  const { rates } = settings.section;
  return {
    title: rates,
    summary: "Quanto vale un’unità di un’altra valuta nella vostra, giorno per giorno.",
    context: [
      "Un prezzo in dollari o in yen è portato nella vostra valuta da un cambio. L’agenzia tiene un cambio al giorno per ogni valuta; vale il più recente.",
    ],
    objective: ["Lavorare con i cambi che decidete, e sapere da dove viene ciascuno."],
    where: [`Nelle impostazioni, sotto ${b(rates)}. Li modifica chi può cambiare le impostazioni, tutti li vedono.`],
    steps: [
      {
        title: "Scrivere un cambio",
        steps: [
          `Premi ${b(say.add)}, o ${b(common.edit)} su una valuta: il cambio, il ${b(say.onDay)} da cui vale e la sua ${b(say.source)}.`,
          `Premi ${b(say.save)}.`,
        ],
      },
      {
        title: "Prendere i cambi della Banca centrale",
        steps: [
          "Procurati il file eurofxref-daily o eurofxref-hist della Banca centrale europea, in XML o CSV.",
          `Premi ${b(say.import)} e sceglilo: ogni valuta e ogni giorno degli ultimi due anni sono importati.`,
        ],
      },
      {
        title: "Guardare indietro",
        steps: [`${b(say.history)} mostra tutti i cambi di una valuta; la croce di una riga toglie un cambio sbagliato.`],
      },
    ],
    next: [
      "Con 1 EUR = 1,0854 USD nel file, un’agenzia in euro ha 1 USD = 0,9213193293 EUR. Per un’agenzia in franchi i due cambi del file sono divisi, esattamente, e arrotondati una volta sola.",
    ],
    questions: [
      {
        question: "Un nuovo cambio modifica le mie opportunità e i miei preventivi?",
        answer: "No. Ciascuno tiene il cambio che ha ricevuto; un preventivo chiede prima di prendere i nuovi.",
      },
      { question: "Posso annullare un’importazione?", answer: "Sì, con Z: i cambi tornano com’erano, e quelli scritti da allora restano." },
    ],
    goodToKnow: ["Un cambio per un giorno futuro è rifiutato: nessuno lo conosce."],
  } as const;
}
