import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function activitiesHelp({ activity: say, message, opportunity, settings, shell }: Words) {
  const b = onScreen;
  return {
    title: say.title,
    summary: "What is to be done and what was done, and what colleagues write to one another.",
    context: [
      `An activity is a ${b(say.kind.call)}, a ${b(say.kind.visit)}, a ${b(say.kind.meeting)}, a ${b(say.kind.mail)}, a ${b(say.kind.task)} or a ${b(say.kind.deadline)}, planned for a day or done already. It belongs to an opportunity, a client or a contact. Messages are notes between colleagues on the same records; clients never see them.`,
    ],
    objective: ["To forget nobody: every project has a next step, and what was said can be read again."],
    where: [
      `Open ${b(say.title)} in the main menu for everything that is yours or everybody’s, or the tabs ${b(say.title)} and ${b(message.title)} on the page of an opportunity, a client or a contact.`,
      "If the entry is not in your menu, you do not have the right to see activities: an administrator can give it.",
    ],
    steps: [
      {
        title: "Plan",
        steps: [
          `On a record, press ${b(say.planShort)} or the key A.`,
          `Choose ${b(say.field.kind)}, say ${b(say.field.title)}, then ${b(say.field.dueOn)}, ${b(say.field.assignee)} and, if you wish, a time and a reminder by mail.`,
          "If the day lies beyond the limit of the stage, waiting until then is proposed: the opportunity is not shown as cold meanwhile.",
        ],
      },
      {
        title: "Do",
        steps: [
          `Tick the circle of a line: it moves to ${b(say.justDone)}, where you may write the result and press ${b(say.planNext)}.`,
          `What was never planned is noted with ${b(say.logShort)}.`,
          `In the menu of a line, ${b(say.tomorrow)} and ${b(say.monday)} put it off; ${b(say.postponeAll)} does it for all that are late.`,
        ],
      },
      {
        title: "Write to colleagues",
        steps: [
          `In the tab ${b(message.title)}, write, and type @ to mention somebody who may see the record.`,
          `Press ${b(message.send)}, or Ctrl and Enter. ${b(message.pin)}, in its menu, keeps a message at the top.`,
        ],
      },
    ],
    next: [
      `The next planned activity stands on the card of the opportunity and on its page, under ${b(say.next)}. Late ones come first in the list.`,
      "A done activity and a message count as a touch, and are told in the timeline.",
      `Who is mentioned, given an activity or reminded of one finds it under the bell, and by mail if they wish: ${b(settings.section.notifications)}, in ${b(shell.nav.settings)}, says where each thing is told. Under the bell stands also what you did yourself in the last 30 days, each with its undo.`,
    ],
    questions: [
      {
        question: "Does a planned activity keep an opportunity from going cold?",
        answer: `No, only something done does. To leave it in peace until a day, use ${b(opportunity.field.waitingUntil)} on its page.`,
      },
      {
        question: "I ticked the wrong line. What now?",
        answer: "Tick it again, or press Z: it is planned as before.",
      },
      {
        question: "Can a message be changed?",
        answer: `Yes, by its author: ${b(message.edit)} in its menu. It is then marked, and its former texts can be read.`,
      },
    ],
    goodToKnow: [
      "Note the result in a few words while you still have it in mind.",
      "End each call by planning the next step: the board shows what has none.",
    ],
  } as const;
}
