import type { Words } from "#words/en.ts";
import type { clientsHelp as en } from "#words/help/en/clients.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function clientsHelp({ activity, client: say, contact, message, opportunity, tag, view }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Qui porte les projets de voyage et à qui l’on facture : un comité d’entreprise, une école, une famille.",
    context: [
      "Un client est l’entité derrière un projet de voyage : une entreprise, une association, une école, un groupe d’amis, un couple. Il porte le projet et c’est à lui que l’on facture. Les personnes à qui vous parlez chez un client sont des contacts, tenus à part : une personne peut changer d’employeur, ou mener les projets de deux clients.",
      `Un client est ${b(say.status.prospect)} ou ${b(say.status.client)}. Vous pouvez garder des prospects, les appeler et prendre des notes sur eux bien avant qu’il y ait un projet.`,
    ],
    objective: [
      "Trouver sur une seule page tout ce que l’agence sait d’un client : sa fiche, ses personnes, ses projets et ce qui a été dit.",
    ],
    where: [
      `Ouvrez ${b(say.title)} dans le menu principal.`,
      "Si l’entrée n’est pas dans votre menu, vous n’avez pas le droit de voir les clients : un administrateur peut le donner.",
    ],
    steps: [
      {
        title: "Créer un client",
        steps: [
          `Appuyez sur ${b(say.new)} au-dessus de la liste. Un client se crée aussi pendant la création d’une opportunité.`,
          `Donnez son nom : rien d’autre n’est obligatoire. ${b(say.field.kind)} dit quelle sorte de client c’est, ${b(say.field.manager)} qui s’en occupe.`,
          "Si un client ressemble à celui que vous saisissez, il est montré avant que vous le créiez deux fois.",
          `Appuyez sur ${b(say.create.submit)}.`,
        ],
      },
      {
        title: "Modifier ce que l’on sait",
        steps: [
          `Sur sa page, appuyez sur une valeur de ${b(say.panel.record)}, ou sur la touche E, et saisissez. Entrée la garde ; rien d’autre n’est à enregistrer.`,
          `${b(say.field.legalName)}, ${b(say.field.registrationNumber)}, ${b(say.field.vatNumber)} et ${b(say.field.address)} sont ce qu’il faut à une facture.`,
        ],
      },
      {
        title: "Ajouter ses personnes et ses projets",
        steps: [
          `Dans ${b(say.panel.contacts)}, appuyez sur ${b(say.contacts.add)} : choisissez une personne, ou saisissez un nom pour la créer, avec son rôle chez ce client.`,
          `Appuyez sur ${b(say.newOpportunity)} pour commencer un projet : le client est déjà rempli.`,
        ],
      },
      {
        title: "Garder une façon de regarder",
        steps: [
          `Les puces disent ce qui est montré ; ${b(view.advanced)} combine des conditions, sur les champs de votre agence aussi, et avec des dates qui suivent le calendrier.`,
          `Appuyez sur ${b(view.add)} pour garder filtre, ordre et colonnes sous un nom ; dans son menu, ${b(view.pin)}. La touche V les ouvre toutes, y compris celles qui sont toutes prêtes. La liste des contacts a les siennes.`,
        ],
      },
      {
        title: "Modifier plusieurs à la fois",
        steps: [
          `Cochez des lignes, ou appuyez sur X sur une ligne ; Ctrl A les prend toutes. Une barre leur donne ${b(say.field.manager)}, ${b(say.field.kind)}, ${b(say.field.status)} ou ${b(tag.title)}, ou les supprime, le tout en une fois, que Z annule.`,
        ],
      },
    ],
    next: [
      `La page montre les opportunités ouvertes, gagnées et perdues du client, avec leurs chiffres. Ses onglets gardent l’histoire : ${b(say.tab.timeline)} réunit ce qui est arrivé au client et à ses opportunités, ${b(activity.title)} et ${b(message.title)} ce qui est prévu et ce que les collègues ont écrit.`,
      "Les numéros de téléphone et les adresses e-mail s’ouvrent d’un appui, pour appeler ou pour écrire.",
    ],
    questions: [
      {
        question: "Quelle différence entre un client et un contact ?",
        answer:
          "Un client est une entité qui porte des projets et à qui l’on facture. Un contact est une personne : quelqu’un qui décide, accompagne, paie ou voyage.",
      },
      {
        question: "Une famille ou un voyageur seul : client ou contact ?",
        answer:
          "Les deux. Créez un client du type qui convient, et ajoutez la personne comme contact. Le projet et la facture restent chez le client.",
      },
      {
        question: "Pourquoi ce client ne peut-il pas être supprimé ?",
        answer: "Parce que des opportunités lui appartiennent. Donnez-les à un autre client, ou supprimez-les d’abord.",
      },
      {
        question: "Comment retrouver un client ?",
        answer: `Saisissez une partie de son nom dans ${b(say.search)} ; les accents et les majuscules n’importent pas. Les filtres par type, statut, gestionnaire et pays se trouvent à côté.`,
      },
    ],
    goodToKnow: [
      "Un client pour une entité : deux du même nom partagent son histoire en deux.",
      `${b(say.deletedOnly)}, parmi les filtres, montre ce qui a été supprimé : on peut le rétablir pendant 30 jours.`,
      `La liste affichée s’emporte avec ${b(say.export)}, si vous avez ce droit ; est exporté ce que les filtres gardent.`,
      `${b(tag.title)}, avec la touche L, et les champs de votre agence figurent sur la page, filtrent la liste et en sont des colonnes ; ils sont expliqués dans ${b(opportunity.title)}.`,
      `Les réponses à la newsletter sont gardées sur les personnes, dans ${b(contact.title)}, jamais sur le client.`,
    ],
  };
}
