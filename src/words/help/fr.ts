import { opportunitiesHelp } from "#words/help/fr/opportunities.ts";
import { clientsHelp } from "#words/help/fr/clients.ts";
import { contactsHelp } from "#words/help/fr/contacts.ts";
import { catalogueHelp } from "#words/help/fr/catalogue.ts";
import { quotesHelp } from "#words/help/fr/quotes.ts";
import { ratesHelp } from "#words/help/fr/rates.ts";
import { productsHelp } from "#words/help/fr/products.ts";
import { activitiesHelp } from "#words/help/fr/activities.ts";
import { exchangeHelp } from "#words/help/fr/exchange.ts";
import { dayHelp } from "#words/help/fr/day.ts";
import { peopleHelp } from "#words/help/fr/people.ts";
import { helpFrame } from "#words/help/fr/frame.ts";
import type { Words } from "#words/en.ts";
import type { HelpWords } from "#words/help/en.ts";

/** The built-in help: fetched when it is opened, and speaking of the screens by their own words. */
export function helpWords(words: Words): HelpWords {
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
