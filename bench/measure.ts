import { ask, type Question } from "#bench/ask.ts";
import { cpuMillisOf } from "#bench/processes.ts";

/** One side of a comparison: where it is asked, and whose CPU it costs. */
export type Side = {
  readonly address: string;
  readonly key?: string;
  readonly processes: readonly number[];
  readonly question: (n: number) => Question;
};

export type Measured = { readonly p50Millis: number; readonly perSecond: number; readonly cpuMillis: number; readonly requests: number };

type Pace = { readonly rounds: number; readonly sliceMillis: number };

/** A machine is noisy and its noise lasts: short slices of each side, one after the other, share it fairly. */
export async function measureSideBySide<Name extends string>(
  sides: Readonly<Record<Name, Side>>,
  { rounds, sliceMillis }: Pace,
): Promise<Record<Name, Measured>> {
  const names = Object.keys(sides) as Name[];
  const slices = new Map(names.map((name) => [name, { alone: [] as number[], rates: [] as number[], cpu: 0, requests: 0, next: 0 }]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const side = sides[name];
      const seen = slices.get(name);
      if (!seen) continue;
      const alone = await slice(side, 1, sliceMillis / 2, () => (seen.next += 1));
      const before = cpuMillisOf(side.processes);
      const together = await slice(side, 16, sliceMillis, () => (seen.next += 1));
      const cpu = cpuMillisOf(side.processes) - before;
      // The first round warms up.
      if (round === 0) continue;
      seen.alone.push(...alone.times);
      seen.rates.push((together.times.length * 1000) / together.millis);
      seen.cpu += cpu;
      seen.requests += together.times.length;
    }
  }
  return Object.fromEntries(
    [...slices].map(([name, seen]) => [
      name,
      { p50Millis: median(seen.alone), perSecond: median(seen.rates), cpuMillis: seen.cpu / seen.requests, requests: seen.requests },
    ]),
  ) as Record<Name, Measured>;
}

async function slice(side: Side, connections: number, millis: number, next: () => number): Promise<{ times: number[]; millis: number }> {
  const times: number[] = [];
  const from = performance.now();
  const worker = async (): Promise<void> => {
    while (performance.now() - from < millis) {
      const at = performance.now();
      await ask(side.address, side.question(next()), side.key);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return { times, millis: performance.now() - from };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
