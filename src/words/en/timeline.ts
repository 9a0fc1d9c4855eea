import { plural } from "#words/plural.ts";

/** What happened to a record, told by day. */
export const timelineWords = {
  title: "Timeline",
  loading: "Loading the timeline…",
  empty: "Nothing has happened yet.",
  more: "Show earlier changes",
  today: (p: { day: string }) => `Today, ${p.day}`,
  yesterday: (p: { day: string }) => `Yesterday, ${p.day}`,
  undone: (p: { by: string }) => `undone by ${p.by}`,
  unfold: (p: { n: number }) => plural("en", p.n, { one: "# field", other: "# fields" }),
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
    contactsSet: "changed the contacts",
    imported: "imported it",
  },
};
