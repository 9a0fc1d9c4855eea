import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function peopleHelp({ people: say, settings }: Words) {
  const b = onScreen;
  return {
    title: settings.section.people,
    summary: "Who works here, what each of them sees and may do, and who is in which team.",
    context: [
      `Everyone has a role, ${b(say.role.administrator)}, ${b(say.role.manager)}, ${b(say.role.seller)} or ${b(say.role.reader)}, which gives a right on each module: ${b(say.right.none)}, ${b(say.right.read)}, ${b(say.right.write)} or ${b(say.right.delete)}, each with those before it. Any of them can be set otherwise for one person.`,
      "Teams say whose opportunities their members see, when their rights go by team.",
    ],
    objective: ["That everyone finds what they work with, and nobody sees what is not theirs to see."],
    where: [
      `Open the settings, then ${b(settings.section.people)} or ${b(settings.section.teams)}.`,
      `They are there for those who may ${b(say.user.users)}.`,
    ],
    steps: [
      {
        title: "Let somebody in",
        steps: [
          `Press ${b(say.invite.button)}, say the e-mail, the role and the teams.`,
          "Hand over the link if no mail was sent: it is shown once and works for seven days.",
        ],
      },
      {
        title: "Change what somebody may do",
        steps: [
          "Choose the person in the list. Each row is a module: choose the right, it counts at once.",
          `${b(say.user.scope)} says whether they see their own opportunities, those of their teams, or all.`,
          `${b(say.user.export)} and ${b(say.user.costs)} are apart from the modules.`,
          "What differs from the role is marked and can be set back. The list at the right says in sentences what the person sees.",
        ],
      },
      {
        title: "When somebody leaves",
        steps: [
          `Press ${b(say.user.deactivate)} and say who takes over the open opportunities.`,
          "They are signed out at once. Nothing that they did is deleted.",
        ],
      },
    ],
    next: [
      "A change of rights counts for the next thing the person does, in the open window too.",
      `The last changes stand under ${b(say.user.changes)}, with who made them.`,
    ],
    questions: [
      {
        question: "Why can I not take a right away from myself?",
        answer: "Somebody has to be able to manage users: the last one who can keeps that right.",
      },
      {
        question: "Somebody does not see an opportunity. Why?",
        answer: `Look at ${b(say.user.scope)} and at the teams: they see it when they manage it, when its team is theirs, or when they see all.`,
      },
    ],
    goodToKnow: ["Give the role that fits best and change single rights only where needed: the list tells how many differ."],
  } as const;
}
