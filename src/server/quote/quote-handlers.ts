import { createQuote } from "#server/quote/create-quote.ts";
import { editQuoteVersion, refreshQuoteRates } from "#server/quote/edit-sheet.ts";
import { exportCosting } from "#server/quote/export-costing.ts";
import { listQuotes } from "#server/quote/list-quotes.ts";
import * as marks from "#server/quote/mark-quote.ts";
import { followChosenQuote, listOpportunityQuotes } from "#server/quote/opportunity-quotes-list.ts";
import { quotePdf } from "#server/quote/pdf/quote-pdf.ts";
import { priceQuote } from "#server/quote/price-quote.ts";
import { showPurchases } from "#server/quote/purchases-of-quote.ts";
import * as templates from "#server/quote/quote-templates.ts";
import * as versions from "#server/quote/quote-versions.ts";
import { deleteQuote, editQuote, restoreQuote, showQuote } from "#server/quote/quotes.ts";

/** Everything that can be asked of quotes. */
export const quoteHandlers = {
  priceQuote,
  quotePdf,
  listQuotes,
  createQuote,
  showQuote,
  editQuote,
  deleteQuote,
  restoreQuote,
  listQuoteVersions: versions.listQuoteVersions,
  addQuoteVersion: versions.addQuoteVersion,
  showQuoteVersion: versions.showQuoteVersion,
  compareQuoteVersions: versions.compareQuoteVersions,
  editQuoteVersion,
  refreshQuoteRates,
  sendQuote: marks.sendQuote,
  acceptQuote: marks.acceptQuote,
  unacceptQuote: marks.unacceptQuote,
  declineQuote: marks.declineQuote,
  chooseQuote: marks.chooseQuote,
  unchooseQuote: marks.unchooseQuote,
  showPurchases,
  exportCosting,
  listOpportunityQuotes,
  followChosenQuote,
  listQuoteTemplates: templates.listQuoteTemplates,
  createQuoteTemplate: templates.createQuoteTemplate,
  editQuoteTemplate: templates.editQuoteTemplate,
  deleteQuoteTemplate: templates.deleteQuoteTemplate,
};
