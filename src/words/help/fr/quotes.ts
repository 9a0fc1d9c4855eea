import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function quotesHelp({ quoting: say }: Words) {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Ce que coûte un voyage de groupe et son prix de vente, pour chaque taille de groupe.",
    context: [
      "Un devis est une grille : jours et prestations de haut en bas, nombres de payants de gauche à droite. Chaque ligne dit ce qu’elle coûte et comment elle compte : par personne, par chambre, par véhicule, pour le groupe. Escale répartit les coûts, les gratuités et la marge sur ceux qui paient.",
      "Il appartient à une opportunité ou existe seul. Ce qui y est écrit ne change pas les prestations de l’opportunité, ni l’inverse.",
    ],
    objective: [
      "Répondre à un client en quelques instants avec un prix qui tient pour 20 payants comme pour 40, et voir la marge de chacun.",
    ],
    where: [
      `Le menu principal contient ${b(say.title)} ; une opportunité a les siens sous l’onglet du même nom.`,
      "Coûts, marges et tarifs des fournisseurs ne sont montrés qu’à ceux qui ont le droit de les voir : les autres lisent les prix.",
    ],
    steps: [
      {
        title: "Commencer un devis",
        steps: [
          `Sur une opportunité, appuyez sur ${b(say.panel.new)}, ou sur ses prestations ${b(say.panel.fromProducts)} : dates, participants et lignes y sont.`,
          `Dans la liste des devis, ${b(say.list.new)} part d’un modèle ou de rien.`,
        ],
      },
      {
        title: "Remplir la grille",
        steps: [
          `${b(say.add.line)} ajoute une ligne, ${b(say.add.catalogue)} en prend une à son prix du jour, ${b(say.add.day)} ajoute un jour.`,
          "Tapez dans une cellule pour la remplacer, F2 pour la modifier ; les flèches déplacent, Ctrl D recopie vers le bas, et des blocs viennent d’un tableur et y vont.",
          `Ce qui hérite de son taux est gris, ce qui a le sien est gras : Suppr y revient. ${b(say.act.details)}, dans le menu d’une ligne, dit qui la consomme, sa capacité et son fournisseur.`,
          `Au-dessus de la grille se trouvent ${b(say.chip.basesLabel)}, ${b(say.chip.freePlaces)}, ${b(say.chip.rounding)} et la marge ; l’en-tête d’une tranche choisit la base avec laquelle vous travaillez.`,
        ],
      },
      {
        title: "Comprendre un chiffre",
        steps: [
          `Appuyez sur Entrée sur un prix, ou sur ${b(say.explain.ask)} : lignes, têtes, unités et arrondi sont écrits en entier.`,
          `À droite, ${b(say.check.title)} montre ce qui manque ou expire, et ${b(say.chart.title)} à partir de combien de payants le voyage gagne de l’argent.`,
        ],
      },
      {
        title: "L’envoyer, et garder ce qui est convenu",
        steps: [
          `${b(say.verb.send)} fige la version : plus personne ne la change. ${b(say.verb.newVersion)} commence la suivante à partir d’elle.`,
          `${b(say.verb.choose)} dit avec quelle version vous travaillez, ${b(say.verb.accept)} celle que le client a retenue.`,
          `${b(say.verb.compare)} met deux versions côte à côte.`,
        ],
      },
    ],
    next: [
      `Une version retenue donne à l’opportunité sa marge estimée. Son montant ne bouge que si vous le demandez avec ${b(say.panel.follow)}, ou quand une opportunité dont un devis est accepté est gagnée.`,
      "Une version acceptée devient la version retenue ; en accepter une autre pose la question, puis la remplace.",
    ],
    questions: [
      {
        question: "Quel est le prix d’un groupe entre deux bases ?",
        answer:
          "Celui de la plus grande base atteinte : 32 payants paient le prix de 30. Sous la plus petite base, le devis est à refaire.",
      },
      {
        question: "Pourquoi le prix monte-t-il quand une personne de plus vient ?",
        answer: "Un deuxième autocar, un troisième guide ou une autre gratuité s’y est ajouté. Le graphique montre ces marches.",
      },
      {
        question: "Les taux de change modifient-ils mon devis ?",
        answer: `Non, ils sont figés avec lui. ${b(say.chip.refresh)} montre d’abord l’effet, puis l’applique.`,
      },
      {
        question: "Et si nous écrivons à deux dans un devis ?",
        answer: "Chacun voit ce que l’autre écrit. Seulement si les deux ont tapé dans la même cellule, on vous demande laquelle compte.",
      },
    ],
    goodToKnow: [
      "Le taux de marge se compte sur l’achat, le taux de marque sur la vente : 25 % sur l’achat font 20 % de la vente. La grille dit toujours lequel.",
      `${b(say.verb.template)} garde jours, lignes et règles pour le prochain voyage ; client, dates et payants ne sont pas gardés.`,
      "Ctrl Z annule et Ctrl Maj Z rétablit, dans le devis.",
    ],
  } as const;
}
