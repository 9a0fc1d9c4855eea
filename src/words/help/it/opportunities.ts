import type { Words } from "#words/en.ts";
import type { opportunitiesHelp as en } from "#words/help/en/opportunities.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function opportunitiesHelp({
  customField: custom,
  document: file,
  opportunity: say,
  product,
  settings,
  shell,
  tag,
  view,
}: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Un progetto di viaggio, dalla prima telefonata al viaggio confermato o al progetto abbandonato.",
    context: [
      "Un’opportunità è un progetto di viaggio a cui qualcuno sta pensando: un CRAL che vuole Napoli a giugno, una scuola che chiede una settimana a Berlino. La si segue dal primo contatto finché il viaggio è confermato o il progetto è abbandonato. Quelle perse restano: insegnano quanto le altre, e le cifre le contano.",
      "Ognuna appartiene a un cliente, che porta il progetto e a cui si fattura, e a uno o più contatti, le persone con cui parli. Riunisce ciò che si sa del viaggio (destinazioni, date, partecipanti) e ciò che può rendere: il suo ammontare, l’ammontare ponderato e il margine stimato.",
    ],
    objective: ["Vedere in ogni momento quali progetti sono in corso, che cosa viene dopo per ciascuno e quanto renderanno probabilmente."],
    where: [
      `Apri ${b(say.title)} nel menu principale. In alto ci sono due modi di guardare: ${b(say.board)}, una colonna per fase, e ${b(say.list)}, una riga per opportunità, comprese le vinte e le perse.`,
      "Se la voce non è nel tuo menu, non hai il diritto di vedere le opportunità: un amministratore può darlo.",
    ],
    steps: [
      {
        title: "Creare un’opportunità",
        steps: [
          `Premi ${b(shell.newOpportunity)}, o il tasto N da qualsiasi schermata.`,
          "Dalle un nome e scegli il cliente; un cliente non ancora conosciuto si crea nello stesso riquadro. Nient’altro è obbligatorio.",
          `Aggiungi ciò che sai: ${b(say.create.mainContact)}, ${b(say.field.destinations)}, ${b(say.field.departsOn)}, ${b(say.field.duration)}, ${b(say.field.participants)}. La stella segna una priorità; ${b(say.field.manager)} è la persona incaricata, tu se non scegli qualcun altro.`,
          `Lascia ${b(say.field.amount)} vuoto se lo daranno i prodotti; ${b(say.field.objective)} è la tua stima.`,
          `Premi ${b(say.create.submit)}, o ${b(say.create.another)}. Se chiudi il riquadro prima, ciò che hai scritto resta su questo dispositivo.`,
        ],
      },
      {
        title: "Farla avanzare di fase in fase",
        steps: [
          "Sul pipeline, trascina la sua scheda in un’altra colonna. Senza mouse: vai alla scheda con le frecce e premi M, o apri il suo menu.",
          `Nella sua pagina, premi ${b(say.act.next)}, o la fase che vuoi sulla linea.`,
          "La probabilità segue la fase, a meno che qualcuno ne abbia scritta una. Il giorno di ogni passaggio è conservato.",
        ],
      },
      {
        title: "Vincerla, perderla, riaprirla",
        steps: [
          `Vinta: premi ${b(say.act.win)} nella sua pagina, o lascia la sua scheda su ${b(say.act.win)}, che appare ai piedi del pipeline mentre la trascini.`,
          `Persa: premi ${b(say.act.lose)}, scegli un motivo, aggiungi a favore di chi e un commento se lo sai, e premi ${b(say.lose.confirm)}. La fase in cui è stata persa è ricordata.`,
          `Un errore, o il cliente ritorna: ${b(say.act.reopen)} restituisce la fase, la probabilità e l’ammontare di prima.`,
        ],
      },
      {
        title: "Darle etichette",
        steps: [
          "Su una scheda, una riga o la pagina, premi L: scrivi parte di una parola per trovare un’etichetta, o una parola nuova per crearla. Maiuscole e accenti non contano.",
          `Un’etichetta è un filtro della pipeline e di ogni elenco: premi ${b(say.filter.add)}, poi ${b(tag.one)}. Anche clienti e contatti ne hanno.`,
          `Le etichette si rinominano, uniscono ed eliminano in ${b(settings.section.lists)}, per tutte le schede insieme; tutto si può annullare.`,
        ],
      },
      {
        title: "Aggiungere ciò che la tua agenzia vuole sapere",
        steps: [
          `Nelle impostazioni, sotto ${b(settings.section.fields)}, scegli ${b(custom.record.opportunity)}, ${b(custom.record.client)} o ${b(custom.record.contact)} e premi ${b(custom.add)}. Serve il diritto di modificare le impostazioni.`,
          `Dagli un ${b(custom.label)} e un ${b(custom.type)}; un elenco ha le sue ${b(custom.options)}. I campi dello stesso ${b(custom.group)} stanno insieme nella pagina.`,
          `Spunta ${b(custom.important)} per ciò che conta: è ricordato alla creazione, segnato ${b(custom.toComplete)} nella pagina, e ${b(say.filter.missingImportant)} trova dove manca. Non ferma mai nessuno.`,
          `Negli elenchi, ${b(custom.columns)} ne fa una colonna, e anche ${b(say.filter.add)} lo propone. I file di importazione ed esportazione lo contengono.`,
          `Un campo che ha dei valori non si elimina: ${b(custom.archive)} lo mette da parte e li conserva, ${b(custom.restore)} lo chiede di nuovo.`,
        ],
      },
      {
        title: "Lavorare su molte insieme",
        steps: [
          `In ${b(say.list)}, premi ${b(say.filter.add)} per tenere solo ciò che serve, e l’intestazione di una colonna per ordinare.`,
          "Spazio su una scheda o una riga mostra il record accanto, senza lasciare l’elenco: le frecce passano ai successivi, Invio lo apre, Esc chiude. Sulla sua pagina J e K percorrono l’elenco o la colonna da cui vieni.",
          "Premi un valore in una riga per cambiarlo sul posto: fase, partenza, ammontare, chiusura prevista, responsabile.",
          `Spunta delle righe: appare una barra per cambiare ${b(say.bulk.stage)}, ${b(say.bulk.manager)}, ${b(say.bulk.priority)} o ${b(tag.title)}, o per eliminare, tutto in una volta.`,
        ],
      },
      {
        title: "Conservare i suoi documenti",
        steps: [
          `In ${b(file.title)}, premi ${b(file.add)}, o trascina dei file ovunque sul pannello, anche più di uno. Ciascuno ha la sua riga finché non è arrivato.`,
          `Premi il nome di un’immagine o di un PDF per vederlo; ogni altro file si scarica. ${b(file.newVersion)}, nel suo menu, conserva la versione precedente, e ${b(file.versions)} la rimette in uso.`,
          `${b(file.rename)} e ${b(file.remove)} sono nello stesso menu. Quello che è stato eliminato resta sotto ${b(file.deleted)} per 30 giorni.`,
          "Il tipo di un file si legge dal contenuto: i programmi, i disegni con uno script e i nomi che indicano un altro tipo sono rifiutati.",
        ],
      },
      {
        title: "Conservare un modo di guardare",
        steps: [
          `I filtri in alto dicono che cosa si vede; ${b(view.advanced)} combina le condizioni: tutte, almeno una, gruppi nei gruppi, e date che seguono il calendario, come il prossimo trimestre.`,
          `${b(view.add)} conserva con un nome il filtro, l’ordine e la forma. I manager condividono una vista con un team o con tutti; ciascuno vede solo ciò a cui ha accesso.`,
          `Un punto accanto al nome indica una differenza: ${b(view.save)} la conserva, ${b(view.leave)} restituisce la vista com’era. Il tasto V apre il menu delle viste, con ciò che è da seguire.`,
          `Nel menu di una vista: ${b(view.opensFirst)}, ${b(view.pin)}. L’indirizzo contiene tutto: invialo, e si apre lo stesso elenco.`,
        ],
      },
    ],
    next: [
      `La pagina dell’opportunità tiene tutto nelle sue schede: ${b(say.tab.overview)}, ${b(say.tab.timeline)} con ogni modifica e il suo autore, le attività e i messaggi, e ${b(product.title)}, il cui totale può diventare l’ammontare.`,
      "Accanto al numero di opportunità aperte, il pipeline somma ogni colonna: l’ammontare, e l’ammontare ponderato con la probabilità. Un’opportunità di 10.000,00 al 40% conta per 4.000,00. Vinta conta per intero, persa per nulla.",
    ],
    questions: [
      {
        question: "Che differenza c’è tra un’opportunità e un preventivo?",
        answer:
          "L’opportunità è il progetto finché cerchi il cliente e tratti con lui. Un preventivo è il prezzo dettagliato presentato al cliente per quel progetto: un’opportunità può richiederne più di uno.",
      },
      {
        question: "Un cliente può avere più opportunità?",
        answer: "Sì, quante sono i progetti o le stagioni. Stanno insieme nella pagina del cliente.",
      },
      {
        question: "Che differenza c’è tra l’ammontare e l’obiettivo?",
        answer: `L’ammontare è ciò che vale il progetto così com’è: scritto a mano, o totale dei suoi prodotti. L’obiettivo è ciò che pensi possa raggiungere. Lo cambiano solo le persone, e ${b(product.amount.toObjective)} dice quanto manca.`,
      },
      {
        question: "Come dare una probabilità diversa da quella della fase?",
        answer: `Nella pagina, in ${b(say.panel.follow)}, premi ${b(say.field.probability)} e scrivila. Porta allora la nota ${b(say.pinned)} e nessun passaggio la cambia; ${b(say.release)} la restituisce alla fase.`,
      },
      {
        question: "Perché una scheda dice che è senza seguito?",
        answer: `Ogni fase ha un numero di giorni dopo i quali un’opportunità si raffredda. Un’attività svolta, un messaggio, un documento o un cambio di fase conta come seguito; un’attività pianificata no. Se aspetti il cliente, compila ${b(say.field.waitingUntil)} in ${b(say.panel.follow)}: fino a quel giorno la si lascia in pace.`,
      },
      {
        question: "Ne ho eliminata una per errore. È perduta?",
        answer: "No. Premi subito Z, o riapri il suo indirizzo: può essere ripristinata per 30 giorni.",
      },
    ],
    goodToKnow: [
      "Creala al primo contatto, anche se il progetto è vago. Ciò che manca è indicato, e si completa man mano che lo sai.",
      "Falla avanzare quando è successo davvero qualcosa: la previsione vale quanto valgono le fasi.",
      `Le fasi, le loro probabilità e i loro giorni si impostano in ${b(settings.section.pipelines)}, i motivi di perdita in ${b(settings.section.lists)}.`,
      "Due persone possono lavorare sulla stessa: ciò che cambia un collega appare da sé e, se avete modificato lo stesso campo, scegli quale tenere.",
    ],
  };
}
