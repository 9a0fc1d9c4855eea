import { quotePdfEndpoints } from "#contract/quote-pdf.ts";
import type { Quote } from "#contract/quote-record.ts";
import { costingGrid } from "#domain/quote/costing-grid.ts";
import { maySeeQuote } from "#domain/quote/policy.ts";
import { figuresOf, preparedSheet } from "#domain/quote/quote-figures.ts";
import { inReadingOrder, type QuoteSheet } from "#domain/quote/quote-sheet.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import { makePdf } from "#server/platform/pdf.ts";
import { costingSections } from "#server/quote/pdf/costing-paper.ts";
import { writingIn, type Paper, type PaperFact, type Writing } from "#server/quote/pdf/paper.ts";
import { priceSections } from "#server/quote/pdf/price-paper.ts";
import { showOneQuote } from "#server/quote/present-quote.ts";
import { namesOf } from "#server/quote/present-version.ts";
import { agencyOf, getQuote, getVersion } from "#server/quote/quote-store.ts";
import { quotePdfWords } from "#words/quote-pdf-words.ts";

/** What the paper says is read here; it is set once the transaction has ended, on a thread of its own. */
export const quotePdf = handle(quotePdfEndpoints.quotePdf, {
  subject: async ({ tx, params }) => {
    const quote = await getQuote(tx, params.id);
    return { ...quote, sheetVersion: await getVersion(tx, quote.id, params.number) };
  },
  // The costing sheet is what costs and margins are: without the right to them there is the price table alone.
  allow: (actor, subject, { query }) => maySeeQuote(actor, subject) && (query.kind === "prices" || actor.rights.costs),
  run: async ({ tx, subject: { sheetVersion, ...stored }, query, effects }) => {
    const sheet = inReadingOrder(sheetVersion.sheet);
    const agency = agencyOf(tx, sheetVersion);
    const prepared = preparedSheet(sheet, agency);
    if (!prepared) throw new Refusal("request.invalid", {}, figuresOf(sheet, agency).problems);
    const quote = await showOneQuote(tx, stored.id);
    const language = query.language ?? quote.language ?? tx.actor.locale;
    const write = writingIn(language, sheet.currency);
    const table = { language, sheet, columns: costingGrid(prepared), write };
    const isCosting = query.kind === "costing";
    const sections = isCosting
      ? costingSections({ ...table, suppliers: new Map((await namesOf(tx, sheet)).suppliers.map(({ id, name }) => [id, name])) })
      : priceSections(table);
    const logo = await logoOf(tx);
    const words = quotePdfWords[language];
    const paper: Paper = {
      title: isCosting ? words.costing : words.prices,
      subtitle: [quote.name, isCosting && words.internal].filter(Boolean).join(" · "),
      agency: tx.agency.name,
      language,
      wide: isCosting,
      logo: logo?.name ?? null,
      logoAlt: words.logo({ agency: tx.agency.name }),
      facts: factsOf({ language, quote, sheet, write }, sheetVersion.number),
      sections,
      closing: isCosting ? "" : words.closing,
      footer: [tx.agency.name, words.numbered({ number: quote.number, version: sheetVersion.number })].join(" · "),
    };
    const files = logo ? { [logo.name]: logo.bytes } : {};
    const name = `${quote.number}-v${sheetVersion.number}-${query.kind}-${language}.pdf`;
    effects.make(async () => ({
      name,
      type: "application/pdf",
      body: await makePdf({ template: "quote/pdf/quote.typ", data: paper, files }),
    }));
  },
});

type Facts = { readonly language: Locale; readonly quote: Quote; readonly sheet: QuoteSheet; readonly write: Writing };

function factsOf({ language, quote, sheet, write }: Facts, version: number): PaperFact[] {
  const words = quotePdfWords[language];
  const day = (label: string, on: string | null): PaperFact[] => (on === null ? [] : [{ label, value: write.day(on) }]);
  return [
    { label: words.prices, value: words.numbered({ number: quote.number, version }) },
    ...(quote.client ? [{ label: words.client, value: quote.client.name }] : []),
    ...day(words.dates, sheet.departsOn),
    ...day(words.validUntil, sheet.validUntil),
  ];
}

const EXTENSIONS: Readonly<Record<string, string>> = { "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp" };

async function logoOf(tx: ReadTx): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  const { logo, logo_type: type } = await tx.db
    .selectFrom("workspace")
    .select(["logo", "logo_type"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .executeTakeFirstOrThrow();
  const extension = EXTENSIONS[type ?? ""];
  return logo && extension ? { name: `logo.${extension}`, bytes: logo } : undefined;
}
