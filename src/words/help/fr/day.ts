import type { Words } from "#words/en.ts";
import type { dayHelp as en } from "#words/help/en/day.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function dayHelp({ shell, myDay: say, activity }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: shell.nav.home,
    summary: "La page par laquelle commencer : ce qui est en retard, ce qui vient aujourd’hui, ce qui demande un regard.",
    context: [
      "Tout ce qui s’y trouve est à vous : les activités prévues pour vous, les opportunités que vous gérez, les messages qui vous mentionnent. Elle montre ce que vos droits laissent voir ; une partie à laquelle vous n’avez pas droit n’y est pas.",
    ],
    objective: ["Savoir en une minute quoi faire, et ne rien laisser derrière soi le soir."],
    where: [`${b(shell.nav.home)} est la première entrée du menu principal. G puis H y mène depuis tout écran.`],
    steps: [
      {
        title: "Suivre la journée",
        steps: [
          `Commencez par ce qui est en retard, en haut : faites-le, ou reportez-le avec ${b(activity.tomorrow)} ; ${b(activity.postponeAll)} le fait pour tout.`,
          `Suivez la ligne du jour, heure par heure : ${b(say.now)} dit où vous en êtes, et ce qui n’a pas d’heure se trouve au bout.`,
          "Cochez le rond quand c’est fait : la ligne reste un instant pour pouvoir revenir en arrière, puis rejoint les arrêts passés.",
        ],
      },
      {
        title: "Veiller sur vos opportunités",
        steps: [
          `Sous ${b(say.toWatch)}, chaque opportunité figure une fois, avec sa première raison : sans échange depuis trop longtemps, clôture prévue passée, sans prochaine activité, incomplète.`,
          "Choisissez un nom pour l’ouvrir, ou une raison pour les voir toutes en liste.",
        ],
      },
    ],
    next: [
      "Ce que vous cochez est raconté sur sa fiche, et l’opportunité n’est plus signalée sans suite.",
      `Qui vous mentionne avec @ apparaît sous ${b(say.mentions)} : la ligne mène au message.`,
    ],
    questions: [
      {
        question: "Pourquoi une opportunité n’est-elle pas à surveiller ?",
        answer: "Elle n’est pas à vous, ou elle a une prochaine activité, un échange récent et tout ce qu’il lui faut.",
      },
      {
        question: "Peut-on s’en servir sans la souris ?",
        answer: "Oui : les flèches parcourent les lignes, X coche, Entrée ouvre, R reporte à demain, A planifie.",
      },
    ],
    goodToKnow: ["Un téléphone montre la même page dans le même ordre, avec l’appel à côté de chaque ligne en retard."],
  };
}
