import type { timelineWords as en } from "#words/en/timeline.ts";
import type { Same } from "#words/same.ts";

export const timelineWords: Same<typeof en> = {};
