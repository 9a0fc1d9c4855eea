import type { EndpointName } from "#contract/api.ts";
import { made, plain, type Call } from "#tests/support/calls.ts";

/** The table of exchange rates. */
export const RATE_CALLS = {
  listExchangeRateHistory: plain("everyone reads", "/exchange-rates/history?currency=USD"),
  addExchangeRate: plain("administrator writes", "/exchange-rates", { currency: "CHF", rate: "1.05", onDay: "2026-01-05" }),
  deleteExchangeRate: {
    ...plain("administrator writes", ""),
    ofRecord: true,
    make: async ({ cast }) => {
      await made(cast.administrator.ask("POST", "/exchange-rates", { body: { currency: "SEK", rate: "0.09", onDay: "2026-01-05" } }));
      return { path: "/exchange-rates/SEK/2026-01-05" };
    },
  },
  importExchangeRates: {
    ...plain("administrator writes", ""),
    make: async () => ({
      path: "/exchange-rates/import?since=2020-01-01",
      body: `Date,USD,\n2026-01-05,1.${Math.trunc(Math.random() * 1e9)},\n`,
      headers: { "content-type": "text/csv" },
    }),
  },
  setExchangeRate: plain("administrator writes", "/exchange-rates/USD", { rate: "0.92" }),
} as const satisfies { readonly [Name in EndpointName]?: Call };
