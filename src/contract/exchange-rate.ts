import { z } from "zod";
import { currency, day, optionalText } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";

const rate = z.string().regex(/^\d{1,9}(\.\d{1,10})?$/, { error: "rate.invalid" });
export const exchangeRate = z
  .object({ currency, rate: z.string(), onDay: day, source: z.string() })
  .meta({ id: "ExchangeRate", description: "Units of the workspace's currency for one unit of the currency." });

export const exchangeRateEndpoints = {
  listExchangeRates: endpoint({
    id: "listExchangeRates",
    method: "GET",
    path: "/exchange-rates",
    tag: "settings",
    access: "read",
    summary: "The newest rate of each currency to the workspace's.",
    returns: z.object({ currency, data: z.array(exchangeRate) }),
    refuses: [],
  }),
  listExchangeRateHistory: endpoint({
    id: "listExchangeRateHistory",
    method: "GET",
    path: "/exchange-rates/history",
    tag: "settings",
    access: "read",
    summary: "The rates one currency had, newest first; before is the day of the last one that was answered.",
    query: z.object({ currency, limit: z.coerce.number().int().min(1).max(400).default(60), before: day.optional() }),
    returns: z.object({ data: z.array(exchangeRate), page: z.object({ nextBefore: day.nullable() }) }),
    refuses: ["request.invalid"],
  }),
  addExchangeRate: endpoint({
    id: "addExchangeRate",
    method: "POST",
    path: "/exchange-rates",
    tag: "settings",
    access: "write",
    status: 201,
    summary: "Sets the rate of a currency for a day (today unless it is given), instead of the one it had. No existing record moves.",
    body: z.object({ currency, rate, onDay: day.optional(), source: optionalText(100).optional() }).meta({ id: "NewExchangeRate" }),
    returns: exchangeRate,
    refuses: ["request.forbidden", "request.invalid"],
  }),
  setExchangeRate: endpoint({
    id: "setExchangeRate",
    method: "PUT",
    path: "/exchange-rates/{currency}",
    tag: "settings",
    access: "write",
    summary: "Sets today's rate of a currency (units of the workspace's currency per unit). No existing record moves.",
    params: z.object({ currency }),
    body: z.object({ rate, source: optionalText(100).optional() }),
    returns: exchangeRate,
    refuses: ["request.forbidden", "request.invalid"],
  }),
  deleteExchangeRate: endpoint({
    id: "deleteExchangeRate",
    method: "DELETE",
    path: "/exchange-rates/{currency}/{onDay}",
    tag: "settings",
    access: "write",
    status: 204,
    summary: "Removes the rate a currency had on a day: the one before counts again. Records that froze it keep it. Undoable.",
    params: z.object({ currency, onDay: day }),
    refuses: ["request.forbidden", "request.notFound"],
  }),
  importExchangeRates: endpoint({
    id: "importExchangeRates",
    method: "POST",
    path: "/exchange-rates/import",
    tag: "settings",
    access: "write",
    raw: "multipart/form-data",
    summary:
      "Takes the rates of a file of the European Central Bank (eurofxref, daily or history, XML or CSV), as the field `file` of a form or as the body: cross rates to the workspace's currency, reckoned exactly and rounded once to ten decimals. Days before since (two years ago unless it is given) are left out; rates of the same days are replaced. Undoable as a whole.",
    query: z.object({ fileName: z.string().max(300).optional(), since: day.optional() }),
    returns: z
      .object({
        /** Rates that are new or another than before, and those that were the same already. */
        written: z.int(),
        unchanged: z.int(),
        days: z.int(),
        currencies: z.int(),
        from: day.nullable(),
        until: day.nullable(),
      })
      .meta({ id: "ExchangeRateImport" }),
    refuses: ["request.forbidden", "request.invalid", "request.tooLarge"],
  }),
};

export type ExchangeRate = z.output<typeof exchangeRate>;
