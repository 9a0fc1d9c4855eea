/**
 * A message or note between colleagues, in Markdown, never shown to clients. A person is mentioned as
 * `@[Claire Lambert](user:<id>)`; only those who may see the record can be.
 */
const MENTION = /@\[[^\]\n]{1,200}\]\(user:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gi;

/** The persons a text mentions, each once, in the order of their first mention. */
export function mentionsOf(body: string): string[] {
  return [...new Set([...body.matchAll(MENTION)].map(([, id = ""]) => id.toLowerCase()))];
}

/** As it is read: a mention is written with the id of who is meant, which nobody reads. */
export function plainMessage(body: string): string {
  return body.replace(/@\[([^\]]*)\]\(user:[^)]*\)/g, "@$1");
}

/** Its first words, to be read at a glance: without the marks of Markdown. */
export function messageInBrief(body: string, length: number): string {
  const plain = plainMessage(body)
    .replace(/\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/^\s*(?:#{1,6}|>|[-*])\s+/gm, "")
    .replace(/\*\*|__|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length <= length ? plain : `${plain.slice(0, length).trimEnd()}…`;
}

export function mentionOf(person: { readonly id: string; readonly name: string }): string {
  return `@[${person.name.replaceAll(/[[\]\n]/g, " ")}](user:${person.id})`;
}
