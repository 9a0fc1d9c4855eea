import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Compared, Comparison } from "#bench/compare.ts";
import { LARGE, SMALL, type Grown } from "#bench/growth.ts";
import type { ImportSpeed } from "#bench/import-speed.ts";
import type { Measured } from "#bench/measure.ts";
import type { QuoteSpeed } from "#bench/quote-speed.ts";
import type { WebSpeed } from "#bench/web-speed.ts";

/** Each part with the day it was measured: a run that measures one part leaves the others as they were. */
type Dated<Part> = Part & { readonly on: string };
export type Results = {
  readonly comparison?: Dated<Comparison & { readonly opportunities: number }>;
  readonly growth?: Dated<{ readonly rows: readonly Grown[] }>;
  readonly web?: Dated<WebSpeed & { readonly opportunities: number }>;
  readonly quotes?: Dated<QuoteSpeed>;
  readonly imports?: Dated<{ readonly sizes: readonly ImportSpeed[] }>;
};

const FILE = path.join(import.meta.dirname, "results.json");
const PAGE = path.join(import.meta.dirname, "RESULTS.md");

export function keepResults(measured: Results): Results {
  const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Results) : {};
  const results = { ...before, ...measured };
  writeFileSync(FILE, `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(PAGE, pageOf(results));
  return results;
}

const figures = (measured: Measured | undefined): string =>
  measured ? `${measured.p50Millis.toFixed(1)} · ${measured.perSecond.toFixed(0)} · ${measured.cpuMillis.toFixed(2)}` : "";

export const ratioOf = ({ escale, limit }: Compared): string => (escale.cpuMillis / limit.cpuMillis).toFixed(2);

function pageOf(results: Results): string {
  const parts = [
    "# What was measured",
    `Written by \`npm run bench\` on ${os.cpus().length} cores (${os.cpus()[0]?.model.trim() ?? "unknown"}), Node ${process.version}. The limit is a bare \`node:http\` server with prepared SQL and the best index, no sessions, no policies, no facts, answering the same fields. Both are asked in turns; CPU is that of the server's and the database's processes together. Runs before leave their rows and grown indexes on both sides: only a fresh agency compares the sums of the board exactly.`,
    ...comparisonOf(results),
    ...growthOf(results),
    ...webOf(results),
    ...quotesOf(results),
    ...importOf(results),
  ];
  return `${parts.join("\n\n")}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function comparisonOf({ comparison }: Results): string[] {
  if (!comparison) return [];
  return [
    `## Against the limit, ${comparison.opportunities} opportunities (${comparison.on})`,
    "p50 in ms with one connection · requests a second with 16 · CPU ms a request with 16",
    table(
      ["Operation", "Limit", "Escale, sees all", "Escale, sees their own", "CPU ÷ limit's", "Wanted at most"],
      comparison.rows.map((row) => [
        row.name,
        figures(row.limit),
        figures(row.escale),
        figures(row.seller),
        ratioOf(row),
        String(row.target),
      ]),
    ),
    `Memory of the server: ${comparison.memoryIdleMb.toFixed(0)} MB at rest, ${comparison.memoryMb.toFixed(0)} MB after the load (wanted at most 250). Warm start to the first answer: ${(comparison.startMillis / 1000).toFixed(1)} s (wanted at most 1.5).`,
  ];
}

function growthOf({ growth }: Results): string[] {
  if (!growth) return [];
  return [
    `## Growth (${growth.on})`,
    table(
      ["Question", `p50 at ${SMALL}`, `p50 at ${LARGE}`, "Ratio", "Wanted at most"],
      growth.rows.map(({ name, smallMillis, largeMillis }) => [
        name,
        `${smallMillis.toFixed(1)} ms`,
        `${largeMillis.toFixed(1)} ms`,
        (largeMillis / smallMillis).toFixed(2),
        "2",
      ]),
    ),
  ];
}

function webOf({ web }: Results): string[] {
  if (!web) return [];
  return [
    `## The board in a browser, ${web.opportunities} opportunities (${web.on})`,
    table(
      ["What", "Measured", "Wanted at most"],
      [
        ["requests of the first load", String(web.requests), "15"],
        ["JavaScript of the first load, compressed", `${web.scriptKb.toFixed(0)} kB`, "250 kB"],
        ["first cards on screen", `${web.rowsMillis.toFixed(0)} ms`, "1000 ms"],
        ["drop of a card, until it is in its column", `${web.dropMillis.toFixed(0)} ms`, "50 ms"],
      ],
    ),
  ];
}

function quotesOf({ quotes }: Results): string[] {
  if (!quotes) return [];
  const millis = (measured: number): string => `${measured.toFixed(1)} ms`;
  return [
    `## Quotes (${quotes.on})`,
    table(
      ["What", "Measured", "Wanted at most"],
      [
        ["60 lines at 8 bases reckoned, in Node", millis(quotes.reckonMillis), "16 ms"],
        ["a cost typed in a browser, from Enter to the frame with the new prices", millis(quotes.typedMillis), "50 ms"],
        ["a version of 200 lines from the server", millis(quotes.versionMillis), "100 ms"],
        ["its grid on screen, with an empty cache", millis(quotes.openMillis), "1500 ms"],
      ],
    ),
  ];
}

function importOf({ imports }: Results): string[] {
  if (!imports) return [];
  const names = imports.sizes[0]?.steps.map(({ name }) => name) ?? [];
  const stepOf = (size: ImportSpeed, name: string): string => {
    const step = size.steps.find((one) => one.name === name);
    return step ? `${step.perSecond.toFixed(0)} · ${step.cpuMillis.toFixed(2)}` : "";
  };
  return [
    `## Import (${imports.on})`,
    "Files of clients, then of as many opportunities with their clients by name or by the other system's id, a third of them won. Rows a second, from the request to its end · CPU ms a row of server and database, with the list that is asked meanwhile (wanted at least 8000 rows a second).",
    table(
      ["Step", ...imports.sizes.map(({ rows }) => `${rows} rows`)],
      [
        ...names.map((name) => [name, ...imports.sizes.map((size) => stepOf(size, name))]),
        [
          "list meanwhile, p99 (at rest)",
          ...imports.sizes.map(({ screen }) => `${screen.busyMillis.toFixed(0)} ms (${screen.restMillis.toFixed(0)} ms)`),
        ],
      ],
    ),
  ];
}
