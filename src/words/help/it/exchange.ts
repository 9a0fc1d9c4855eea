import type { Words } from "#words/en.ts";
import type { exchangeHelp as en } from "#words/help/en/exchange.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function exchangeHelp({ common, exchange: say, settings }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Portare dentro ciò che un altro programma contiene, e portare via gli elenchi come file.",
    context: [
      "Clienti, contatti e opportunità entrano da un file CSV, la forma semplice che ogni foglio di calcolo sa salvare. Ogni riga è controllata prima che si scriva qualcosa, e l’intera importazione può essere ritirata per 30 giorni.",
    ],
    objective: ["Cominciare con i dati che hai, senza riscriverli e senza dubbi su che cosa ne è stato."],
    where: [
      `Apri ${b(settings.title)}, poi ${b(settings.section.imports)}. Gli elenchi hanno gli stessi pulsanti, ${b(common.import)} e ${b(common.export)}.`,
      "Puoi importare ciò che puoi creare. L’esportazione è un diritto a sé.",
    ],
    steps: [
      {
        title: "Importare un file",
        steps: [
          `Scegli sotto ${b(say.what)}, poi premi ${b(say.choose)} o lascia qui il file.`,
          `In ${b(say.steps.columns)}, guarda quale campo diventa ogni colonna, cambialo se serve, e premi ${b(say.columns.next)}.`,
          "Rispondi alle domande, per esempio in che ordine sono scritte le date, e correggi sul posto le righe con errori.",
          "Premi il pulsante che dice quante righe saranno importate.",
        ],
      },
      {
        title: "Ritirare un’importazione",
        steps: [
          `Apri l’importazione sotto ${b(say.past)} e premi ${b(say.result.revert)}.`,
          "Ciò che ha creato è eliminato, ciò che ha cambiato torna come prima, a meno che qualcuno abbia modificato quei dati da allora.",
        ],
      },
    ],
    next: [
      `Le righe con errori non sono perdute: ${b(say.result.download)} le dà con il motivo di ciascuna, pronte da correggere e importare.`,
    ],
    questions: [
      {
        question: "E se importo due volte lo stesso file?",
        answer:
          "I dati sono riconosciuti dall’identificativo del file, o da ciò che li nomina: sono aggiornati o lasciati come sono, non raddoppiati.",
      },
      {
        question: "Che cosa contiene un’esportazione?",
        answer: "Ciò che puoi vedere e, in un elenco, ciò che i suoi filtri tengono. I costi mancano se non puoi vederli.",
      },
    ],
    goodToKnow: [
      "Prova prima con poche righe.",
      "Una cella vuota non cancella nulla.",
      "Le etichette di un file sono separate da virgole o punti e virgola. Si aggiungono a quelle della scheda; nessuna è tolta.",
    ],
  };
}
