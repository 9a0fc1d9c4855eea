import { plural } from "#words/plural.ts";

/** What happened to a record, told by day. */
export const timelineWords = {
  title: "Timeline",
  loading: "Loading the timeline…",
  empty: "Nothing has happened yet.",
  more: "Show earlier changes",
  today: "Today",
  yesterday: "Yesterday",
  events: (p: { n: number }) => plural("en", p.n, { one: "# event", other: "# events" }),
  undone: (p: { by: string }) => `undone by ${p.by}`,
  unfold: "Unfold",
  fold: "Fold",
  edited: (p: { n: number }) => plural("en", p.n, { one: "changed # field", other: "changed # fields" }),
  undoing: "by undoing a change",
  after: (p: { days: number }) => plural("en", p.days, { one: "after # day", other: "after # days" }),
  fallback: "changed",
  kind: {
    created: "created it",
    edited: "changed it",
    moved: "moved it",
    won: "marked it as won",
    lost: "marked it as lost",
    reopened: "reopened it",
    deleted: "deleted it",
    restored: "restored it",
    partners: "changed the partners",
    competitors: "changed the competitors",
    contacts: "changed the contacts",
    clients: "changed the clients",
    imported: "imported it",
  },
};
