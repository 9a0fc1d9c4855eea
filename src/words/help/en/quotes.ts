import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function quotesHelp({ quoting: say }: Words) {
  const b = onScreen;
  return {
    title: say.title,
    summary: "What a group trip costs and what it is sold for, at every size of group.",
    context: [
      "A quote is a grid: days and lines down, numbers of payers across. Each line says what it costs and how it counts: by person, by room, by vehicle, for the group. Escale spreads the costs, the free places and the margin over those who pay.",
      "It belongs to an opportunity or stands alone. What is written in it does not change the products of the opportunity, nor the other way round.",
    ],
    objective: ["To answer a client in moments with a price that holds for 20 payers as for 40, and to see the margin of each."],
    where: [
      `The main menu has ${b(say.title)}; an opportunity has its own under the tab of that name.`,
      "Costs, margins and what suppliers ask are shown only to those who have the right to see them: the others read prices.",
    ],
    steps: [
      {
        title: "Begin a quote",
        steps: [
          `On an opportunity press ${b(say.panel.new)}, or on its products ${b(say.panel.fromProducts)}: dates, participants and lines are there.`,
          `In the list of quotes, ${b(say.list.new)} begins with a template or with nothing.`,
        ],
      },
      {
        title: "Fill the grid",
        steps: [
          `${b(say.add.line)} adds a line, ${b(say.add.catalogue)} takes one at its price of that day, ${b(say.add.day)} adds a day.`,
          "Type into a cell to replace it, press F2 to change it; arrows move, Ctrl D copies down, and blocks come and go with a spreadsheet.",
          `What inherits its rate is grey, what has its own is bold: Delete goes back. ${b(say.act.details)} in the menu of a line says who consumes it, its capacity and its supplier.`,
          `Above the grid are ${b(say.chip.basesLabel)}, ${b(say.chip.freePlaces)}, ${b(say.chip.rounding)} and the margin; the heading of a band chooses the base you work with.`,
        ],
      },
      {
        title: "Understand a figure",
        steps: [
          `Press Enter on a price, or ${b(say.explain.ask)}: its lines, heads, units and rounding are written out.`,
          `At the right, ${b(say.check.title)} lists what is missing or expires, and ${b(say.chart.title)} shows from which number of payers the trip earns money.`,
        ],
      },
      {
        title: "Send it, and keep what was agreed",
        steps: [
          `${b(say.verb.send)} freezes the version: nobody changes it any more. ${b(say.verb.newVersion)} begins the next one from it.`,
          `${b(say.verb.choose)} says which version you work with, ${b(say.verb.accept)} which one the client agreed to.`,
          `${b(say.verb.compare)} sets two versions side by side.`,
        ],
      },
    ],
    next: [
      `A chosen version gives the opportunity its estimated margin. Its amount moves only if you ask for it with ${b(say.panel.follow)}, or when an opportunity with an accepted quote is won.`,
      "An accepted version becomes the chosen one; accepting another asks, then replaces it.",
    ],
    questions: [
      {
        question: "Which price has a group between two bases?",
        answer:
          "That of the greatest base it reaches: 32 payers pay the price of 30. Below the smallest base the quote is to be made anew.",
      },
      {
        question: "Why does the price go up when one more person comes?",
        answer: "A second coach, a third guide or another free place has come in. The chart shows these steps.",
      },
      {
        question: "Do exchange rates move my quote?",
        answer: `No, they are frozen with it. ${b(say.chip.refresh)} shows the effect first and then applies it.`,
      },
      {
        question: "What if two of us write in one quote?",
        answer: "Each sees what the other writes. Only where both typed the same cell are you asked which one counts.",
      },
    ],
    goodToKnow: [
      "Mark-up counts on the cost, margin on the price: 25% on the cost is 20% of the price. The grid always says which.",
      `${b(say.verb.template)} keeps days, lines and rules for the next trip; client, dates and payers are not kept.`,
      "Ctrl Z takes back and Ctrl Shift Z repeats, inside the quote.",
    ],
  } as const;
}
