import type { Words } from "#words/en.ts";
import type { contactsHelp as en } from "#words/help/en/contacts.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function contactsHelp({ client, common, contact: say, opportunity, people, tag }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Le persone con cui parli: chi decide, chi accompagna il gruppo, chi paga, chi viaggia.",
    context: [
      "Un contatto è una persona: la responsabile dei viaggi di un’azienda, il presidente di un circolo, l’insegnante che accompagna una classe, un viaggiatore. Un contatto può appartenere a un cliente o a più clienti, con un ruolo presso ciascuno; il cliente resta l’ente che porta il progetto.",
      "I dati personali stanno qui, e solo qui. Chi non ha diritti sui contatti non vede da nessuna parte il nome, il numero o l’indirizzo di una persona.",
    ],
    objective: ["Raggiungere la persona giusta al numero giusto, conoscerne il ruolo e rispettare ciò che ha accettato di ricevere."],
    where: [
      `Apri ${b(say.title)} nel menu principale.`,
      "Se la voce non è nel tuo menu, non hai il diritto di vedere i contatti: un amministratore può darlo.",
    ],
    steps: [
      {
        title: "Creare un contatto",
        steps: [
          `Premi ${b(say.new)} sopra l’elenco, o aggiungi la persona dalla pagina di un cliente o di un’opportunità.`,
          `Compila ${b(say.field.firstName)} o ${b(say.field.lastName)}: ne basta uno. Poi ${b(say.field.email)}, ${b(say.field.phone)}, ${b(say.field.address)}, ${b(say.field.gender)}, ${b(say.field.language)}.`,
          "Se qualcuno ha la stessa e-mail, lo stesso telefono o un nome simile, viene mostrato prima che tu lo crei due volte.",
          `Premi ${b(say.create.submit)}.`,
        ],
      },
      {
        title: "Registrare la risposta alla newsletter",
        steps: [
          `Nella pagina del contatto, accanto a ${b(say.field.newsletter)}, premi ${b(say.newsletter.change)}.`,
          `Scegli ${b(say.newsletter.yes)} o ${b(say.newsletter.no)}, e scrivi in ${b(say.newsletter.origin)} come è arrivata la risposta: un modulo, una telefonata, una fiera.`,
          `Premi ${b(common.save)}. La risposta è conservata con il suo giorno, per poterla mostrare in seguito.`,
        ],
      },
      {
        title: "Collegare a dei clienti",
        steps: [
          `Nella pagina del contatto, in ${b(say.panel.clients)}, premi ${b(say.clients.add)}.`,
          `Scegli il cliente e il ruolo presso di lui: ${b(say.role.decisionMaker)}, ${b(say.role.leader)}, ${b(say.role.traveller)}, ${b(say.role.billing)}.`,
          `${b(say.makeMain)}, nel menu della riga, dice chi chiamare per primo. Per chi se n’è andato, scegli ${b(say.role.former)}: la sua storia resta.`,
        ],
      },
    ],
    next: [
      "Il contatto può essere scelto nelle opportunità dei suoi clienti e in altre; il primo contatto di un’opportunità ne è il principale. Le attività nominano la persona da chiamare, con il numero.",
      `Premi ${b(say.act.call)} o ${b(say.act.write)} nella pagina; ${b(say.act.card)} dà un file per la rubrica del tuo telefono.`,
    ],
    questions: [
      {
        question: "Che differenza c’è tra un contatto e un cliente?",
        answer:
          "Un contatto è una persona. Un cliente è l’ente (azienda, associazione, scuola, famiglia) che porta il progetto di viaggio e a cui si fattura.",
      },
      {
        question: "Un contatto può appartenere a più clienti?",
        answer: "Sì, con un ruolo presso ciascuno. Un cliente ha un contatto principale tra i suoi.",
      },
      {
        question: "Perché la newsletter dice che a qualcuno non è mai stato chiesto?",
        answer: `Il silenzio non è un consenso. Una persona è ${b(say.newsletter.subscribed)} solo dopo averlo detto, e la pagina indica quando e dove. Fino ad allora è ${b(say.newsletter.unknown)}, e l’elenco si filtra così.`,
      },
      {
        question: "Chi può vedere i contatti?",
        answer: `Chi ha almeno il diritto ${b(people.right.read)} sui contatti. Con ${b(people.right.write)} li si crea e li si cambia, con ${b(people.right.delete)} li si elimina anche.`,
      },
    ],
    goodToKnow: [
      "Correggi un numero o un indirizzo appena lo sai: premi il valore, scrivi, Invio.",
      "Scrivi nelle note ciò che aiuta un collega a chiamare, nulla che la persona non debba leggere.",
      `Un contatto eliminato può essere ripristinato per 30 giorni: ${b(say.deletedOnly)}, tra i filtri.`,
      `I clienti hanno un telefono e un’e-mail propri, in ${b(client.title)}: quelli dell’ente, non di una persona.`,
      `${b(tag.title)}, con il tasto L, e i campi della tua agenzia stanno nella pagina, filtrano l’elenco e ne sono colonne; sono spiegati in ${b(opportunity.title)}.`,
    ],
  };
}
