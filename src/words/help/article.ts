/** The seven parts of an article, in the order in which they are read. */
export const HELP_PARTS = ["context", "objective", "where", "steps", "next", "questions", "goodToKnow"] as const;

export type HelpPartName = (typeof HELP_PARTS)[number];

/** A way of doing something: what for, then one step after the other. */
export type HelpSteps = { readonly title: string; readonly steps: readonly string[] };

export type HelpQuestion = { readonly question: string; readonly answer: string };

/** What the help says of a topic, in one language. */
export type HelpArticle = {
  readonly title: string;
  /** One sentence under the title. */
  readonly summary: string;
  readonly context: readonly string[];
  readonly objective: readonly string[];
  readonly where: readonly string[];
  readonly steps: readonly HelpSteps[];
  readonly next: readonly string[];
  readonly questions: readonly HelpQuestion[];
  readonly goodToKnow: readonly string[];
};

/** What the help writes about, in the order of its list. */
export const HELP_TOPICS = [
  "opportunities",
  "clients",
  "contacts",
  "products",
  "quotes",
  "catalogue",
  "rates",
  "activities",
  "exchange",
  "day",
  "people",
] as const;

export type HelpTopic = (typeof HELP_TOPICS)[number];
