import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function exchangeHelp({ common, exchange: say, settings }: Words) {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Bring in what another program holds, and take lists away as files.",
    context: [
      "Clients, contacts and opportunities come in from a CSV file, the plain form that every spreadsheet can save. Every line is checked before anything is written, and the whole import can be taken back for 30 days.",
    ],
    objective: ["To start with the data you have, without typing it again and without doubt about what became of it."],
    where: [
      `Open ${b(settings.title)}, then ${b(settings.section.imports)}. The lists have the same buttons, ${b(common.import)} and ${b(common.export)}.`,
      "You may import what you may create. Exporting is a right of its own.",
    ],
    steps: [
      {
        title: "Import a file",
        steps: [
          `Choose under ${b(say.what)}, then press ${b(say.choose)} or drop the file.`,
          `In ${b(say.steps.columns)}, see which field each column becomes, change it if needed, and press ${b(say.columns.next)}.`,
          "Answer the questions, for instance in which order the dates are written, and correct lines in error where they stand.",
          "Press the button that says how many lines will be imported.",
        ],
      },
      {
        title: "Take an import back",
        steps: [
          `Open the import under ${b(say.past)} and press ${b(say.result.revert)}.`,
          "What it created is deleted, what it changed is as before, unless somebody changed those records since.",
        ],
      },
    ],
    next: [
      `Lines in error are not lost: ${b(say.result.download)} gives them with the reason of each, ready to be corrected and imported.`,
    ],
    questions: [
      {
        question: "What if I import the same file twice?",
        answer: "Records are recognised by the id in the file, or by what names them: they are updated or left as they are, not doubled.",
      },
      {
        question: "What does an export contain?",
        answer: "What you may see, and on a list what its filters keep. Costs are left out if you may not see them.",
      },
    ],
    goodToKnow: [
      "Try with a few lines first.",
      "An empty cell erases nothing.",
      "Tags of a file are parted by commas or semicolons. They are added to those a record has; none is taken away.",
    ],
  } as const;
}
