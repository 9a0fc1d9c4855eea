import { quoteRecordEndpoints } from "#contract/quote-endpoints.ts";
import { mayPriceQuote, maySeeQuote } from "#domain/quote/policy.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import { handle } from "#server/platform/handle.ts";
import { insertVersion } from "#server/quote/new-quote.ts";
import { presentComparison } from "#server/quote/present-comparison.ts";
import { marksOf, presentSummary, showOneVersion, versionRows } from "#server/quote/present-version.ts";
import { findVersion, getQuote, getVersion, tellQuote, touchBy } from "#server/quote/quote-store.ts";

export const listQuoteVersions = handle(quoteRecordEndpoints.listQuoteVersions, {
  subject: ({ tx, params }) => getQuote(tx, params.id),
  allow: maySeeQuote,
  run: async ({ tx, subject }) => {
    const marks = await marksOf(tx, subject);
    return { data: (await versionRows(tx, subject.id)).map((row) => presentSummary(tx, row, marks)) };
  },
});

export const showQuoteVersion = handle(quoteRecordEndpoints.showQuoteVersion, {
  subject: async ({ tx, params }) => {
    const quote = await getQuote(tx, params.id);
    await getVersion(tx, quote.id, params.number);
    return quote;
  },
  allow: maySeeQuote,
  run: ({ tx, subject, params }) => showOneVersion(tx, subject, params.number),
});

export const addQuoteVersion = handle(quoteRecordEndpoints.addQuoteVersion, {
  subject: ({ tx, params }) => getQuote(tx, params.id),
  allow: mayPriceQuote,
  run: async ({ tx, subject, body }) => {
    const from = await findVersion(tx, subject.id, body.from ?? subject.newest_number);
    if (!from) throw refuseField("/from", "reference.unknown");
    const made = await insertVersion(tx, subject, from);
    tellQuote(tx, subject, {
      kind: "quote.versionAdded",
      fields: { version_number: { from: from.number, to: made.number } },
      version: made.version,
    });
    await touchBy(tx, subject);
    return showOneVersion(tx, await getQuote(tx, subject.id), made.number);
  },
});

export const compareQuoteVersions = handle(quoteRecordEndpoints.compareQuoteVersions, {
  subject: async ({ tx, params }) => {
    const quote = await getQuote(tx, params.id);
    await getVersion(tx, quote.id, params.number);
    return quote;
  },
  allow: maySeeQuote,
  run: async ({ tx, subject, params, query }) => {
    const [[to], [from]] = [await versionRows(tx, subject.id, params.number), await versionRows(tx, subject.id, query.with)];
    if (!from || !to) throw refuseField("/with", "reference.unknown");
    return presentComparison(tx, { from, to, marks: await marksOf(tx, subject) });
  },
});
