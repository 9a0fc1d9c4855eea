import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function quotesHelp({ quoting: say }: Words) {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Quanto costa un viaggio di gruppo e a quanto si vende, per ogni numero di partecipanti.",
    context: [
      "Un preventivo è una griglia: giorni e servizi in verticale, numeri di paganti in orizzontale. Ogni riga dice quanto costa e come si conta: per persona, per camera, per veicolo, per il gruppo. Escale ripartisce costi, gratuità e margine su chi paga.",
      "Appartiene a un’opportunità o sta da solo. Ciò che vi si scrive non cambia i prodotti dell’opportunità, né viceversa.",
    ],
    objective: [
      "Rispondere a un cliente in pochi istanti con un prezzo che regge per 20 paganti come per 40, e vedere il margine di ciascuno.",
    ],
    where: [
      `Il menu principale ha ${b(say.title)}; un’opportunità ha i suoi nella scheda con quel nome.`,
      "Costi, margini e tariffe dei fornitori sono mostrati solo a chi ha il diritto di vederli: gli altri leggono i prezzi.",
    ],
    steps: [
      {
        title: "Cominciare un preventivo",
        steps: [
          `Su un’opportunità premi ${b(say.panel.new)}, o sui suoi prodotti ${b(say.panel.fromProducts)}: date, partecipanti e righe ci sono già.`,
          `Nell’elenco dei preventivi, ${b(say.list.new)} parte da un modello o da zero.`,
        ],
      },
      {
        title: "Riempire la griglia",
        steps: [
          `${b(say.add.line)} aggiunge una riga, ${b(say.add.catalogue)} ne prende una al suo prezzo del giorno, ${b(say.add.day)} aggiunge un giorno.`,
          "Scrivi in una cella per sostituirla, F2 per modificarla; le frecce spostano, Ctrl D copia in basso, e blocchi vengono da un foglio di calcolo e ci tornano.",
          `Chi eredita il ricarico è grigio, chi ha il proprio è in grassetto: Canc torna indietro. ${b(say.act.details)}, nel menu di una riga, dice chi la consuma, la sua capienza e il suo fornitore.`,
          `Sopra la griglia stanno ${b(say.chip.basesLabel)}, ${b(say.chip.freePlaces)}, ${b(say.chip.rounding)} e il margine; l’intestazione di una fascia sceglie la base con cui lavori.`,
        ],
      },
      {
        title: "Capire una cifra",
        steps: [
          `Premi Invio su un prezzo, o ${b(say.explain.ask)}: righe, teste, unità e arrotondamento sono scritti per intero.`,
          `A destra, ${b(say.check.title)} elenca ciò che manca o scade, e ${b(say.chart.title)} mostra da quanti paganti il viaggio guadagna.`,
        ],
      },
      {
        title: "Inviarlo, e tenere ciò che è concordato",
        steps: [
          `${b(say.verb.send)} blocca la versione: nessuno la cambia più. ${b(say.verb.newVersion)} comincia la successiva da quella.`,
          `${b(say.verb.choose)} dice con quale versione lavori, ${b(say.verb.accept)} quella che il cliente ha accettato.`,
          `${b(say.verb.compare)} mette due versioni fianco a fianco.`,
        ],
      },
    ],
    next: [
      `Una versione scelta dà all’opportunità il suo margine stimato. L’importo si muove solo se lo chiedi con ${b(say.panel.follow)}, o quando un’opportunità con un preventivo accettato è vinta.`,
      "Una versione accettata diventa quella scelta; accettarne un’altra chiede prima, poi la sostituisce.",
    ],
    questions: [
      {
        question: "Che prezzo ha un gruppo tra due basi?",
        answer:
          "Quello della base più grande che raggiunge: 32 paganti pagano il prezzo di 30. Sotto la base più piccola il preventivo è da rifare.",
      },
      {
        question: "Perché il prezzo sale quando viene una persona in più?",
        answer: "È entrato un secondo pullman, una terza guida o un’altra gratuità. Il grafico mostra questi scalini.",
      },
      {
        question: "I tassi di cambio muovono il mio preventivo?",
        answer: `No, sono bloccati con lui. ${b(say.chip.refresh)} mostra prima l’effetto e poi lo applica.`,
      },
      {
        question: "E se scriviamo in due in un preventivo?",
        answer: "Ciascuno vede ciò che scrive l’altro. Solo se entrambi hanno scritto nella stessa cella ti si chiede quale vale.",
      },
    ],
    goodToKnow: [
      "Il ricarico si conta sul costo, il margine sul prezzo: 25% sul costo fanno il 20% del prezzo. La griglia dice sempre quale.",
      `${b(say.verb.template)} tiene giorni, righe e regole per il prossimo viaggio; cliente, date e paganti non sono tenuti.`,
      "Ctrl Z annulla e Ctrl Maiusc Z ripete, nel preventivo.",
    ],
  } as const;
}
