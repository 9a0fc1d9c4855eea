import type { Words } from "#words/en.ts";
import type { contactsHelp as en } from "#words/help/en/contacts.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function contactsHelp({ client, common, contact: say, opportunity, people, tag }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Les personnes à qui vous parlez : qui décide, qui accompagne le groupe, qui paie, qui voyage.",
    context: [
      "Un contact est une personne : la responsable des voyages d’une entreprise, le président d’un club, l’enseignante qui accompagne une classe, un voyageur. Un contact peut appartenir à un client ou à plusieurs, avec un rôle chez chacun ; le client reste l’entité qui porte le projet.",
      "Les données personnelles se trouvent ici, et seulement ici. Qui n’a pas de droit sur les contacts ne voit nulle part le nom, le numéro ou l’adresse d’une personne.",
    ],
    objective: ["Joindre la bonne personne au bon numéro, connaître son rôle, et respecter ce qu’elle a accepté de recevoir."],
    where: [
      `Ouvrez ${b(say.title)} dans le menu principal.`,
      "Si l’entrée n’est pas dans votre menu, vous n’avez pas le droit de voir les contacts : un administrateur peut le donner.",
    ],
    steps: [
      {
        title: "Créer un contact",
        steps: [
          `Appuyez sur ${b(say.new)} au-dessus de la liste, ou ajoutez la personne depuis la page d’un client ou d’une opportunité.`,
          `Remplissez ${b(say.field.firstName)} ou ${b(say.field.lastName)} : l’un des deux suffit. Puis ${b(say.field.email)}, ${b(say.field.phone)}, ${b(say.field.address)}, ${b(say.field.gender)}, ${b(say.field.language)}.`,
          "Si quelqu’un a le même e-mail, le même téléphone ou un nom proche, il est montré avant que vous le créiez deux fois.",
          `Appuyez sur ${b(say.create.submit)}.`,
        ],
      },
      {
        title: "Noter la réponse à la newsletter",
        steps: [
          `Sur la page du contact, à côté de ${b(say.field.newsletter)}, appuyez sur ${b(say.newsletter.change)}.`,
          `Choisissez ${b(say.newsletter.yes)} ou ${b(say.newsletter.no)}, et dites dans ${b(say.newsletter.origin)} comment la réponse est venue : un formulaire, un appel, un salon.`,
          `Appuyez sur ${b(common.save)}. La réponse est gardée avec son jour, pour pouvoir la montrer plus tard.`,
        ],
      },
      {
        title: "Relier à des clients",
        steps: [
          `Sur la page du contact, dans ${b(say.panel.clients)}, appuyez sur ${b(say.clients.add)}.`,
          `Choisissez le client et le rôle chez lui : ${b(say.role.decisionMaker)}, ${b(say.role.leader)}, ${b(say.role.traveller)}, ${b(say.role.billing)}.`,
          `${b(say.makeMain)}, dans le menu de la ligne, dit qui appeler en premier. Pour quelqu’un qui est parti, choisissez ${b(say.role.former)} : son histoire reste.`,
        ],
      },
    ],
    next: [
      "Le contact peut être choisi dans les opportunités de ses clients et dans d’autres ; le premier contact d’une opportunité en est le principal. Les activités nomment la personne à appeler, avec son numéro.",
      `Appuyez sur ${b(say.act.call)} ou sur ${b(say.act.write)} dans la page ; ${b(say.act.card)} donne un fichier pour le carnet d’adresses de votre téléphone.`,
    ],
    questions: [
      {
        question: "Quelle différence entre un contact et un client ?",
        answer:
          "Un contact est une personne. Un client est l’entité (entreprise, association, école, famille) qui porte le projet de voyage et à qui l’on facture.",
      },
      {
        question: "Un contact peut-il appartenir à plusieurs clients ?",
        answer: "Oui, avec un rôle chez chacun. Un client a un contact principal parmi les siens.",
      },
      {
        question: "Pourquoi la newsletter dit-elle que quelqu’un n’a jamais été interrogé ?",
        answer: `Le silence ne vaut pas accord. Une personne est ${b(say.newsletter.subscribed)} seulement après l’avoir dit, et la page indique quand et où. Jusque-là elle est ${b(say.newsletter.unknown)}, et la liste se filtre ainsi.`,
      },
      {
        question: "Qui peut voir les contacts ?",
        answer: `Qui a au moins le droit ${b(people.right.read)} sur les contacts. Avec ${b(people.right.write)} on peut en créer et les modifier, avec ${b(people.right.delete)} aussi les supprimer.`,
      },
    ],
    goodToKnow: [
      "Corrigez un numéro ou une adresse dès que vous l’apprenez : appuyez sur la valeur, saisissez, Entrée.",
      "Écrivez dans les notes ce qui aide un collègue à appeler, rien que la personne ne devrait lire.",
      `Un contact supprimé peut être rétabli pendant 30 jours : ${b(say.deletedOnly)}, parmi les filtres.`,
      `Les clients ont leur propre téléphone et leur propre e-mail, dans ${b(client.title)} : ceux de la maison, non d’une personne.`,
      `${b(tag.title)}, avec la touche L, et les champs de votre agence figurent sur la page, filtrent la liste et en sont des colonnes ; ils sont expliqués dans ${b(opportunity.title)}.`,
    ],
  };
}
