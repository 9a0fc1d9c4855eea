import { z } from "zod";
import { currency, day, optionalText } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";

export const exchangeRateEndpoints = {
  listExchangeRates: endpoint({
    id: "listExchangeRates",
    method: "GET",
    path: "/exchange-rates",
    tag: "settings",
    access: "read",
    summary: "The newest rate of each currency to the workspace's.",
    returns: z.object({ currency, data: z.array(z.object({ currency, rate: z.string(), onDay: day, source: z.string() })) }),
    refuses: [],
  }),
  setExchangeRate: endpoint({
    id: "setExchangeRate",
    method: "PUT",
    path: "/exchange-rates/{currency}",
    tag: "settings",
    access: "write",
    summary: "Sets today's rate of a currency (units of the workspace's currency per unit). No existing record moves.",
    params: z.object({ currency }),
    body: z.object({ rate: z.string().regex(/^\d{1,9}(\.\d{1,10})?$/, { error: "rate.invalid" }), source: optionalText(100).optional() }),
    returns: z.object({ currency, rate: z.string(), onDay: day, source: z.string() }),
    refuses: ["request.forbidden", "request.invalid"],
  }),
};
