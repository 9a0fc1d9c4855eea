import { readFile } from "node:fs/promises";
import { readArguments, wholeNumber, WrongUse } from "#cli/arguments.ts";
import { addressOf, ask, type Address, type Answer } from "#cli/request.ts";
import { tableOf, type Terminal } from "#cli/terminal.ts";

type Priced = Answer<"priceQuote">;

/** `escale quotes price FILE.json`: the grid of a costing by group size; nothing is stored. */
async function price(args: readonly string[], terminal: Terminal): Promise<void> {
  const read = readArguments(args, { explain: { type: "boolean" } });
  const [file, ...others] = read.words;
  if (file === undefined || others.length > 0) throw new WrongUse("Name one file.");
  const costing = costingOf(file, await readFile(file, "utf8"));
  const isWhole = read.isOn("json") || read.isOn("explain");
  const body = { explain: read.isOn("explain"), ...costing };
  const priced = await ask(await addressOf(terminal), "priceQuote", { body: body as never });
  if (isWhole) return terminal.out(JSON.stringify(priced));
  for (const line of tableOf([["PAYERS", "FREE", "PRICE", "SALES", "COST", "MARGIN", "%", "VAT", "NET"], ...priced.bases.map(rowOf)]))
    terminal.out(line);
  terminal.err(breakEvenOf(priced));
}

/** The shapes inside are the server's to check. */
function costingOf(file: string, text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return read as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${file} is not JSON.`, { cause: error });
  }
  throw new Error(`${file} does not hold a costing.`);
}

function rowOf({ total }: Priced["bases"][number]): string[] {
  return [
    String(total.payers),
    String(total.freePlaces),
    total.price,
    total.revenue,
    total.cost,
    total.margin,
    total.marginPercent ?? "-",
    total.vat.total,
    total.netMargin,
  ];
}

function breakEvenOf({ breakEven: { soldPrice, payers, upTo, negativeAgain }, currency }: Priced): string {
  const found = payers === null ? `none up to ${upTo}` : `from ${payers} payers`;
  const again = negativeAgain.length > 0 ? `, negative again at ${negativeAgain.join(", ")}` : "";
  return `sold at ${soldPrice} ${currency}: break-even ${found}${again}`;
}

/** `escale quotes list [--q … --status … --opportunityId … --sort … --limit …]` */
async function list(args: readonly string[], terminal: Terminal): Promise<void> {
  const names = ["q", "status", "opportunityId", "clientId", "managerId", "sort", "cursor", "limit"] as const;
  const read = readArguments(args, Object.fromEntries(names.map((name) => [name, { type: "string" as const }])));
  const given = names.flatMap((name) => {
    const value = read.text(name);
    return value === undefined ? [] : [[name, name === "limit" ? wholeNumber("limit", value, 200) : value] as const];
  });
  // The shapes of the filters are the server's to check: what is typed goes as it is.
  const page = await ask(await addressOf(terminal), "listQuotes", { query: Object.fromEntries(given) });
  if (read.isOn("json")) return terminal.out(JSON.stringify(page));
  const rows = page.data.map((quote) => [
    `${quote.number} v${quote.newestVersion}`,
    quote.name,
    quote.client?.name ?? "",
    quote.status + (quote.chosenVersion === null ? "" : ", chosen"),
    quote.payers === null ? "" : String(quote.payers),
    quote.total ? `${quote.total.amount} ${quote.total.currency}` : "-",
  ]);
  for (const line of tableOf([["NUMBER", "NAME", "CLIENT", "STATUS", "PAYERS", "TOTAL"], ...rows])) terminal.out(line);
  if (page.page.nextCursor) terminal.err(`more: --cursor ${page.page.nextCursor}`);
}

/** `escale quotes show ID|NUMBER [--version N]`: the prices of a version, and what is to be checked. */
async function show(args: readonly string[], terminal: Terminal): Promise<void> {
  const read = readArguments(args, { version: { type: "string" } });
  const address = await addressOf(terminal);
  const quote = await namedQuote(address, read.words[0]);
  const wanted = read.text("version");
  const number = wanted === undefined ? quote.newestVersion : wholeNumber("version", wanted, 100_000);
  const version = await ask(address, "showQuoteVersion", { params: { id: quote.id, number } });
  if (read.isOn("json")) return terminal.out(JSON.stringify(version));
  terminal.out(`${quote.number} v${version.number}  ${quote.name}  ${version.status}  ${version.linesCount} lines`);
  const rows = version.priceTable.map(({ payers, freePlaces, price: each }) => [
    String(payers),
    String(freePlaces),
    `${each} ${version.currency}`,
  ]);
  for (const line of tableOf([["PAYERS", "FREE", "PRICE"], ...rows])) terminal.out(line);
  if (version.total) terminal.out(`${version.payers} payers: ${version.total.amount} ${version.total.currency}`);
  for (const problem of version.problems) terminal.err(`${problem.about ?? problem.pointer}: ${problem.detail}`);
}

async function namedQuote(address: Address, wanted: string | undefined): Promise<Answer<"showQuote">> {
  if (!wanted) throw new WrongUse("Name the quote: its id, or its number as D-2027-0088.");
  if (/^[0-9a-f-]{36}$/i.test(wanted)) return ask(address, "showQuote", { params: { id: wanted } });
  const found = await ask(address, "listQuotes", { query: { q: wanted, limit: 10 } });
  const one = found.data.find(({ number }) => number.toLowerCase() === wanted.toLowerCase());
  if (!one) throw new Error(`There is no quote ${wanted} that you may see.`);
  return one;
}

export const quoteActs: Readonly<Record<string, typeof price>> = { list, show, price };
