import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function catalogueHelp({ catalogue: say }: Words) {
  const b = onScreen;
  return {
    title: say.title,
    summary: "What you buy and sell again: prices by date, steps of a programme, trip templates.",
    context: [
      "The catalogue holds what quotes are made of. A product is what you buy from a supplier; a step is a day, a stay, a transfer or a flight with the products it needs, what the client reads and pictures; a trip template is steps on days.",
    ],
    objective: ["To write a price once, and have the right one on the right date in every quote."],
    where: [
      `The catalogue is in the main menu: ${b(say.products.title)}, ${b(say.steps.title)}, ${b(say.templates.title)} and ${b(say.suppliers.title)} stand above the list.`,
      "Costs are shown only to those who have the right to see them; the catalogue is changed by those who write quotes.",
    ],
    steps: [
      {
        title: "Give a product its prices by date",
        steps: [
          `Open the product and press ${b(say.periods.add)}, or ${b(say.periods.edit)}: first and last day, cost and price.`,
          `The button ${b(say.periods.more)} of a line opens its ${b(say.periods.weekdays)}, another currency, another way of counting and the ${b(say.periods.allotment)}.`,
        ],
      },
      {
        title: "Build a step",
        steps: [
          `In ${b(say.steps.title)}, press ${b(say.steps.new)}, name it and press ${b(say.steps.create.submit)}.`,
          `On its page, ${b(say.part.addProduct)} takes what it needs; drag the lines into the order of the day, and press the figure of a line to say how many nights or days.`,
          `Write ${b(say.part.field.texts)} in each language you sell in, and ${b(say.part.addPicture)}.`,
        ],
      },
      {
        title: "Build a trip template",
        steps: [
          `In ${b(say.templates.title)}, press ${b(say.templates.new)}, then ${b(say.part.addDay)} for each day.`,
          "Press + on a day to put steps on it; arrows move a day.",
        ],
      },
    ],
    next: [
      "A quote begun from a template has its days and lines, priced for its own dates: day 3 of a trip that leaves on 10 June is priced for 12 June.",
      "A line whose product has prices by date, none of which holds the day, says so: its price is to be asked for.",
    ],
    questions: [
      {
        question: "Which price counts where periods overlap?",
        answer:
          "The shortest; of equal ones the one with fewer weekdays, then the one that begins last. A hotel may so have its season, its weekends in it and its fair.",
      },
      { question: "Does a change here move my quotes?", answer: "No. What was put into a quote stays as it was." },
      {
        question: "What does putting away do?",
        answer: `${b(say.part.archive)}, in the menu of a step or trip template, takes it out of the lists and out of what is offered, without deleting it; the filter ${b(say.part.showArchived)} shows it.`,
      },
    ],
    goodToKnow: ["Pictures are PNG, JPEG, GIF or WebP; the first one leads.", "Everything here is taken back with Z."],
  } as const;
}
