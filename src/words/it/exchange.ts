import type { exchangeWords as en } from "#words/en/exchange.ts";
import type { Same } from "#words/same.ts";

export const exchangeWords: Same<typeof en> = {};
