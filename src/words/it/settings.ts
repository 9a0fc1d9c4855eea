import type { settingsWords as en } from "#words/en/settings.ts";
import type { Same } from "#words/same.ts";

export const settingsWords: Same<typeof en> = {};
