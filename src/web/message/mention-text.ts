import { mentionOf } from "#domain/message/message.ts";
import { foldText } from "#domain/shared/text.ts";

type Person = { readonly id: string; readonly name: string };

/** What is typed after the @ that the caret stands behind; undefined when there is none. */
export function mentionAt(text: string, caret: number): string | undefined {
  const match = /(?:^|[\s(])@([\p{L}\p{M}'’-]{0,30}(?: [\p{L}\p{M}'’-]{1,30})?)$/u.exec(text.slice(0, caret));
  return match?.[1];
}

/** Whose name holds a word that begins so. */
export function matching(people: readonly Person[], typed: string): Person[] {
  const wanted = foldText(typed);
  return people.filter(({ name }) => ` ${foldText(name)}`.includes(` ${wanted}`)).slice(0, 6);
}

/** The @ and what follows it become the person's name; people read names, the record keeps who it is. */
export function withMention(text: string, caret: number, person: Person): { readonly text: string; readonly caret: number } {
  const typed = mentionAt(text, caret) ?? "";
  const before = `${text.slice(0, caret - typed.length - 1)}@${person.name} `;
  return { text: before + text.slice(caret), caret: before.length };
}

/** Names of the chosen persons become mentions when the text is sent. Longer names first: "Anne Marie" before "Anne". */
export function sentText(text: string, chosen: readonly Person[]): string {
  let sent = text;
  for (const person of chosen.toSorted((a, b) => b.name.length - a.name.length))
    sent = sent.replaceAll(`@${person.name}`, mentionOf(person));
  return sent;
}

/** The other way, for changing a text: mentions are shown as names again. */
export function typedText(body: string): { readonly text: string; readonly chosen: readonly Person[] } {
  const chosen: Person[] = [];
  const text = body.replaceAll(/@\[([^\]\n]{1,200})\]\(user:([0-9a-f-]{36})\)/gi, (_all, name: string, id: string) => {
    if (!chosen.some((person) => person.id === id)) chosen.push({ id, name });
    return `@${name}`;
  });
  return { text, chosen };
}
