import { plural } from "#words/plural.ts";

/** Messages and notes between colleagues, never shown to clients. */
export const messageWords = {
  title: "Messages",
  loading: "Loading the messages…",
  empty: "No message yet. What you write here stays among colleagues.",
  write: "Write a note to the team, @ to mention…",
  writeLabel: "A note to the team",
  send: "Send",
  save: "Save",
  people: "People who can see this",
  nobody: "Nobody of that name can see this.",
  called: "Call made",
  pinnedTitle: "Pinned",
  pinned: (p: { by: string }) => `pinned by ${p.by}`,
  pin: "Pin",
  unpin: "Unpin",
  edit: "Change",
  remove: "Delete",
  removed: "The message is deleted",
  edited: "changed",
  history: "Former texts",
  version: (p: { n: number }) => `Version ${p.n}`,
  actions: (p: { by: string }) => `Actions for the message of ${p.by}`,
  reply: "Reply",
  more: "Show earlier messages",
  count: (p: { n: number }) => plural("en", p.n, { one: "# message", other: "# messages" }),
};
