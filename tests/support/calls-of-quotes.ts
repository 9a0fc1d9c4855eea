import type { EndpointName } from "#contract/api.ts";
import { newId } from "#server/platform/new-id.ts";
import { newLine } from "#domain/quote/quote-sheet.ts";
import type { Loose } from "#tests/support/agency.ts";
import { made, of, on, plain, theOpportunity, type Call, type Stage } from "#tests/support/calls.ts";

/** A quote of the seller's opportunity that has a price: one line, 20 and 40 payers. */
export async function aQuote(stage: Stage): Promise<Loose> {
  const { id } = await theOpportunity(stage);
  const { quote, sheet } = await made(stage.cast.seller.ask("POST", "/quotes", { body: { from: { opportunityId: id } } }));
  const edits = [
    { kind: "setSheet", field: "bases", was: sheet.bases, to: [20, 40] },
    { kind: "addLine", line: newLine({ id: newId(), name: "Autocar", currency: "EUR", unitCost: "100.00" }), afterLineId: null },
  ];
  await made(stage.cast.seller.ask("PATCH", `/quotes/${quote.id}/versions/1`, { body: { edits } }));
  return { ...quote, opportunityId: id };
}

const path = ({ id }: Loose): string => `/quotes/${id}`;
const version =
  (rest = "") =>
  (quote: Loose): string =>
    `${path(quote)}/versions/1${rest}`;
const after =
  (...verbs: readonly string[]) =>
  async (stage: Stage): Promise<Loose> => {
    const quote = await aQuote(stage);
    for (const verb of verbs) await made(stage.cast.seller.ask("POST", version(`/${verb}`)(quote), { body: {} }));
    return quote;
  };
const aTemplate = async (stage: Stage): Promise<Loose> =>
  made(stage.cast.seller.ask("POST", "/quotes/templates", { body: { name: `Modèle ${newId()}`, quoteId: (await aQuote(stage)).id } }));
const template = ({ id }: Loose): string => `/quotes/templates/${id}`;
const NOTES = { edits: [{ kind: "setSheet", field: "notes", was: null, to: "À relire" }] };

export const QUOTE_CALLS = {
  listQuotes: plain("everyone reads", "/quotes"),
  createQuote: { ...plain("sales write", ""), make: async () => ({ path: "/quotes", body: { name: `Naples ${newId()}` } }) },
  showQuote: on("seen in scope", aQuote, path),
  quotePdf: on("seen in scope", aQuote, version("/pdf")),
  editQuote: on("written in scope", aQuote, path, { name: "Naples et Capri" }),
  deleteQuote: on("written in scope", aQuote, path),
  restoreQuote: on(
    "written in scope",
    async (stage) => {
      const quote = await aQuote(stage);
      await made(stage.cast.seller.ask("DELETE", path(quote)));
      return quote;
    },
    (quote) => `${path(quote)}/restore`,
  ),
  listQuoteVersions: on("seen in scope", aQuote, (quote) => `${path(quote)}/versions`),
  addQuoteVersion: on("written in scope", aQuote, (quote) => `${path(quote)}/versions`, {}),
  showQuoteVersion: on("seen in scope", aQuote, version()),
  editQuoteVersion: on("written in scope", aQuote, version(), NOTES),
  compareQuoteVersions: on("seen in scope", aQuote, version("/compare?with=1")),
  refreshQuoteRates: of("written in scope", async (stage) => {
    const quote = await aQuote(stage);
    await made(stage.cast.administrator.ask("PUT", "/exchange-rates/USD", { body: { rate: `0.${Math.floor(Math.random() * 1e9) + 1}` } }));
    return { path: version("/refresh-rates")(quote), body: {} };
  }),
  sendQuote: on("written in scope", aQuote, version("/send")),
  acceptQuote: on("written in scope", aQuote, version("/accept"), {}),
  unacceptQuote: on("written in scope", after("accept"), version("/unaccept")),
  declineQuote: on("written in scope", after("send"), version("/decline"), { reason: "Trop cher" }),
  chooseQuote: on("written in scope", aQuote, version("/choose"), {}),
  unchooseQuote: on("written in scope", after("choose"), version("/unchoose")),
  listOpportunityQuotes: on("seen in scope", aQuote, ({ opportunityId }) => `/opportunities/${opportunityId}/quotes`),
  followChosenQuote: on("written in scope", after("choose"), ({ opportunityId }) => `/opportunities/${opportunityId}/follow-quote`),
  showPurchases: on("costs are seen in scope", aQuote, version("/purchases")),
  exportCosting: on("managers export in scope", aQuote, version("/export")),
  listQuoteTemplates: plain("everyone reads", "/quotes/templates"),
  createQuoteTemplate: of("written in scope", async (stage) => ({
    path: "/quotes/templates",
    body: { name: `Modèle ${newId()}`, quoteId: (await aQuote(stage)).id },
  })),
  editQuoteTemplate: on("sales write", aTemplate, template, { name: "Modèle Naples" }),
  deleteQuoteTemplate: on("sales write", aTemplate, template),
} as const satisfies { readonly [Name in EndpointName]?: Call };
