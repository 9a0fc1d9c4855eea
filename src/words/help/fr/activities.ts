import type { Words } from "#words/en.ts";
import type { activitiesHelp as en } from "#words/help/en/activities.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function activitiesHelp({ activity: say, message, opportunity, settings, shell }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Ce qui est à faire et ce qui a été fait, et ce que les collègues s’écrivent.",
    context: [
      `Une activité est de l’un de ces types : ${b(say.kind.call)}, ${b(say.kind.visit)}, ${b(say.kind.meeting)}, ${b(say.kind.mail)}, ${b(say.kind.task)} ou ${b(say.kind.deadline)}, prévue pour un jour ou déjà faite. Elle appartient à une opportunité, à un client ou à un contact. Les messages sont des notes entre collègues sur les mêmes fiches ; les clients ne les voient jamais.`,
    ],
    objective: ["N’oublier personne : chaque projet a une suite, et ce qui a été dit peut se relire."],
    where: [
      `Ouvrez ${b(say.title)} dans le menu principal pour tout ce qui est à vous ou à tous, ou les onglets ${b(say.title)} et ${b(message.title)} sur la page d’une opportunité, d’un client ou d’un contact.`,
      "Si l’entrée n’est pas dans votre menu, vous n’avez pas le droit de voir les activités : un administrateur peut le donner.",
    ],
    steps: [
      {
        title: "Prévoir",
        steps: [
          `Sur une fiche, appuyez sur ${b(say.planShort)} ou sur la touche A.`,
          `Choisissez ${b(say.field.kind)}, remplissez ${b(say.field.title)}, puis ${b(say.field.dueOn)}, ${b(say.field.assignee)} et, si vous voulez, une heure et un rappel par mail.`,
          "Si le jour dépasse la limite de l’étape, attendre jusque-là est proposé : l’opportunité ne paraît pas sans suite entre-temps.",
        ],
      },
      {
        title: "Faire",
        steps: [
          `Cochez le rond d’une ligne : elle passe dans ${b(say.justDone)}, où vous pouvez noter le résultat et appuyer sur ${b(say.planNext)}.`,
          `Ce qui n’était pas prévu se note avec ${b(say.logShort)}.`,
          `Dans le menu d’une ligne, ${b(say.tomorrow)} et ${b(say.monday)} la reportent ; ${b(say.postponeAll)} le fait pour toutes celles en retard.`,
        ],
      },
      {
        title: "Écrire aux collègues",
        steps: [
          `Dans l’onglet ${b(message.title)}, écrivez, et tapez @ pour mentionner quelqu’un qui peut voir la fiche.`,
          `Appuyez sur ${b(message.send)}, ou sur Ctrl et Entrée. ${b(message.pin)}, dans son menu, garde un message en tête.`,
        ],
      },
    ],
    next: [
      `La prochaine activité prévue se lit sur la carte de l’opportunité et sur sa page, sous ${b(say.next)}. Celles en retard viennent en premier dans la liste.`,
      "Une activité faite et un message comptent comme une suite, et la chronologie les raconte.",
      `Qui est mentionné, reçoit une activité ou arrive à un rappel le trouve sous la cloche, et par e-mail s’il le souhaite : ${b(settings.section.notifications)}, dans ${b(shell.nav.settings)}, dit où chaque chose est annoncée. Sous la cloche se trouve aussi ce que vous avez fait vous-même ces 30 derniers jours, à annuler une par une.`,
    ],
    questions: [
      {
        question: "Une activité prévue empêche-t-elle une opportunité de refroidir ?",
        answer: `Non, seul ce qui est fait compte. Pour la laisser en paix jusqu’à un jour, utilisez ${b(opportunity.field.waitingUntil)} sur sa page.`,
      },
      {
        question: "J’ai coché la mauvaise ligne. Que faire ?",
        answer: "Cochez-la de nouveau, ou appuyez sur Z : elle est prévue comme avant.",
      },
      {
        question: "Un message peut-il être modifié ?",
        answer: `Oui, par son auteur : ${b(message.edit)} dans son menu. Il en porte alors la mention, et ses anciens textes restent lisibles.`,
      },
    ],
    goodToKnow: [
      "Notez le résultat en quelques mots pendant que vous l’avez en tête.",
      "Finissez chaque appel en prévoyant la suite : le pipeline montre ce qui n’en a pas.",
    ],
  };
}
