import type { Words } from "#words/en.ts";
import type { dayHelp as en } from "#words/help/en/day.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function dayHelp({ shell, myDay: say, activity }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: shell.nav.home,
    summary: "La pagina con cui cominciare: ciò che è in ritardo, ciò che viene oggi, ciò che chiede uno sguardo.",
    context: [
      "Tutto ciò che vi si trova è tuo: le attività pianificate per te, le opportunità di cui sei responsabile, i messaggi che ti menzionano. Mostra ciò che i tuoi diritti lasciano vedere; una parte a cui non hai diritto non c’è.",
    ],
    objective: ["Sapere in un minuto che cosa fare, e non lasciare nulla indietro la sera."],
    where: [`${b(shell.nav.home)} è la prima voce del menu principale. G poi H vi porta da ogni schermata.`],
    steps: [
      {
        title: "Seguire la giornata",
        steps: [
          `Comincia da ciò che è in ritardo, in alto: fallo, o spostalo con ${b(activity.tomorrow)}; ${b(activity.postponeAll)} lo fa per tutto.`,
          `Segui la linea di oggi ora per ora: ${b(say.now)} dice a che punto sei, e ciò che non ha un’ora sta in fondo.`,
          "Spunta il cerchio quando è fatto: la riga resta un momento per poter tornare indietro, poi raggiunge le fermate passate.",
        ],
      },
      {
        title: "Seguire le tue opportunità",
        steps: [
          `Sotto ${b(say.toWatch)} ogni opportunità compare una volta, con il suo primo motivo: senza contatti da troppo tempo, chiusura prevista passata, senza prossima attività, incompleta.`,
          "Scegli un nome per aprirla, o un motivo per vederle tutte in elenco.",
        ],
      },
    ],
    next: [
      "Ciò che spunti è raccontato nella sua pagina, e l’opportunità non è più segnalata come ferma.",
      `Chi ti menziona con @ appare sotto ${b(say.mentions)}: la riga porta al messaggio.`,
    ],
    questions: [
      {
        question: "Perché un’opportunità non è tra quelle da tenere d’occhio?",
        answer: "Non è tua, oppure ha una prossima attività, un contatto recente e tutto ciò che le serve.",
      },
      {
        question: "Si può usare senza mouse?",
        answer: "Sì: le frecce percorrono le righe, X spunta, Invio apre, R rimanda a domani, A pianifica.",
      },
    ],
    goodToKnow: ["Un telefono mostra la stessa pagina nello stesso ordine, con la chiamata accanto a ogni riga in ritardo."],
  };
}
