import type { Words } from "#words/en.ts";
import type { peopleHelp as en } from "#words/help/en/people.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function peopleHelp({ people: say, settings }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: settings.section.people,
    summary: "Chi lavora qui, che cosa ciascuno vede e può fare, e chi è in quale team.",
    context: [
      `Ciascuno ha un ruolo, ${b(say.role.administrator)}, ${b(say.role.manager)}, ${b(say.role.seller)} o ${b(say.role.reader)}, che dà un diritto su ogni modulo: ${b(say.right.none)}, ${b(say.right.read)}, ${b(say.right.write)} o ${b(say.right.delete)}, ognuno con quelli che lo precedono. Ognuno può essere impostato diversamente per una persona.`,
      "I team dicono di chi i loro membri vedono le opportunità, quando i loro diritti vanno per team.",
    ],
    objective: ["Che ciascuno trovi ciò con cui lavora, e che nessuno veda ciò che non lo riguarda."],
    where: [
      `Apri le impostazioni, poi ${b(settings.section.people)} o ${b(settings.section.teams)}.`,
      `Ci sono per chi ha il diritto ${b(say.user.users)}.`,
    ],
    steps: [
      {
        title: "Far entrare qualcuno",
        steps: [
          `Premi ${b(say.invite.button)}, indica l’e-mail, il ruolo e i team.`,
          "Consegna il link se non è partito alcun mail: si mostra una volta e vale sette giorni.",
        ],
      },
      {
        title: "Cambiare ciò che qualcuno può fare",
        steps: [
          "Scegli la persona nell’elenco. Ogni riga è un modulo: scegli il diritto, vale subito.",
          `${b(say.user.scope)} dice se vede le proprie opportunità, quelle dei suoi team, o tutte.`,
          `${b(say.user.export)} e ${b(say.user.costs)} stanno a parte dai moduli.`,
          "Ciò che differisce dal ruolo è segnato e si può ripristinare. L’elenco a destra dice in frasi che cosa vede la persona.",
        ],
      },
      {
        title: "Quando qualcuno se ne va",
        steps: [
          `Premi ${b(say.user.deactivate)} e di’ chi riprende le opportunità aperte.`,
          "La persona è subito disconnessa. Nulla di ciò che ha fatto è eliminato.",
        ],
      },
    ],
    next: [
      "Un cambiamento dei diritti vale dal gesto successivo della persona, anche nella finestra aperta.",
      `Gli ultimi cambiamenti stanno sotto ${b(say.user.changes)}, con chi li ha fatti.`,
    ],
    questions: [
      {
        question: "Perché non posso togliermi un diritto?",
        answer: "Qualcuno deve poter gestire gli utenti: l’ultimo che lo può mantiene quel diritto.",
      },
      {
        question: "Qualcuno non vede un’opportunità. Perché?",
        answer: `Guarda ${b(say.user.scope)} e i team: la vede se ne è responsabile, se il suo team è il proprio, o se vede tutto.`,
      },
    ],
    goodToKnow: ["Dai il ruolo che si adatta meglio e cambia singoli diritti solo dove serve: l’elenco dice quanti differiscono."],
  };
}
