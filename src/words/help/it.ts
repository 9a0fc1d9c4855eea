import { opportunitiesHelp } from "#words/help/it/opportunities.ts";
import { clientsHelp } from "#words/help/it/clients.ts";
import { contactsHelp } from "#words/help/it/contacts.ts";
import { catalogueHelp } from "#words/help/it/catalogue.ts";
import { quotesHelp } from "#words/help/it/quotes.ts";
import { ratesHelp } from "#words/help/it/rates.ts";
import { productsHelp } from "#words/help/it/products.ts";
import { activitiesHelp } from "#words/help/it/activities.ts";
import { exchangeHelp } from "#words/help/it/exchange.ts";
import { dayHelp } from "#words/help/it/day.ts";
import { peopleHelp } from "#words/help/it/people.ts";
import { helpFrame } from "#words/help/it/frame.ts";
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
