import { activityWords } from "#words/it/activity.ts";
import { clientWords } from "#words/it/client.ts";
import { commonWords } from "#words/it/common.ts";
import { contactWords } from "#words/it/contact.ts";
import { documentWords } from "#words/it/document.ts";
import { messageWords } from "#words/it/message.ts";
import { opportunityWords } from "#words/it/opportunity.ts";
import { partnerWords } from "#words/it/partner.ts";
import { productWords } from "#words/it/product.ts";
import { searchWords } from "#words/it/search.ts";
import { shellWords } from "#words/it/shell.ts";
import { tagWords } from "#words/it/tag.ts";
import { timelineWords } from "#words/it/timeline.ts";
import { viewWords } from "#words/it/view.ts";
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
