import path from "node:path";
import { withClient } from "#server/platform/roles.ts";
import type pg from "pg";
import { openBenchAgency, type BenchAgency } from "#bench/bench-agency.ts";
import { measureSideBySide, type Measured, type Side } from "#bench/measure.ts";
import { operationsOf } from "#bench/operations.ts";
import { postmasterPid, residentMb } from "#bench/processes.ts";
import { startEscale, startLimit } from "#bench/servers.ts";

export type Compared = {
  readonly name: string;
  readonly target: number;
  readonly limit: Measured;
  readonly escale: Measured;
  readonly seller?: Measured;
};
export type Comparison = {
  readonly rows: readonly Compared[];
  readonly memoryMb: number;
  readonly memoryIdleMb: number;
  readonly startMillis: number;
};

export type Wishes = {
  readonly opportunities: number;
  readonly rounds: number;
  readonly only: string | undefined;
  readonly say: (line: string) => void;
};

/** Each operation on the limit server, on Escale as an administrator, and as a seller who sees their own (row policies with visibility). */
export async function compare({ opportunities, rounds, only, say }: Wishes): Promise<Comparison> {
  const agency = await openBenchAgency(opportunities, say);
  // The first start of the day reads the code from disk: the second one is the warm one.
  await (await startEscale(agency)).stop();
  const escale = await startEscale(agency);
  const limit = await startLimit(agency);
  try {
    const database = postmasterPid(path.join(agency.home, "pg"));
    const memoryIdleMb = residentMb(escale.pid);
    const rows: Compared[] = [];
    for (const operation of operationsOf({ ...agency, managerIds: await managersOf(agency), opportunities })) {
      if (only && !operation.name.startsWith(only)) continue;
      const ours = { address: escale.address, processes: [escale.pid, database], question: operation.escale };
      const sides: Record<string, Side> = {
        limit: { address: limit.address, processes: [limit.pid, database], question: operation.limit },
        escale: { ...ours, key: agency.key },
        ...(operation.bySeller ? { seller: { ...ours, key: agency.sellerKey } } : {}),
      };
      const measured = (await measureSideBySide(sides, { rounds, sliceMillis: 1000 })) as Pick<Compared, "limit" | "escale" | "seller">;
      rows.push({ name: operation.name, target: operation.target, ...measured });
      say(`  ${operation.name}: ${(measured.escale.cpuMillis / measured.limit.cpuMillis).toFixed(2)} × the limit's CPU`);
    }
    return { rows, memoryMb: residentMb(escale.pid), memoryIdleMb, startMillis: escale.startMillis };
  } finally {
    await Promise.all([escale.stop(), limit.stop()]);
    await agency.postgres.stop();
  }
}

async function managersOf(agency: BenchAgency): Promise<string[]> {
  return withClient(agency.postgres.owner as pg.ClientConfig, async (client) => {
    const { rows } = await client.query<{ id: string }>("select id from app_user where role = 'seller' order by email");
    return rows.map(({ id }) => id);
  });
}
