import { plural } from "#words/plural.ts";

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(", ");
const some = (names: readonly string[]): string => `${names.length > 1 ? "the tags" : "the tag"} ${listed(names)}`;

/** Tags: words of the agency on opportunities, clients and contacts. */
export const tagWords = {
  title: "Tags",
  one: "Tag",
  edit: "Tags…",
  placeholder: "Find or make a tag",
  placeholderKnown: "Find a tag",
  hint: "Type to find a tag, or to make a new one.",
  hintKnown: "Type to find a tag.",
  of: (p: { name: string }) => `Tags of “${p.name}”`,
  save: "Save",
  changed: (p: { name: string }) => `The tags of “${p.name}” are changed`,
  bulk: {
    title: (p: { n: number }) => plural("en", p.n, { one: "Tags of # opportunity", other: "Tags of # opportunities" }),
    add: "Tags to add",
    remove: "Tags to take away",
    apply: "Apply",
  },
  told: (p: { added: readonly string[]; removed: readonly string[] }): string =>
    [p.added.length > 0 ? `added ${some(p.added)}` : "", p.removed.length > 0 ? `took away ${some(p.removed)}` : ""]
      .filter((part) => part !== "")
      .join(" and "),
  settings: {
    text: "Words on opportunities, clients and contacts. Whoever writes these makes new ones.",
    empty: "No tag yet.",
    add: "New tag",
    unused: "not used",
    opportunities: (p: { n: number }) => plural("en", p.n, { one: "# opportunity", other: "# opportunities" }),
    clients: (p: { n: number }) => plural("en", p.n, { one: "# client", other: "# clients" }),
    contacts: (p: { n: number }) => plural("en", p.n, { one: "# contact", other: "# contacts" }),
    deleted: (p: { name: string }) => `“${p.name}” is deleted: no record has it any more`,
    merge: "Merge with…",
    mergeTitle: (p: { name: string }) => `Merge “${p.name}” with another tag`,
    mergeInto: "Tag that stays",
    mergeText: (p: { name: string }) => `Records that have “${p.name}” will have this one instead.`,
    confirmMerge: "Merge",
    merged: (p: { name: string; into: string }) => `“${p.name}” is merged into “${p.into}”`,
  },
};
