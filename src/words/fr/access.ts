import type { accessWords as en } from "#words/en/access.ts";
import type { Same } from "#words/same.ts";

export const accessWords: Same<typeof en> = {};
