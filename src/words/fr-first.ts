import { activityWords } from "#words/fr/activity.ts";
import { clientWords } from "#words/fr/client.ts";
import { commonWords } from "#words/fr/common.ts";
import { contactWords } from "#words/fr/contact.ts";
import { documentWords } from "#words/fr/document.ts";
import { messageWords } from "#words/fr/message.ts";
import { opportunityWords } from "#words/fr/opportunity.ts";
import { partnerWords } from "#words/fr/partner.ts";
import { productWords } from "#words/fr/product.ts";
import { searchWords } from "#words/fr/search.ts";
import { shellWords } from "#words/fr/shell.ts";
import { tagWords } from "#words/fr/tag.ts";
import { timelineWords } from "#words/fr/timeline.ts";
import { viewWords } from "#words/fr/view.ts";
import type { FirstWords } from "#words/en-first.ts";

export const firstWords: FirstWords = {
  activity: activityWords,
  client: clientWords,
  common: commonWords,
  contact: contactWords,
  document: documentWords,
  message: messageWords,
  opportunity: opportunityWords,
  partner: partnerWords,
  product: productWords,
  search: searchWords,
  shell: shellWords,
  tag: tagWords,
  timeline: timelineWords,
  view: viewWords,
};
