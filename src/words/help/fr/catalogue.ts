import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function catalogueHelp({ catalogue: say }: Words) {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Ce que vous achetez et revendez : prix par date, jours types, voyages types.",
    context: [
      "Le catalogue contient ce dont les devis sont faits. Un produit est ce que vous achetez à un fournisseur ; un jour type est une journée, un hébergement, un transport ou un vol avec ses produits, ce que lit le client et des images ; un voyage type se compose de jours types.",
    ],
    objective: ["Écrire un prix une fois, et avoir le bon à la bonne date dans chaque devis."],
    where: [
      `Le catalogue est dans le menu principal : ${b(say.products.title)}, ${b(say.steps.title)}, ${b(say.templates.title)} et ${b(say.suppliers.title)} sont au-dessus de la liste.`,
      "Les coûts ne sont montrés qu’à ceux qui ont le droit de les voir ; le catalogue est modifié par ceux qui écrivent des devis.",
    ],
    steps: [
      {
        title: "Donner à un produit ses prix par date",
        steps: [
          `Ouvrez le produit et appuyez sur ${b(say.periods.add)} ou ${b(say.periods.edit)} : premier et dernier jour, achat et vente.`,
          `Le bouton ${b(say.periods.more)} d’une ligne ouvre ses ${b(say.periods.weekdays)}, une autre devise, un autre comptage et l’${b(say.periods.allotment)}.`,
        ],
      },
      {
        title: "Composer un jour type",
        steps: [
          `Dans ${b(say.steps.title)}, appuyez sur ${b(say.steps.new)}, nommez-le et appuyez sur ${b(say.steps.create.submit)}.`,
          `Sur sa page, ${b(say.part.addProduct)} prend ce qu’il faut ; glissez les lignes dans l’ordre de la journée, et appuyez sur le chiffre d’une ligne pour dire combien de nuits ou de jours.`,
          `Écrivez ${b(say.part.field.texts)} dans chaque langue où vous vendez, et ${b(say.part.addPicture)}.`,
        ],
      },
      {
        title: "Composer un voyage type",
        steps: [
          `Dans ${b(say.templates.title)}, appuyez sur ${b(say.templates.new)}, puis sur ${b(say.part.addDay)} pour chaque jour.`,
          "Appuyez sur + dans un jour pour y mettre des jours types ; les flèches déplacent un jour.",
        ],
      },
    ],
    next: [
      "Un devis qui part d’un voyage type a ses jours et ses lignes, au prix de ses propres dates : le jour 3 d’un voyage qui part le 10 juin est au prix du 12 juin.",
      "Une ligne dont le produit a des prix par date, mais aucun pour ce jour, le dit : son prix est à demander.",
    ],
    questions: [
      {
        question: "Quel prix compte quand des périodes se recouvrent ?",
        answer:
          "La plus courte ; à durée égale celle qui a le moins de jours de la semaine, puis celle qui commence en dernier. Un hôtel peut ainsi avoir sa saison, ses week-ends et son salon.",
      },
      { question: "Un changement ici modifie-t-il mes devis ?", answer: "Non. Ce qui a été mis dans un devis reste comme il était." },
      {
        question: "Que fait la mise de côté ?",
        answer: `${b(say.part.archive)}, dans le menu d’un jour type ou d’un voyage type, le retire des listes et de ce qui est proposé, sans le supprimer ; le filtre ${b(say.part.showArchived)} le montre.`,
      },
    ],
    goodToKnow: ["Les images sont en PNG, JPEG, GIF ou WebP ; la première est mise en avant.", "Tout ici se reprend avec Z."],
  } as const;
}
