import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function ratesHelp({ settings, common }: Words) {
  const b = onScreen;
  const say = settings.rates;
  const { rates } = settings.section;
  return {
    title: rates,
    summary: "Ce que vaut une unité d’une autre devise dans la vôtre, jour après jour.",
    context: [
      "Un prix en dollars ou en yens est ramené à votre devise par un cours. L’agence garde un cours par jour et par devise ; le plus récent compte.",
    ],
    objective: ["Travailler avec les cours que vous décidez, et savoir d’où vient chacun."],
    where: [`Dans les réglages, sous ${b(rates)}. Ceux qui peuvent changer les réglages les modifient, tout le monde les voit.`],
    steps: [
      {
        title: "Saisir un cours",
        steps: [
          `Appuyez sur ${b(say.add)}, ou sur ${b(common.edit)} pour une devise : le cours, le ${b(say.onDay)} à partir duquel il vaut et sa ${b(say.source)}.`,
          `Appuyez sur ${b(say.save)}.`,
        ],
      },
      {
        title: "Reprendre les cours de la Banque centrale",
        steps: [
          "Procurez-vous le fichier eurofxref-daily ou eurofxref-hist de la Banque centrale européenne, en XML ou CSV.",
          `Appuyez sur ${b(say.import)} et choisissez-le : chaque devise et chaque jour des deux dernières années sont repris.`,
        ],
      },
      {
        title: "Regarder en arrière",
        steps: [`${b(say.history)} montre tous les cours d’une devise ; la croix d’une ligne retire un cours qui était faux.`],
      },
    ],
    next: [
      "Avec 1 EUR = 1,0854 USD dans le fichier, une agence en euros a 1 USD = 0,9213193293 EUR. Pour une agence en francs, les deux cours du fichier sont divisés, exactement, et arrondis une seule fois.",
    ],
    questions: [
      {
        question: "Un nouveau cours change-t-il mes opportunités et mes devis ?",
        answer: "Non. Chacun garde le cours qu’il a reçu ; un devis demande avant de prendre les nouveaux.",
      },
      {
        question: "Puis-je annuler un import ?",
        answer: "Oui, avec Z : les cours redeviennent ce qu’ils étaient, et ceux que vous avez saisis depuis restent.",
      },
    ],
    goodToKnow: ["Un cours pour un jour à venir est refusé : personne ne le connaît."],
  } as const;
}
