import type { Words } from "#words/en.ts";
import type { peopleHelp as en } from "#words/help/en/people.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function peopleHelp({ people: say, settings }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: settings.section.people,
    summary: "Qui travaille ici, ce que chacun voit et peut faire, et qui est dans quelle équipe.",
    context: [
      `Chacun a un rôle, ${b(say.role.administrator)}, ${b(say.role.manager)}, ${b(say.role.seller)} ou ${b(say.role.reader)}, qui donne un droit sur chaque module : ${b(say.right.none)}, ${b(say.right.read)}, ${b(say.right.write)} ou ${b(say.right.delete)}, chacun avec ceux qui le précèdent. Chacun d’eux peut être réglé autrement pour une personne.`,
      "Les équipes disent de qui leurs membres voient les opportunités, quand leurs droits vont par équipe.",
    ],
    objective: ["Que chacun trouve ce avec quoi il travaille, et que personne ne voie ce qui ne le regarde pas."],
    where: [
      `Ouvrez les réglages, puis ${b(settings.section.people)} ou ${b(settings.section.teams)}.`,
      `Ils sont là pour qui a le droit ${b(say.user.users)}.`,
    ],
    steps: [
      {
        title: "Faire entrer quelqu’un",
        steps: [
          `Appuyez sur ${b(say.invite.button)}, indiquez l’e-mail, le rôle et les équipes.`,
          "Remettez le lien si aucun mail n’est parti : il se montre une fois et sert sept jours.",
        ],
      },
      {
        title: "Changer ce que quelqu’un peut faire",
        steps: [
          "Choisissez la personne dans la liste. Chaque ligne est un module : choisissez le droit, il vaut aussitôt.",
          `${b(say.user.scope)} dit si elle voit ses propres opportunités, celles de ses équipes, ou toutes.`,
          `${b(say.user.export)} et ${b(say.user.costs)} se règlent à part des modules.`,
          "Ce qui diffère du rôle est marqué et peut être rétabli. La liste à droite dit en phrases ce que la personne voit.",
        ],
      },
      {
        title: "Quand quelqu’un s’en va",
        steps: [
          `Appuyez sur ${b(say.user.deactivate)} et dites qui reprend les opportunités ouvertes.`,
          "La personne est aussitôt déconnectée. Rien de ce qu’elle a fait n’est supprimé.",
        ],
      },
    ],
    next: [
      "Un changement de droits vaut dès le geste suivant de la personne, aussi dans la fenêtre ouverte.",
      `Les derniers changements figurent sous ${b(say.user.changes)}, avec leur auteur.`,
    ],
    questions: [
      {
        question: "Pourquoi ne puis-je pas m’enlever un droit ?",
        answer: "Il faut que quelqu’un puisse gérer les utilisateurs : le dernier qui le peut garde ce droit.",
      },
      {
        question: "Quelqu’un ne voit pas une opportunité. Pourquoi ?",
        answer: `Regardez ${b(say.user.scope)} et les équipes : la personne la voit si elle la gère, si son équipe est la sienne, ou si elle voit tout.`,
      },
    ],
    goodToKnow: ["Donnez le rôle qui va le mieux et ne changez de droits qu’au besoin : la liste dit combien diffèrent."],
  };
}
