import type { Words } from "#words/en.ts";
import type { productsHelp as en } from "#words/help/en/products.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function productsHelp({ catalogue, common, opportunity, product: say }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Ce qui se vend dans une opportunité, ligne par ligne, et comment cela fait le montant.",
    context: [
      "Les prestations d’une opportunité sont ce dont vous discutez avec le client : des nuits, un autocar, un guide. Chaque ligne est une quantité multipliée par un prix unitaire, moins sa remise si elle en a une. Les lignes viennent du catalogue, où les prestations sont gardées avec leurs fournisseurs et leurs prix par dates, ou sont saisies librement.",
    ],
    objective: [
      "Composer le montant d’un projet à partir de ce qui le fait, et connaître son coût et sa marge tant qu’il est temps d’agir.",
    ],
    where: [
      `Ouvrez une opportunité et son onglet ${b(say.title)}. Le catalogue lui-même est dans le menu principal, sous ${b(catalogue.title)}.`,
      "Les coûts et les marges ne se montrent qu’à ceux qui ont le droit de les voir.",
    ],
    steps: [
      {
        title: "Ajouter ce qui se vend",
        steps: [
          `Appuyez sur ${b(say.add)}, ou sur Ctrl et Entrée, et cherchez dans le catalogue ; un nom qui n’y est pas devient une ligne à lui seul.`,
          `Appuyez sur une cellule pour changer ${b(say.quantity)} ou ${b(say.unitPrice)}, et sur le fournisseur pour en choisir ou en créer un.`,
          `Dans le menu de la ligne, ${b(say.act.details)} donne une remise et le coût unitaire, ${b(say.act.duplicate)} répète la ligne, ${b(say.act.remove)} l’enlève.`,
        ],
      },
      {
        title: "Choisir d’où vient le montant",
        steps: [
          `À côté des prestations, sous ${b(say.amount.title)}, choisissez ${b(say.amount.follows)} : le montant change avec chaque ligne.`,
          `Ou choisissez ${b(say.amount.typed)} et saisissez-le : il reste, et l’écart avec les prestations est montré.`,
          `Sur une opportunité gagnée le montant est figé : ${b(say.amount.take)} l’amène au total des lignes.`,
        ],
      },
      {
        title: "Préparer le catalogue",
        steps: [
          `Dans ${b(catalogue.title)}, appuyez sur ${b(catalogue.products.new)}, donnez un nom et appuyez sur ${b(catalogue.products.create.submit)}.`,
          `Sur sa page, ${b(catalogue.periods.edit)} fixe des prix valables d’un jour à un autre.`,
        ],
      },
    ],
    next: [
      "Sans montant saisi, 2 × 450,00 et 1 × 100,00 font un montant de 1 000,00 ; une ligne de 100,00 en plus le porte à 1 100,00.",
      "Avec 5 000,00 saisis et 1 000,00 de prestations, le montant reste 5 000,00. Gagnée, il devient 1 000,00, le total des prestations ; rouverte, il est de nouveau 5 000,00.",
      `${b(say.check.title)} dit quelles lignes n’ont pas encore de fournisseur ou de coût.`,
    ],
    questions: [
      {
        question: "Un nouveau prix au catalogue change-t-il mes opportunités ?",
        answer:
          "Non. Une ligne garde le prix qu’elle avait quand elle a été ajoutée ; changez-le dans sa cellule si vous voulez le nouveau.",
      },
      {
        question: "Comment revenir au total des prestations ?",
        answer: `Videz ${b(opportunity.field.amount)}, ou choisissez ${b(say.amount.follows)} : les deux reviennent au même.`,
      },
      {
        question: "Pourquoi n’y a-t-il pas de marge des prestations ?",
        answer: "Il faut pour cela le coût de chaque ligne. Jusque-là le taux par défaut de l’agence sert, et la page le dit.",
      },
    ],
    goodToKnow: [
      "Le total est aussi donné par personne, pour ceux qui paient.",
      "Pour une opportunité récurrente, les prestations valent pour une période.",
      `Une ligne enlevée revient avec ${b(common.undo)}, ou la touche Z.`,
    ],
  };
}
