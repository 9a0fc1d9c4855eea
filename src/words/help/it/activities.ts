import type { Words } from "#words/en.ts";
import type { activitiesHelp as en } from "#words/help/en/activities.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function activitiesHelp({ activity: say, message, opportunity, settings, shell }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Ciò che è da fare e ciò che è stato fatto, e ciò che i colleghi si scrivono.",
    context: [
      `Un’attività è di uno di questi tipi: ${b(say.kind.call)}, ${b(say.kind.visit)}, ${b(say.kind.meeting)}, ${b(say.kind.mail)}, ${b(say.kind.task)} o ${b(say.kind.deadline)}, pianificata per un giorno o già svolta. Appartiene a un’opportunità, a un cliente o a un contatto. I messaggi sono note tra colleghi sugli stessi elementi; i clienti non li vedono mai.`,
    ],
    objective: ["Non dimenticare nessuno: ogni progetto ha un passo successivo, e ciò che si è detto si può rileggere."],
    where: [
      `Apri ${b(say.title)} nel menu principale per tutto ciò che è tuo o di tutti, o le schede ${b(say.title)} e ${b(message.title)} nella pagina di un’opportunità, di un cliente o di un contatto.`,
      "Se la voce non è nel tuo menu, non hai il diritto di vedere le attività: un amministratore può darlo.",
    ],
    steps: [
      {
        title: "Pianificare",
        steps: [
          `In una pagina, premi ${b(say.planShort)} o il tasto A.`,
          `Scegli ${b(say.field.kind)}, compila ${b(say.field.title)}, poi ${b(say.field.dueOn)}, ${b(say.field.assignee)} e, se vuoi, un’ora e un promemoria per mail.`,
          "Se il giorno supera il limite della fase, si propone di aspettare fino ad allora: nel frattempo l’opportunità non appare senza seguito.",
        ],
      },
      {
        title: "Svolgere",
        steps: [
          `Spunta il cerchio di una riga: passa in ${b(say.justDone)}, dove puoi scrivere l’esito e premere ${b(say.planNext)}.`,
          `Ciò che non era pianificato si annota con ${b(say.logShort)}.`,
          `Nel menu di una riga, ${b(say.tomorrow)} e ${b(say.monday)} la rinviano; ${b(say.postponeAll)} lo fa per tutte quelle in ritardo.`,
        ],
      },
      {
        title: "Scrivere ai colleghi",
        steps: [
          `Nella scheda ${b(message.title)}, scrivi, e digita @ per menzionare qualcuno che può vedere la pagina.`,
          `Premi ${b(message.send)}, o Ctrl e Invio. ${b(message.pin)}, nel suo menu, tiene un messaggio in cima.`,
        ],
      },
    ],
    next: [
      `La prossima attività pianificata si legge sulla scheda dell’opportunità e nella sua pagina, sotto ${b(say.next)}. Quelle in ritardo vengono per prime nell’elenco.`,
      "Un’attività svolta e un messaggio contano come seguito, e la cronologia li racconta.",
      `Chi è menzionato, riceve un’attività o arriva a un promemoria lo trova sotto la campanella, e per e-mail se vuole: ${b(settings.section.notifications)}, in ${b(shell.nav.settings)}, dice dove viene detta ogni cosa. Sotto la campanella c’è anche ciò che hai fatto tu negli ultimi 30 giorni, da annullare una cosa per volta.`,
    ],
    questions: [
      {
        question: "Un’attività pianificata impedisce a un’opportunità di raffreddarsi?",
        answer: `No, conta solo ciò che è svolto. Per lasciarla in pace fino a un giorno, usa ${b(opportunity.field.waitingUntil)} nella sua pagina.`,
      },
      {
        question: "Ho spuntato la riga sbagliata. Che cosa faccio?",
        answer: "Spuntala di nuovo, o premi Z: è pianificata come prima.",
      },
      {
        question: "Un messaggio può essere modificato?",
        answer: `Sì, dal suo autore: ${b(message.edit)} nel suo menu. Ne porta allora il segno, e i testi di prima restano leggibili.`,
      },
    ],
    goodToKnow: [
      "Annota l’esito in poche parole finché lo hai in mente.",
      "Chiudi ogni telefonata pianificando il passo successivo: il pipeline mostra ciò che non ne ha.",
    ],
  };
}
