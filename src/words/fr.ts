import { accessWords } from "#words/fr/access.ts";
import { activityWords } from "#words/fr/activity.ts";
import { catalogueWords } from "#words/fr/catalogue.ts";
import { clientWords } from "#words/fr/client.ts";
import { commonWords } from "#words/fr/common.ts";
import { contactWords } from "#words/fr/contact.ts";
import { documentWords } from "#words/fr/document.ts";
import { exchangeWords } from "#words/fr/exchange.ts";
import { messageWords } from "#words/fr/message.ts";
import { myDayWords } from "#words/fr/my-day.ts";
import { opportunityWords } from "#words/fr/opportunity.ts";
import { partnerWords } from "#words/fr/partner.ts";
import { peopleWords } from "#words/fr/people.ts";
import { productWords } from "#words/fr/product.ts";
import { searchWords } from "#words/fr/search.ts";
import { settingsWords } from "#words/fr/settings.ts";
import { shellWords } from "#words/fr/shell.ts";
import { tagWords } from "#words/fr/tag.ts";
import { timelineWords } from "#words/fr/timeline.ts";
import type { Words } from "#words/en.ts";

export const words: Words = {
  access: accessWords,
  activity: activityWords,
  catalogue: catalogueWords,
  client: clientWords,
  common: commonWords,
  contact: contactWords,
  document: documentWords,
  exchange: exchangeWords,
  message: messageWords,
  myDay: myDayWords,
  opportunity: opportunityWords,
  partner: partnerWords,
  people: peopleWords,
  product: productWords,
  search: searchWords,
  settings: settingsWords,
  shell: shellWords,
  tag: tagWords,
  timeline: timelineWords,
};
