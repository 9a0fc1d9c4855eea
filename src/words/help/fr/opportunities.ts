import type { Words } from "#words/en.ts";
import type { opportunitiesHelp as en } from "#words/help/en/opportunities.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function opportunitiesHelp({
  customField: custom,
  document: file,
  opportunity: say,
  product,
  settings,
  shell,
  tag,
  view,
}: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Un projet de voyage, du premier appel au voyage confirmé ou au projet abandonné.",
    context: [
      "Une opportunité est un projet de voyage auquel quelqu’un réfléchit : un comité d’entreprise qui veut Naples en juin, une école qui demande une semaine à Berlin. On la suit du premier échange jusqu’à la confirmation du voyage ou à l’abandon du projet. Les perdues restent : elles apprennent autant que les autres, et les chiffres les comptent.",
      "Chacune appartient à un client, qui porte le projet et à qui l’on facture, et à un ou plusieurs contacts, les personnes à qui vous parlez. Elle réunit ce que l’on sait du voyage (destinations, dates, participants) et ce qu’il peut rapporter : son montant, son montant pondéré et sa marge estimée.",
    ],
    objective: ["Voir à tout moment quels projets sont en cours, ce qui vient ensuite pour chacun et ce qu’ils rapporteront probablement."],
    where: [
      `Ouvrez ${b(say.title)} dans le menu principal. Deux façons de regarder se trouvent en haut : ${b(say.board)}, une colonne par étape, et ${b(say.list)}, une ligne par opportunité, gagnées et perdues comprises.`,
      "Si l’entrée n’est pas dans votre menu, vous n’avez pas le droit de voir les opportunités : un administrateur peut le donner.",
    ],
    steps: [
      {
        title: "Créer une opportunité",
        steps: [
          `Appuyez sur ${b(shell.newOpportunity)}, ou sur la touche N depuis n’importe quel écran.`,
          "Donnez-lui un nom et choisissez le client ; un client encore inconnu se crée dans le même volet. Rien d’autre n’est obligatoire.",
          `Ajoutez ce que vous savez : ${b(say.create.mainContact)}, ${b(say.field.destinations)}, ${b(say.field.departsOn)}, ${b(say.field.duration)}, ${b(say.field.participants)}. L’étoile marque une priorité ; ${b(say.field.manager)} est la personne responsable, vous si vous ne choisissez personne d’autre.`,
          `Laissez ${b(say.field.amount)} vide si les prestations doivent le donner ; ${b(say.field.objective)} est votre propre estimation.`,
          `Appuyez sur ${b(say.create.submit)}, ou sur ${b(say.create.another)}. Si vous fermez le volet avant, votre saisie est gardée sur ce poste.`,
        ],
      },
      {
        title: "La faire avancer d’étape en étape",
        steps: [
          "Sur le pipeline, glissez sa carte vers une autre colonne. Sans souris : allez à la carte avec les flèches et appuyez sur M, ou ouvrez son menu.",
          `Sur sa page, appuyez sur ${b(say.act.next)}, ou sur l’étape voulue de la ligne.`,
          "La probabilité suit l’étape, sauf si quelqu’un en a saisi une. Le jour de chaque passage est conservé.",
        ],
      },
      {
        title: "La gagner, la perdre, la rouvrir",
        steps: [
          `Gagnée : appuyez sur ${b(say.act.win)} sur sa page, ou déposez sa carte sur ${b(say.act.win)}, qui apparaît au pied du pipeline pendant que vous la glissez.`,
          `Perdue : appuyez sur ${b(say.act.lose)}, choisissez un motif, ajoutez au profit de qui et un commentaire si vous le savez, puis appuyez sur ${b(say.lose.confirm)}. L’étape où elle a été perdue est retenue.`,
          `Une erreur, ou le client revient : ${b(say.act.reopen)} rend l’étape, la probabilité et le montant d’avant.`,
        ],
      },
      {
        title: "L’étiqueter",
        steps: [
          "Sur une carte, une ligne ou la page, appuyez sur L : saisissez une partie d’un mot pour trouver une étiquette, ou un nouveau mot pour la créer. La casse et les accents ne comptent pas.",
          `Une étiquette est un filtre du pipeline et de toutes les listes : ${b(say.filter.add)}, puis ${b(tag.one)}. Les clients et les contacts en portent aussi.`,
          `Les étiquettes sont renommées, fusionnées et supprimées dans ${b(settings.section.lists)}, pour toutes les fiches à la fois ; tout peut être annulé.`,
        ],
      },
      {
        title: "Ajouter ce que votre agence veut savoir",
        steps: [
          `Dans les réglages, sous ${b(settings.section.fields)}, choisissez ${b(custom.record.opportunity)}, ${b(custom.record.client)} ou ${b(custom.record.contact)} et appuyez sur ${b(custom.add)}. Il y faut le droit de modifier les réglages.`,
          `Donnez-lui un ${b(custom.label)} et un ${b(custom.type)} ; une liste a ses ${b(custom.options)}. Les champs d’un même ${b(custom.group)} se suivent sur la page.`,
          `Cochez ${b(custom.important)} pour ce qui compte : il est rappelé à la création, porte la mention ${b(custom.toComplete)} sur la page, et ${b(say.filter.missingImportant)} retrouve ce à quoi il manque. Il n’arrête jamais personne.`,
          `Dans les listes, ${b(custom.columns)} en fait une colonne, et ${b(say.filter.add)} le propose aussi. Les fichiers d’import et d’export le contiennent.`,
          `Un champ qui a des valeurs ne se supprime pas : ${b(custom.archive)} le met de côté en les gardant, ${b(custom.restore)} le demande de nouveau.`,
        ],
      },
      {
        title: "Agir sur plusieurs à la fois",
        steps: [
          `Dans ${b(say.list)}, appuyez sur ${b(say.filter.add)} pour ne garder que l’utile, et sur l’en-tête d’une colonne pour trier.`,
          "Espace sur une carte ou une ligne montre la fiche à côté, sans quitter la liste : les flèches passent aux suivantes, Entrée l’ouvre, Échap ferme. Sur sa page, J et K parcourent la liste ou la colonne d’où vous venez.",
          "Appuyez sur une valeur d’une ligne pour la modifier sur place : étape, départ, montant, clôture prévue, gestionnaire.",
          `Cochez des lignes : une barre apparaît pour changer ${b(say.bulk.stage)}, ${b(say.bulk.manager)}, ${b(say.bulk.priority)} ou ${b(tag.title)}, ou pour supprimer, le tout en une fois.`,
        ],
      },
      {
        title: "Garder ses documents",
        steps: [
          `Dans ${b(file.title)}, appuyez sur ${b(file.add)}, ou déposez des fichiers n’importe où sur le panneau, plusieurs à la fois. Chacun a sa ligne jusqu’à son arrivée.`,
          `Appuyez sur le nom d’une image ou d’un PDF pour le voir ; tout autre fichier se télécharge. ${b(file.newVersion)}, dans son menu, garde la version précédente, et ${b(file.versions)} la remet en service.`,
          `${b(file.rename)} et ${b(file.remove)} sont dans le même menu. Ce qui a été supprimé se trouve sous ${b(file.deleted)} pendant 30 jours.`,
          "Le type d’un fichier est lu dans son contenu : les programmes, les dessins avec un script et les noms qui annoncent un autre type sont refusés.",
        ],
      },
      {
        title: "Garder une façon de regarder",
        steps: [
          `Les puces disent ce qui est montré ; ${b(view.advanced)} combine des conditions : toutes, au moins une, des groupes dans des groupes, et des dates qui suivent le calendrier, comme le prochain trimestre.`,
          `${b(view.add)} garde sous un nom le filtre, l’ordre et la forme. Les responsables partagent une vue avec une équipe ou avec tout le monde ; chacun n’y voit que ce à quoi il a accès.`,
          `Un point à côté du nom indique une différence : ${b(view.save)} la garde, ${b(view.leave)} rend la vue comme elle était. La touche V ouvre le menu des vues, avec ce qui est à surveiller.`,
          `Dans le menu d’une vue : ${b(view.opensFirst)}, ${b(view.pin)}. L’adresse contient tout : envoyez-la, et la même liste s’ouvre.`,
        ],
      },
    ],
    next: [
      `La page de l’opportunité garde tout dans ses onglets : ${b(say.tab.overview)}, ${b(say.tab.timeline)} avec chaque modification et son auteur, les activités et les messages, et ${b(product.title)}, dont le total peut devenir le montant.`,
      "À côté du nombre d’opportunités ouvertes, le pipeline additionne chaque colonne : le montant, et le montant pondéré par la probabilité. Une opportunité de 10 000,00 à 40 % compte pour 4 000,00. Gagnée, elle compte en entier ; perdue, pour rien.",
    ],
    questions: [
      {
        question: "Quelle différence entre une opportunité et un devis ?",
        answer:
          "L’opportunité est le projet tant que vous prospectez et négociez. Un devis est le prix détaillé présenté au client pour ce projet : une opportunité peut en demander plusieurs.",
      },
      {
        question: "Un client peut-il avoir plusieurs opportunités ?",
        answer: "Oui, autant que de projets ou de saisons. Elles se trouvent ensemble sur la page du client.",
      },
      {
        question: "Quelle différence entre le montant et l’objectif ?",
        answer: `Le montant est ce que vaut le projet tel qu’il est : saisi, ou total de ses prestations. L’objectif est ce que vous pensez pouvoir atteindre. Seules des personnes le modifient, et ${b(product.amount.toObjective)} dit ce qui manque.`,
      },
      {
        question: "Comment donner une autre probabilité que celle de l’étape ?",
        answer: `Sur la page, dans ${b(say.panel.follow)}, appuyez sur ${b(say.field.probability)} et saisissez-la. Elle porte alors la mention ${b(say.pinned)} et aucun passage ne la change ; ${b(say.release)} la rend à l’étape.`,
      },
      {
        question: "Pourquoi une carte dit-elle qu’elle est sans suite ?",
        answer: `Chaque étape a un nombre de jours après lequel une opportunité refroidit. Une activité faite, un message, un document ou un changement d’étape compte comme une suite ; une activité prévue, non. Si vous attendez le client, remplissez ${b(say.field.waitingUntil)} dans ${b(say.panel.follow)} : jusqu’à ce jour, elle est laissée en paix.`,
      },
      {
        question: "J’en ai supprimé une par erreur. Est-elle perdue ?",
        answer: "Non. Appuyez aussitôt sur Z, ou rouvrez son adresse : elle peut être rétablie pendant 30 jours.",
      },
    ],
    goodToKnow: [
      "Créez-la dès le premier échange, même si le projet est vague. Ce qui manque est indiqué, et se complète à mesure que vous l’apprenez.",
      "Faites-la avancer quand quelque chose a vraiment eu lieu : la prévision ne vaut que ce que valent les étapes.",
      `Les étapes, leurs probabilités et leurs jours se règlent dans ${b(settings.section.pipelines)}, les motifs de perte dans ${b(settings.section.lists)}.`,
      "Deux personnes peuvent travailler sur la même : ce que change un collègue apparaît tout seul et, si vous avez modifié le même champ, vous choisissez lequel garder.",
    ],
  };
}
