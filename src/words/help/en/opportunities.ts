import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function opportunitiesHelp({ customField: custom, document: file, opportunity: say, product, settings, shell, tag, view }: Words) {
  const b = onScreen;
  return {
    title: say.title,
    summary: "A travel project, from the first call to the confirmed trip or the abandoned project.",
    context: [
      "An opportunity is a travel project that somebody is thinking about: a works council that wants Naples in June, a school that asks for a week in Berlin. It is followed from the first exchange until the trip is confirmed or the project is given up. Lost ones stay: they teach as much as the others, and the figures count them.",
      "Each one belongs to one client, who carries the project and is billed, and to one or more contacts, the people you talk to. It gathers what is known of the trip (destinations, dates, participants) and what it may bring: its amount, its weighted amount and its estimated margin.",
    ],
    objective: ["To see at any moment which projects are under way, what comes next for each, and what they are likely to bring."],
    where: [
      `Open ${b(say.title)} in the main menu. Two ways to look stand at the top: ${b(say.board)}, one column for each stage, and ${b(say.list)}, one row for each opportunity, won and lost ones included.`,
      "If the entry is not in your menu, you do not have the right to see opportunities: an administrator can give it.",
    ],
    steps: [
      {
        title: "Create an opportunity",
        steps: [
          `Press ${b(shell.newOpportunity)}, or the key N on any screen.`,
          `Give it a name and choose the client; a client who is not known yet is created in the same sheet. Nothing else is required.`,
          `Add what you know: ${b(say.create.mainContact)}, ${b(say.field.destinations)}, ${b(say.field.departsOn)}, ${b(say.field.duration)}, ${b(say.field.participants)}. The star marks a priority; ${b(say.field.manager)} is the person in charge, you unless you choose another.`,
          `Leave ${b(say.field.amount)} empty if the products will give it; ${b(say.field.objective)} is your own estimate.`,
          `Press ${b(say.create.submit)}, or ${b(say.create.another)}. If you close the sheet before, what you typed is kept on this device.`,
        ],
      },
      {
        title: "Move it through the stages",
        steps: [
          "On the board, drag its card to another column. Without a mouse: go to the card with the arrows and press M, or open its menu.",
          `On its page, press ${b(say.act.next)}, or the stop you want on the line of stages.`,
          "The probability follows the stage, unless somebody typed one. The day of every move is kept.",
        ],
      },
      {
        title: "Win it, lose it, open it again",
        steps: [
          `Won: press ${b(say.act.win)} on its page, or drop its card on ${b(say.act.win)}, which appears at the foot of the board while you drag.`,
          `Lost: press ${b(say.act.lose)}, choose a reason, add to whom and a comment if you know, and press ${b(say.lose.confirm)}. The stage it was lost at is remembered.`,
          `A mistake, or the client comes back: ${b(say.act.reopen)} gives back the stage, the probability and the amount of before.`,
        ],
      },
      {
        title: "Tag it",
        steps: [
          "On a card or a row, or on the page, press L: type part of a word to find a tag, or a new one to make it. Case and accents do not matter.",
          `A tag is a filter of the board and of every list: press ${b(say.filter.add)}, then ${b(tag.one)}. Clients and contacts have tags too.`,
          `Tags are renamed, merged and deleted in ${b(settings.section.lists)}, for every record at once; each of it can be taken back.`,
        ],
      },
      {
        title: "Add what your agency wants to know",
        steps: [
          `In the settings, under ${b(settings.section.fields)}, choose ${b(custom.record.opportunity)}, ${b(custom.record.client)} or ${b(custom.record.contact)} and press ${b(custom.add)}. It takes the right to change the settings.`,
          `Give it a ${b(custom.label)} and a ${b(custom.type)}; a list has its ${b(custom.options)}. Fields of the same ${b(custom.group)} stand together on the page.`,
          `Tick ${b(custom.important)} for what matters: it is recalled when a record is made and marked ${b(custom.toComplete)} on its page, and ${b(say.filter.missingImportant)} finds what lacks it. Nobody is ever stopped by it.`,
          `In the lists, ${b(custom.columns)} shows a field as a column, and ${b(say.filter.add)} offers it too. Files of imports and exports have it.`,
          `A field that holds values is not deleted: ${b(custom.archive)} puts it aside and keeps them, ${b(custom.restore)} asks for it again.`,
        ],
      },
      {
        title: "Work on many at once",
        steps: [
          `In ${b(say.list)}, press ${b(say.filter.add)} to keep what you need, and the head of a column to sort.`,
          "Space on a card or a row shows the record beside it, without leaving the list: the arrows go on, Enter opens it, Esc closes. J and K on its page go through the list or the column you came from.",
          "Press a value in a row to change it in place: stage, departure, amount, expected close, manager.",
          `Tick rows: a bar appears to change ${b(say.bulk.stage)}, ${b(say.bulk.manager)}, ${b(say.bulk.priority)} or ${b(tag.title)}, or to delete, for all of them.`,
        ],
      },
      {
        title: "Keep its documents",
        steps: [
          `In ${b(file.title)}, press ${b(file.add)}, or drop files anywhere on the panel, several at once. Each has its line until it has arrived.`,
          `Press the name of a picture or a PDF to see it; any other file is downloaded. ${b(file.newVersion)} in its menu keeps the former one, and ${b(file.versions)} puts it in use again.`,
          `${b(file.rename)} and ${b(file.remove)} are in the same menu. What was deleted stands under ${b(file.deleted)} for 30 days.`,
          "What a file is, is read from its content: programs, drawings with a script, and names that say another kind of file are refused.",
        ],
      },
      {
        title: "Keep a way to look",
        steps: [
          `Chips say what is shown; ${b(view.advanced)} puts conditions together: all of them, any of them, one inside the other, and days that move with the calendar, such as next quarter.`,
          `Press ${b(view.add)} to keep filter, order and shape under a name. Managers share a view with a team or with everyone; each one sees only what they have access to.`,
          `A dot beside the name says that something differs: ${b(view.save)} keeps it, ${b(view.leave)} gives the view back as it was. The key V opens the menu of views, with how many need attention.`,
          `In the menu of a view: ${b(view.opensFirst)}, ${b(view.pin)}. The address holds everything: send it, and the same list opens.`,
        ],
      },
    ],
    next: [
      `The page of the opportunity keeps everything in its tabs: ${b(say.tab.overview)}, ${b(say.tab.timeline)} with every change and who made it, the activities and messages, and ${b(product.title)}, whose total can become the amount.`,
      "Beside the number of open opportunities, the board adds up each column: the amount, and the amount weighted by the probability. An opportunity of 10,000.00 at 40 % counts 4,000.00. Once won it counts in full, once lost for nothing.",
    ],
    questions: [
      {
        question: "What is the difference between an opportunity and a quote?",
        answer:
          "The opportunity is the project while you prospect and negotiate. A quote is the detailed price presented to the client for that project: one opportunity may need several.",
      },
      {
        question: "Can a client have several opportunities?",
        answer: "Yes, as many as there are projects or seasons. They stand together on the client’s page.",
      },
      {
        question: "What is the difference between the amount and the objective?",
        answer: `The amount is what the project is worth as it stands: typed, or the total of its products. The objective is what you think it can reach. Only people change it, and ${b(product.amount.toObjective)} says how far it is.`,
      },
      {
        question: "How do I set another probability than that of the stage?",
        answer: `On the page, in ${b(say.panel.follow)}, press ${b(say.field.probability)} and type it. It is then marked ${b(say.pinned)} and no move changes it; ${b(say.release)} gives it back to the stage.`,
      },
      {
        question: "Why does a card say that it was not touched?",
        answer: `Each stage has a number of days after which an opportunity goes cold. A done activity, a message, a document or a move of stage counts as a touch; a planned activity does not. If you are waiting for the client, fill in ${b(say.field.waitingUntil)} in ${b(say.panel.follow)}: until that day it is left in peace.`,
      },
      {
        question: "I deleted one by mistake. Is it gone?",
        answer: "No. Press Z at once, or open its address again: it can be restored for 30 days.",
      },
    ],
    goodToKnow: [
      "Create it at the first exchange, even if the project is vague. What is missing is shown, and completed as you learn it.",
      "Move it when something really happened: the forecast is only as good as the stages.",
      `Stages, their probabilities and their days are set in ${b(settings.section.pipelines)}, reasons of loss in ${b(settings.section.lists)}.`,
      "Two people may work on the same one: what a colleague changes appears by itself, and if both changed the same field, you are asked which to keep.",
    ],
  } as const;
}
