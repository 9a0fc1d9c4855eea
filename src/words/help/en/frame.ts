import { plural } from "#words/plural.ts";

/** The words around the articles. */
export const helpFrame = {
  title: "Help",
  contents: "On this page",
  search: "Search the help",
  found: (p: { n: number }) => plural("en", p.n, { one: "# passage", other: "# passages" }),
  nothing: "Nothing in the help says this. Try another word.",
  noArticle: "There is no such article in the help.",
  noArticleText: "Choose one of the topics, or search.",
  parts: {
    context: "Context",
    objective: "Objective",
    where: "Where to find it",
    steps: "Step by step",
    next: "What happens next",
    questions: "Questions",
    goodToKnow: "Good to know",
  },
  screens: "Screens of this topic",
  notThis: "Looking for a key rather than a text?",
  shortcuts: "Show the shortcuts",
};
