import type { Words } from "#words/en.ts";
import type { clientsHelp as en } from "#words/help/en/clients.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function clientsHelp({ activity, client: say, contact, message, opportunity, tag, view }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Chi porta i progetti di viaggio e a chi si fattura: un CRAL, una scuola, una famiglia.",
    context: [
      "Un cliente è l’ente dietro un progetto di viaggio: un’azienda, un’associazione, una scuola, un gruppo di amici, una coppia. Porta il progetto ed è a lui che si fattura. Le persone con cui parli presso un cliente sono contatti, tenuti a parte: una persona può cambiare lavoro, o seguire i progetti di due clienti.",
      `Un cliente è ${b(say.status.prospect)} o ${b(say.status.client)}. Puoi tenere clienti potenziali, chiamarli e prendere note su di loro molto prima che ci sia un progetto.`,
    ],
    objective: [
      "Trovare in una sola pagina tutto ciò che l’agenzia sa di un cliente: la scheda, le persone, i progetti e ciò che si è detto.",
    ],
    where: [
      `Apri ${b(say.title)} nel menu principale.`,
      "Se la voce non è nel tuo menu, non hai il diritto di vedere i clienti: un amministratore può darlo.",
    ],
    steps: [
      {
        title: "Creare un cliente",
        steps: [
          `Premi ${b(say.new)} sopra l’elenco. Un cliente si crea anche mentre crei un’opportunità.`,
          `Dagli un nome: nient’altro è obbligatorio. ${b(say.field.kind)} dice che sorta di cliente è, ${b(say.field.manager)} chi se ne occupa.`,
          "Se un cliente somiglia a quello che scrivi, viene mostrato prima che tu lo crei due volte.",
          `Premi ${b(say.create.submit)}.`,
        ],
      },
      {
        title: "Cambiare ciò che si sa",
        steps: [
          `Nella sua pagina, premi un valore di ${b(say.panel.record)}, o il tasto E, e scrivi. Invio lo conserva; non c’è altro da salvare.`,
          `${b(say.field.legalName)}, ${b(say.field.registrationNumber)}, ${b(say.field.vatNumber)} e ${b(say.field.address)} sono ciò che serve a una fattura.`,
        ],
      },
      {
        title: "Aggiungere le sue persone e i suoi progetti",
        steps: [
          `In ${b(say.panel.contacts)}, premi ${b(say.contacts.add)}: scegli una persona, o scrivi un nome per crearla, con il ruolo presso questo cliente.`,
          `Premi ${b(say.newOpportunity)} per iniziare un progetto: il cliente è già compilato.`,
        ],
      },
      {
        title: "Tenere un modo di guardare",
        steps: [
          `I filtri in alto dicono che cosa si vede; ${b(view.advanced)} combina condizioni, anche sui campi della tua agenzia, e con date che seguono il calendario.`,
          `Premi ${b(view.add)} per tenere filtro, ordine e colonne sotto un nome; nel suo menu, ${b(view.pin)}. Il tasto V le apre tutte, anche quelle già pronte. L’elenco dei contatti ha le sue.`,
        ],
      },
      {
        title: "Modificarne più insieme",
        steps: [
          `Spunta delle righe, o premi X su una riga; Ctrl A le prende tutte. Una barra dà loro ${b(say.field.manager)}, ${b(say.field.kind)}, ${b(say.field.status)} o ${b(tag.title)}, o le elimina, tutto in una volta, che Z annulla.`,
        ],
      },
    ],
    next: [
      `La pagina mostra le opportunità aperte, vinte e perse del cliente, con le loro cifre. Le sue schede tengono la storia: ${b(say.tab.timeline)} riunisce ciò che è accaduto al cliente e alle sue opportunità, ${b(activity.title)} e ${b(message.title)} ciò che è pianificato e ciò che i colleghi hanno scritto.`,
      "I numeri di telefono e gli indirizzi e-mail si premono per chiamare o per scrivere.",
    ],
    questions: [
      {
        question: "Che differenza c’è tra un cliente e un contatto?",
        answer:
          "Un cliente è un ente che porta progetti e a cui si fattura. Un contatto è una persona: qualcuno che decide, accompagna, paga o viaggia.",
      },
      {
        question: "Una famiglia o un viaggiatore solo: cliente o contatto?",
        answer:
          "Entrambi. Crea un cliente del tipo adatto e aggiungi la persona come contatto. Il progetto e la fattura restano presso il cliente.",
      },
      {
        question: "Perché questo cliente non può essere eliminato?",
        answer: "Perché delle opportunità gli appartengono. Dalle a un altro cliente, o eliminale prima.",
      },
      {
        question: "Come ritrovo un cliente?",
        answer: `Scrivi una parte del suo nome in ${b(say.search)}; accenti e maiuscole non contano. Accanto ci sono i filtri per tipo, stato, responsabile e paese.`,
      },
    ],
    goodToKnow: [
      "Un cliente per un ente: due con lo stesso nome dividono in due la sua storia.",
      `${b(say.deletedOnly)}, tra i filtri, mostra ciò che è stato eliminato: si può ripristinare per 30 giorni.`,
      `L’elenco che vedi si porta via con ${b(say.export)}, se ne hai il diritto; si esporta ciò che i filtri tengono.`,
      `${b(tag.title)}, con il tasto L, e i campi della tua agenzia stanno nella pagina, filtrano l’elenco e ne sono colonne; sono spiegati in ${b(opportunity.title)}.`,
      `Le risposte alla newsletter stanno sulle persone, in ${b(contact.title)}, mai sul cliente.`,
    ],
  };
}
