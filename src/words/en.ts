import type { Same } from "#words/same.ts";
import { accessWords } from "#words/en/access.ts";
import { activityWords } from "#words/en/activity.ts";
import { catalogueWords } from "#words/en/catalogue.ts";
import { clientWords } from "#words/en/client.ts";
import { commonWords } from "#words/en/common.ts";
import { contactWords } from "#words/en/contact.ts";
import { documentWords } from "#words/en/document.ts";
import { exchangeWords } from "#words/en/exchange.ts";
import { messageWords } from "#words/en/message.ts";
import { myDayWords } from "#words/en/my-day.ts";
import { opportunityWords } from "#words/en/opportunity.ts";
import { partnerWords } from "#words/en/partner.ts";
import { peopleWords } from "#words/en/people.ts";
import { productWords } from "#words/en/product.ts";
import { searchWords } from "#words/en/search.ts";
import { settingsWords } from "#words/en/settings.ts";
import { shellWords } from "#words/en/shell.ts";
import { tagWords } from "#words/en/tag.ts";
import { timelineWords } from "#words/en/timeline.ts";

export const words = {
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

export type Words = Same<typeof words>;
