import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function ratesHelp({ settings, common }: Words) {
  const b = onScreen;
  const say = settings.rates;
  const { rates } = settings.section;
  return {
    title: rates,
    summary: "What one unit of another currency is worth in yours, day by day.",
    context: [
      "A price in dollars or yen is turned into your currency with a rate. The agency keeps one rate a day for each currency; the newest one counts.",
    ],
    objective: ["To work with the rates you decide on, and to know where each comes from."],
    where: [`In the settings, under ${b(rates)}. Those who may change the settings change them, everybody sees them.`],
    steps: [
      {
        title: "Type a rate",
        steps: [
          `Press ${b(say.add)}, or ${b(common.edit)} on a currency: the rate, the ${b(say.onDay)} it holds from, and its ${b(say.source)}.`,
          `Press ${b(say.save)}.`,
        ],
      },
      {
        title: "Take the rates of the Central Bank",
        steps: [
          "Get the file eurofxref-daily or eurofxref-hist from the European Central Bank, as XML or CSV.",
          `Press ${b(say.import)} and choose it: every currency and every day of the last two years is taken in.`,
        ],
      },
      {
        title: "Look back",
        steps: [`${b(say.history)} shows every rate a currency had; the cross of a line removes a rate that was wrong.`],
      },
    ],
    next: [
      "With 1 EUR = 1.0854 USD in the file, an agency in euros has 1 USD = 0.9213193293 EUR. For an agency in francs both rates of the file are divided, exactly, and rounded once.",
    ],
    questions: [
      {
        question: "Does a new rate change my opportunities and quotes?",
        answer: "No. Each keeps the rate it was given; a quote asks before it takes the new ones.",
      },
      { question: "Can I undo an import?", answer: "Yes, with Z: rates go back to what they were, and those you typed since stay." },
    ],
    goodToKnow: ["A rate for a day to come is refused: nobody knows it."],
  } as const;
}
