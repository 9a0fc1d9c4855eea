import type { Same } from "#words/same.ts";
import { activityWords } from "#words/en/activity.ts";
import { clientWords } from "#words/en/client.ts";
import { commonWords } from "#words/en/common.ts";
import { contactWords } from "#words/en/contact.ts";
import { documentWords } from "#words/en/document.ts";
import { messageWords } from "#words/en/message.ts";
import { opportunityWords } from "#words/en/opportunity.ts";
import { partnerWords } from "#words/en/partner.ts";
import { productWords } from "#words/en/product.ts";
import { searchWords } from "#words/en/search.ts";
import { shellWords } from "#words/en/shell.ts";
import { tagWords } from "#words/en/tag.ts";
import { timelineWords } from "#words/en/timeline.ts";
import { viewWords } from "#words/en/view.ts";

/** The words of the board and of what many screens share: the browser loads them first. Those of other screens come with them. */
export const firstWords = {
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

export type FirstWords = Same<typeof firstWords>;
