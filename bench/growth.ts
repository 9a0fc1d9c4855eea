import path from "node:path";
import { openBenchAgency } from "#bench/bench-agency.ts";
import { measureSideBySide, type Side } from "#bench/measure.ts";
import { growthQuestions } from "#bench/operations.ts";
import { postmasterPid } from "#bench/processes.ts";
import { startEscale } from "#bench/servers.ts";

export const SMALL = 10_000;
export const LARGE = 1_000_000;

export type Grown = { readonly name: string; readonly smallMillis: number; readonly largeMillis: number };

/** The same questions to an agency of ten thousand and to one of a million, in turns. */
export async function measureGrowth(rounds: number, say: (line: string) => void): Promise<Grown[]> {
  const agencies = { small: await openBenchAgency(SMALL, say), large: await openBenchAgency(LARGE, say) };
  const servers = { small: await startEscale(agencies.small), large: await startEscale(agencies.large) };
  const side = (name: "small" | "large", question: string): Side => {
    const agency = agencies[name];
    const of = growthQuestions(agency.stageIds, name === "small" ? SMALL : LARGE)[question];
    if (!of) throw new Error(`there is no question ${question}`);
    return {
      address: servers[name].address,
      key: agency.key,
      processes: [servers[name].pid, postmasterPid(path.join(agency.home, "pg"))],
      question: of,
    };
  };
  try {
    const grown: Grown[] = [];
    for (const name of Object.keys(growthQuestions([], 1))) {
      const { small, large } = await measureSideBySide(
        { small: side("small", name), large: side("large", name) },
        { rounds, sliceMillis: 1000 },
      );
      grown.push({ name, smallMillis: small.p50Millis, largeMillis: large.p50Millis });
      say(`  ${name}: ${small.p50Millis.toFixed(1)} ms at ${SMALL}, ${large.p50Millis.toFixed(1)} ms at ${LARGE}`);
    }
    return grown;
  } finally {
    await Promise.all([servers.small.stop(), servers.large.stop()]);
    await Promise.all([agencies.small.postgres.stop(), agencies.large.postgres.stop()]);
  }
}
