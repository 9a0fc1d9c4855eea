import type { opportunityWords as en } from "#words/en/opportunity.ts";
import type { Same } from "#words/same.ts";

export const opportunityWords: Same<typeof en> = {};
