import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function clientsHelp({ activity, client: say, contact, message, opportunity, tag, view }: Words) {
  const b = onScreen;
  return {
    title: say.title,
    summary: "Who carries the travel projects and is billed for them: a works council, a school, a family.",
    context: [
      "A client is the entity behind a travel project: a company, an association, a school, a group of friends, a couple. It carries the project and is billed. The people you talk to at a client are contacts, and are kept apart: a person may change employer, or lead the projects of two clients.",
      `A client is a ${b(say.status.prospect)} or a ${b(say.status.client)}. You may keep prospects, call them and write notes on them long before there is a project.`,
    ],
    objective: ["To find on one page all that the agency knows of a client: its record, its people, its projects and what was said."],
    where: [
      `Open ${b(say.title)} in the main menu.`,
      "If the entry is not in your menu, you do not have the right to see clients: an administrator can give it.",
    ],
    steps: [
      {
        title: "Create a client",
        steps: [
          `Press ${b(say.new)} above the list. A client can also be created while creating an opportunity.`,
          `Give its name: nothing else is required. ${b(say.field.kind)} says what sort of client it is, ${b(say.field.manager)} who looks after it.`,
          "If a client looks like the one you type, it is shown before you create it twice.",
          `Press ${b(say.create.submit)}.`,
        ],
      },
      {
        title: "Change what is known",
        steps: [
          `On its page, press a value of ${b(say.panel.record)}, or the key E, and type. Enter keeps it; nothing else is to be saved.`,
          `${b(say.field.legalName)}, ${b(say.field.registrationNumber)}, ${b(say.field.vatNumber)} and ${b(say.field.address)} are what a bill needs.`,
        ],
      },
      {
        title: "Add its people and its projects",
        steps: [
          `In ${b(say.panel.contacts)}, press ${b(say.contacts.add)}: choose a person, or type a name to create one, with the role at this client.`,
          `Press ${b(say.newOpportunity)} to start a project: the client is filled in already.`,
        ],
      },
      {
        title: "Keep a way to look",
        steps: [
          `Chips say what is shown; ${b(view.advanced)} puts conditions together, the fields of your agency among them, and days that move with the calendar.`,
          `Press ${b(view.add)} to keep filter, order and columns under a name; in its menu, ${b(view.pin)}. The key V opens them all, those that come with the product too. The list of contacts has its own.`,
        ],
      },
      {
        title: "Change several at once",
        steps: [
          `Tick rows, or press X on a row; Ctrl A takes all of them. A bar gives them ${b(say.field.manager)}, ${b(say.field.kind)}, ${b(say.field.status)} or ${b(tag.title)}, or deletes them, all in one go that Z takes back.`,
        ],
      },
    ],
    next: [
      `The page shows the client’s open, won and lost opportunities with their figures. Its tabs keep the story: ${b(say.tab.timeline)} gathers what happened to the client and to its opportunities, ${b(activity.title)} and ${b(message.title)} what is planned and what colleagues wrote.`,
      "Telephone numbers and addresses can be pressed to call or to write.",
    ],
    questions: [
      {
        question: "What is the difference between a client and a contact?",
        answer:
          "A client is an entity that carries projects and is billed. A contact is a person: somebody who decides, leads, pays or travels.",
      },
      {
        question: "A family or a single traveller: client or contact?",
        answer:
          "Both. Create a client of the kind that fits, and add the person as its contact. The project and the bill stay with the client.",
      },
      {
        question: "Why can this client not be deleted?",
        answer: "Because opportunities belong to it. Give them to another client, or delete them first.",
      },
      {
        question: "How do I find a client again?",
        answer: `Type a part of its name in ${b(say.search)}; accents and capitals do not matter. Filters by kind, status, manager and country stand beside it.`,
      },
    ],
    goodToKnow: [
      "One client for one entity: two of the same name split its story in two.",
      `${b(say.deletedOnly)}, among the filters, shows what was deleted: it can be restored for 30 days.`,
      `The list you see can be taken away with ${b(say.export)}, if you have that right; what is exported is what the filters keep.`,
      `${b(tag.title)}, given with the key L, and the fields of your agency stand on the page, filter the list and are columns of it; they are explained under ${b(opportunity.title)}.`,
      `The answers to the newsletter are kept on people, under ${b(contact.title)}, never on the client.`,
    ],
  } as const;
}
