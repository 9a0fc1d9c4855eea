import type { clientWords as en } from "#words/en/client.ts";
import type { Same } from "#words/same.ts";

export const clientWords: Same<typeof en> = {};
