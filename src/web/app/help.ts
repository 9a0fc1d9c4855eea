import type { HelpTopic } from "#words/help/article.ts";

/** The address of the entry of the navigation: a link like its neighbours, which opens the sheet of help and shortcuts. */
export const SHORTCUTS_HREF = "#shortcuts";

/** The beginnings of addresses, and what the help says of the screens behind them. */
const TOPIC_OF: Readonly<Record<string, HelpTopic>> = {
  "/opportunities": "opportunities",
  "/clients": "clients",
  "/contacts": "contacts",
  "/products": "products",
  "/quotes": "quotes",
  "/suppliers": "catalogue",
  "/steps": "catalogue",
  "/trip-templates": "catalogue",
  "/activities": "activities",
  "/": "day",
  "/settings/people": "people",
  "/settings/teams": "people",
  "/settings/rates": "rates",
  "/imports": "exchange",
  "/settings/imports": "exchange",
};

/** What the help says of a screen; undefined where it says nothing of its own. */
export function topicAt(pathname: string): HelpTopic | undefined {
  const found = Object.keys(TOPIC_OF).find((start) => pathname === start || pathname.startsWith(`${start}/`));
  return found === undefined ? undefined : TOPIC_OF[found];
}

export function helpHref(topic: HelpTopic | undefined): string {
  return topic === undefined ? "/help" : `/help/${topic}`;
}
