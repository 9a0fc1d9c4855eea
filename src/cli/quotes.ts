import { readFile } from "node:fs/promises";
import { readArguments, WrongUse } from "#cli/arguments.ts";
import { addressOf, ask, type Answer } from "#cli/request.ts";
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

export const quoteActs: Readonly<Record<string, typeof price>> = { price };
