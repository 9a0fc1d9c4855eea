import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function dayHelp({ shell, myDay: say, activity }: Words) {
  const b = onScreen;
  return {
    title: shell.nav.home,
    summary: "The page one begins the day with: what is late, what comes today, what needs an eye.",
    context: [
      "Everything on it is yours: the activities planned for you, the opportunities you manage, the messages that mention you. It shows what your rights let you see; a part you have no right to is not there.",
    ],
    objective: ["To know in a minute what to do next, and to leave nothing behind in the evening."],
    where: [`${b(shell.nav.home)} is the first entry of the main menu. G then H leads there from any screen.`],
    steps: [
      {
        title: "Go through the day",
        steps: [
          `Begin with what is late, at the top: do it, or move it with ${b(activity.tomorrow)}; ${b(activity.postponeAll)} does it for all of them.`,
          `Follow the line of today by the clock: ${b(say.now)} says where you are, and what has no hour stands at its end.`,
          "Tick the circle when something is done: it stays for a moment to be taken back, then joins the stops behind you.",
        ],
      },
      {
        title: "Look after your opportunities",
        steps: [
          `Under ${b(say.toWatch)} each opportunity stands once, with its first reason: without a touch for too long, past its expected close, without a next activity, not complete.`,
          "Choose a name to open it, or a reason to see all of them as a list.",
        ],
      },
    ],
    next: [
      "What you tick is told on its record, and the opportunity is no longer shown as cold.",
      `Who mentions you with @ is shown under ${b(say.mentions)}: the line leads to the message.`,
    ],
    questions: [
      {
        question: "Why is an opportunity not in what is to watch?",
        answer: "It is not yours, or it has a next activity, a recent touch and all it needs.",
      },
      {
        question: "Can it be done without the mouse?",
        answer: "Yes: arrows walk the lines, X ticks, Enter opens, R moves to tomorrow, A plans.",
      },
    ],
    goodToKnow: ["A phone shows the same page in the same order, with the call beside each late line."],
  } as const;
}
