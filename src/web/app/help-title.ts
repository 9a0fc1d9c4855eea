import type { HelpTopic } from "#words/help/article.ts";
import type { Words } from "#words/en.ts";

const TITLES: Readonly<Record<HelpTopic, (words: Words) => string>> = {
  opportunities: (words) => words.opportunity.title,
  clients: (words) => words.client.title,
  contacts: (words) => words.contact.title,
  products: (words) => words.product.title,
  quotes: (words) => words.quoting.title,
  catalogue: (words) => words.catalogue.title,
  rates: (words) => words.settings.section.rates,
  activities: (words) => words.activity.title,
  exchange: (words) => words.exchange.title,
  day: (words) => words.shell.nav.home,
  people: (words) => words.settings.section.people,
};

/** The name of a topic, for who has not opened the help yet. */
export function topicTitle(topic: HelpTopic, words: Words): string {
  return TITLES[topic](words);
}
