// npm run bench [-- --opportunities N --rounds N --only NAME --large --web --quotes --import]: measures, prints, writes
// bench/results.json and bench/RESULTS.md, and fails on nothing. Without an option: the comparison, the web, the import.
import os from "node:os";
import { parseArgs } from "node:util";
import { compare } from "#bench/compare.ts";
import { measureGrowth } from "#bench/growth.ts";
import { measureImport, type ImportSpeed } from "#bench/import-speed.ts";
import { keepResults, ratioOf } from "#bench/report.ts";
import { measureQuotes } from "#bench/quote-speed.ts";
import { measureWeb } from "#bench/web-speed.ts";

const { values } = parseArgs({
  options: {
    opportunities: { type: "string", default: "100000" },
    rounds: { type: "string", default: "5" },
    /** One operation alone; nothing is written. */
    only: { type: "string" },
    /** Growth from 10 000 to 1 000 000: the first run fills the large agency for minutes. */
    large: { type: "boolean", default: false },
    web: { type: "boolean", default: false },
    quotes: { type: "boolean", default: false },
    import: { type: "boolean", default: false },
  },
});
const say = (line: string): void => console.log(line);
// A busy machine shows in every figure but the ratios: how busy it was is told with the day.
const on = `${new Date().toISOString().slice(0, 10)}, load average ${os.loadavg()[0]?.toFixed(0)}`;
const opportunities = Number(values.opportunities);
const rounds = Number(values.rounds);
const isChosen = values.large || values.web || values.quotes || values.import;

if (!isChosen) {
  const comparison = await compare({ opportunities, rounds, only: values.only, say });
  console.table(
    comparison.rows.map((row) => ({
      name: row.name,
      "limit ms": row.limit.p50Millis.toFixed(1),
      "escale ms": row.escale.p50Millis.toFixed(1),
      "limit req/s": row.limit.perSecond.toFixed(0),
      "escale req/s": row.escale.perSecond.toFixed(0),
      "limit CPU": row.limit.cpuMillis.toFixed(2),
      "escale CPU": row.escale.cpuMillis.toFixed(2),
      "seller CPU": row.seller?.cpuMillis.toFixed(2) ?? "",
      ratio: ratioOf(row),
      "at most": row.target,
    })),
  );
  say(
    `  memory ${comparison.memoryIdleMb.toFixed(0)} MB, ${comparison.memoryMb.toFixed(0)} MB after the load; warm start ${comparison.startMillis.toFixed(0)} ms`,
  );
  if (!values.only) keepResults({ comparison: { ...comparison, opportunities, on } });
}
if (!values.only) {
  if (!isChosen || values.web) keepResults({ web: { ...(await measureWeb(opportunities, say)), opportunities, on } });
  if (!isChosen || values.quotes) keepResults({ quotes: { ...(await measureQuotes(opportunities, say)), on } });
  if (!isChosen || values.import) {
    const sizes: ImportSpeed[] = [];
    for (const rows of [30_000, 100_000]) {
      sizes.push(await measureImport(rows, say));
      keepResults({ imports: { sizes, on } });
    }
  }
  if (values.large) keepResults({ growth: { rows: await measureGrowth(rounds, say), on } });
}
