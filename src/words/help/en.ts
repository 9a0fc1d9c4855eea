import { opportunitiesHelp } from "#words/help/en/opportunities.ts";
import { clientsHelp } from "#words/help/en/clients.ts";
import { contactsHelp } from "#words/help/en/contacts.ts";
import { catalogueHelp } from "#words/help/en/catalogue.ts";
import { quotesHelp } from "#words/help/en/quotes.ts";
import { ratesHelp } from "#words/help/en/rates.ts";
import { productsHelp } from "#words/help/en/products.ts";
import { activitiesHelp } from "#words/help/en/activities.ts";
import { exchangeHelp } from "#words/help/en/exchange.ts";
import { dayHelp } from "#words/help/en/day.ts";
import { peopleHelp } from "#words/help/en/people.ts";
import { helpFrame } from "#words/help/en/frame.ts";
import type { Words } from "#words/en.ts";
import type { Same } from "#words/same.ts";

/** The built-in help: fetched when it is opened, and speaking of the screens by their own words. */
export function helpWords(words: Words) {
  return {
    ...helpFrame,
    topics: {
      opportunities: opportunitiesHelp(words),
      clients: clientsHelp(words),
      contacts: contactsHelp(words),
      products: productsHelp(words),
      quotes: quotesHelp(words),
      catalogue: catalogueHelp(words),
      rates: ratesHelp(words),
      activities: activitiesHelp(words),
      exchange: exchangeHelp(words),
      day: dayHelp(words),
      people: peopleHelp(words),
    },
  };
}

export type HelpWords = Same<ReturnType<typeof helpWords>>;
