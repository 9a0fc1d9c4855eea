import type { Answer } from "#web/api/api.ts";

/** Where the exchange rates are kept on this screen. */
export const RATES = ["exchange-rates"];
export type Rate = Answer<"listExchangeRates">["data"][number];
