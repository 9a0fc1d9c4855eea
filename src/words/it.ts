import { accessWords } from "#words/it/access.ts";
import { activityWords } from "#words/it/activity.ts";
import { catalogueWords } from "#words/it/catalogue.ts";
import { clientWords } from "#words/it/client.ts";
import { commonWords } from "#words/it/common.ts";
import { contactWords } from "#words/it/contact.ts";
import { documentWords } from "#words/it/document.ts";
import { exchangeWords } from "#words/it/exchange.ts";
import { messageWords } from "#words/it/message.ts";
import { myDayWords } from "#words/it/my-day.ts";
import { opportunityWords } from "#words/it/opportunity.ts";
import { partnerWords } from "#words/it/partner.ts";
import { peopleWords } from "#words/it/people.ts";
import { productWords } from "#words/it/product.ts";
import { searchWords } from "#words/it/search.ts";
import { settingsWords } from "#words/it/settings.ts";
import { shellWords } from "#words/it/shell.ts";
import { tagWords } from "#words/it/tag.ts";
import { timelineWords } from "#words/it/timeline.ts";
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
