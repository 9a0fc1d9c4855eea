import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function productsHelp({ catalogue, common, opportunity, product: say }: Words) {
  const b = onScreen;
  return {
    title: say.title,
    summary: "What is sold in an opportunity, line by line, and how it makes the amount.",
    context: [
      "The products of an opportunity are what you are discussing with the client: nights, a coach, a guide. Each line is a quantity times a unit price, less its discount if it has one. The lines come from the catalogue, where products are kept with their suppliers and their prices by date, or are typed freely.",
    ],
    objective: [
      "To build the amount of a project from what it is made of, and to know its cost and its margin while there is time to act.",
    ],
    where: [
      `Open an opportunity and its tab ${b(say.title)}. The catalogue itself is in the main menu, under ${b(catalogue.title)}.`,
      "Costs and margins are shown only to those who have the right to see them.",
    ],
    steps: [
      {
        title: "Add what is being sold",
        steps: [
          `Press ${b(say.add)}, or Ctrl and Enter, and search the catalogue; a name that is not there becomes a line of its own.`,
          `Press a cell to change ${b(say.quantity)} or ${b(say.unitPrice)}, and the supplier to choose or create one.`,
          `In the menu of the line, ${b(say.act.details)} gives a discount and the unit cost, ${b(say.act.duplicate)} repeats the line, ${b(say.act.remove)} takes it off.`,
        ],
      },
      {
        title: "Choose where the amount comes from",
        steps: [
          `Beside the products, under ${b(say.amount.title)}, choose ${b(say.amount.follows)}: the amount changes with every line.`,
          `Or choose ${b(say.amount.typed)} and type it: it stays, and the difference from the products is shown.`,
          `On a won opportunity the amount is frozen: ${b(say.amount.take)} brings it to the total of the lines.`,
        ],
      },
      {
        title: "Prepare the catalogue",
        steps: [
          `In ${b(catalogue.title)}, press ${b(catalogue.products.new)}, name it and press ${b(catalogue.products.create.submit)}.`,
          `On its page, ${b(catalogue.periods.edit)} sets prices that hold from one day to another.`,
        ],
      },
    ],
    next: [
      "With no amount typed, 2 × 450.00 and 1 × 100.00 make an amount of 1,000.00; one more line of 100.00 makes it 1,100.00.",
      "With 5,000.00 typed and products of 1,000.00, the amount stays 5,000.00. Won, it becomes 1,000.00, the total of the products; reopened, it is 5,000.00 again.",
      `${b(say.check.title)} says which lines still lack a supplier or a cost.`,
    ],
    questions: [
      {
        question: "Does a new price in the catalogue change my opportunities?",
        answer: "No. A line keeps the price that it had when it was added; change it in its cell if you want the new one.",
      },
      {
        question: "How do I go back to the total of the products?",
        answer: `Empty ${b(opportunity.field.amount)}, or choose ${b(say.amount.follows)}: both do the same.`,
      },
      {
        question: "Why is there no margin?",
        answer:
          "A margin by the products needs the cost of every line. Until then the default rate of the agency is used, and the page says so.",
      },
    ],
    goodToKnow: [
      "The total is also given per person, for those who pay.",
      "For a recurring opportunity the products stand for one period.",
      `A line taken off comes back with ${b(common.undo)}, or the key Z.`,
    ],
  } as const;
}
