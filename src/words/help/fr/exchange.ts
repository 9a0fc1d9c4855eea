import type { Words } from "#words/en.ts";
import type { exchangeHelp as en } from "#words/help/en/exchange.ts";
import { onScreen } from "#words/help/on-screen.ts";
import type { Same } from "#words/same.ts";

export function exchangeHelp({ common, exchange: say, settings }: Words): Same<ReturnType<typeof en>> {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Faire entrer ce qu’un autre logiciel contient, et emporter des listes en fichiers.",
    context: [
      "Clients, contacts et opportunités entrent par un fichier CSV, la forme simple que tout tableur sait enregistrer. Chaque ligne est vérifiée avant que rien ne soit écrit, et l’import entier peut être repris pendant 30 jours.",
    ],
    objective: ["Commencer avec les données que vous avez, sans les ressaisir et sans doute sur ce qu’elles sont devenues."],
    where: [
      `Ouvrez ${b(settings.title)}, puis ${b(settings.section.imports)}. Les listes ont les mêmes boutons, ${b(common.import)} et ${b(common.export)}.`,
      "Vous pouvez importer ce que vous pouvez créer. L’export est un droit à part.",
    ],
    steps: [
      {
        title: "Importer un fichier",
        steps: [
          `Choisissez sous ${b(say.what)}, puis appuyez sur ${b(say.choose)} ou déposez le fichier.`,
          `Dans ${b(say.steps.columns)}, voyez quel champ devient chaque colonne, changez-le au besoin, et appuyez sur ${b(say.columns.next)}.`,
          "Répondez aux questions, par exemple dans quel ordre les dates sont écrites, et corrigez sur place les lignes en erreur.",
          "Appuyez sur le bouton qui dit combien de lignes seront importées.",
        ],
      },
      {
        title: "Reprendre un import",
        steps: [
          `Ouvrez l’import sous ${b(say.past)} et appuyez sur ${b(say.result.revert)}.`,
          "Ce qu’il a créé est supprimé, ce qu’il a modifié redevient comme avant, sauf si quelqu’un a changé ces fiches depuis.",
        ],
      },
    ],
    next: [
      `Les lignes en erreur ne sont pas perdues : ${b(say.result.download)} les donne avec la raison de chacune, prêtes à être corrigées et importées.`,
    ],
    questions: [
      {
        question: "Et si j’importe deux fois le même fichier ?",
        answer:
          "Les fiches sont reconnues par l’identifiant du fichier, ou par ce qui les nomme : elles sont mises à jour ou laissées telles quelles, non doublées.",
      },
      {
        question: "Que contient un export ?",
        answer:
          "Ce que vous pouvez voir et, sur une liste, ce que ses filtres gardent. Les coûts en sont absents si vous ne pouvez pas les voir.",
      },
    ],
    goodToKnow: [
      "Essayez d’abord avec quelques lignes.",
      "Une cellule vide n’efface rien.",
      "Les étiquettes d’un fichier sont séparées par des virgules ou des points-virgules. Elles s’ajoutent à celles de la fiche ; aucune n’est retirée.",
    ],
  };
}
