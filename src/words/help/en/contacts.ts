import type { Words } from "#words/en.ts";
import { onScreen } from "#words/help/on-screen.ts";

export function contactsHelp({ client, common, contact: say, opportunity, people, tag }: Words) {
  const b = onScreen;
  return {
    title: say.title,
    summary: "The people you talk to: who decides, who leads the group, who pays, who travels.",
    context: [
      "A contact is a person: the travel manager of a company, the president of a club, the teacher who leads a class, a traveller. Contacts may belong to one client or to several, with a role at each; the client remains the entity that carries the project.",
      "Personal data stands here and only here. Who has no right to contacts sees no name, number or address of a person anywhere.",
    ],
    objective: ["To reach the right person at the right number, to know their role, and to respect what they agreed to receive."],
    where: [
      `Open ${b(say.title)} in the main menu.`,
      "If the entry is not in your menu, you do not have the right to see contacts: an administrator can give it.",
    ],
    steps: [
      {
        title: "Create a contact",
        steps: [
          `Press ${b(say.new)} above the list, or add the person from the page of a client or of an opportunity.`,
          `Fill in ${b(say.field.firstName)} or ${b(say.field.lastName)}: one is enough. Then ${b(say.field.email)}, ${b(say.field.phone)}, ${b(say.field.address)}, ${b(say.field.gender)}, ${b(say.field.language)}.`,
          "If somebody has the same e-mail, the same telephone or a name alike, they are shown before you create them twice.",
          `Press ${b(say.create.submit)}.`,
        ],
      },
      {
        title: "Record the answer to the newsletter",
        steps: [
          `On the contact’s page, beside ${b(say.field.newsletter)}, press ${b(say.newsletter.change)}.`,
          `Choose ${b(say.newsletter.yes)} or ${b(say.newsletter.no)}, and say in ${b(say.newsletter.origin)} how the answer came: a form, a call, a fair.`,
          `Press ${b(common.save)}. The answer is kept with its day, so that you can show it later.`,
        ],
      },
      {
        title: "Link to clients",
        steps: [
          `On the contact’s page, in ${b(say.panel.clients)}, press ${b(say.clients.add)}.`,
          `Choose the client and the role there: ${b(say.role.decisionMaker)}, ${b(say.role.leader)}, ${b(say.role.traveller)}, ${b(say.role.billing)}.`,
          `${b(say.makeMain)}, in the menu of the line, says whom to call first. For somebody who has left, choose ${b(say.role.former)}: their story stays.`,
        ],
      },
    ],
    next: [
      "The contact can be chosen on opportunities of its clients and of others; the first contact of an opportunity is its main one. Activities name the person to call, with the number.",
      `Press ${b(say.act.call)} or ${b(say.act.write)} on the page; ${b(say.act.card)} gives a file for your telephone’s address book.`,
    ],
    questions: [
      {
        question: "What is the difference between a contact and a client?",
        answer:
          "A contact is a person. A client is the entity (company, association, school, family) that carries the travel project and is billed.",
      },
      {
        question: "Can one contact belong to several clients?",
        answer: "Yes, with a role at each. One of them is the main contact of a client.",
      },
      {
        question: "Why does the newsletter say that somebody was never asked?",
        answer: `Silence is not consent. A person is ${b(say.newsletter.subscribed)} only after saying so, and the page says when and where. Until then they are ${b(say.newsletter.unknown)}, and the list can be filtered by it.`,
      },
      {
        question: "Who may see contacts?",
        answer: `Who has at least the right ${b(people.right.read)} on contacts. With ${b(people.right.write)} one may create and change them, with ${b(people.right.delete)} delete them too.`,
      },
    ],
    goodToKnow: [
      "Correct a number or an address when you hear of it: press the value, type, Enter.",
      "Write in the notes what helps a colleague to call, nothing that the person should not read.",
      `A deleted contact can be restored for 30 days: ${b(say.deletedOnly)}, among the filters.`,
      `Clients have their own telephone and e-mail under ${b(client.title)}: those of the house, not of a person.`,
      `${b(tag.title)}, given with the key L, and the fields of your agency stand on the page, filter the list and are columns of it; they are explained under ${b(opportunity.title)}.`,
    ],
  } as const;
}
