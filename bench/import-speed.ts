import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ask } from "#bench/ask.ts";
import { openBenchAgency } from "#bench/bench-agency.ts";
import { clientsFile, opportunitiesFile } from "#bench/import-files.ts";
import { cpuMillisOf, postmasterPid } from "#bench/processes.ts";
import { startEscale } from "#bench/servers.ts";

/** Rows a second and CPU a row, of the server and the database together. */
export type Paced = { readonly perSecond: number; readonly cpuMillis: number };
export type ImportSpeed = {
  readonly rows: number;
  readonly steps: readonly ({ readonly name: string } & Paced)[];
  /** The list of opportunities asked one after the other: at rest, and while files are imported. */
  readonly screen: { readonly restMillis: number; readonly busyMillis: number };
};

type Means = { readonly address: string; readonly key: string; readonly roots: readonly number[]; readonly rows: number };

/** Files of clients, then of their opportunities, by the API as the screen does it: checked, imported, taken back. */
export async function measureImport(rows: number, say: (line: string) => void): Promise<ImportSpeed> {
  const agency = await openBenchAgency(1000, say);
  const server = await startEscale(agency);
  const roots = [server.pid, postmasterPid(path.join(agency.home, "pg"))];
  const means = { address: server.address, key: agency.key, roots, rows };
  const run = Date.now().toString(36);
  try {
    const restMillis = await slowest(means, wait(4000));
    const steps: ({ name: string } & Paced)[] = [];
    const work = (async () => {
      const files = { clients: clientsFile(rows, run), opportunities: opportunitiesFile(rows, rows, run) };
      const ids: string[] = [];
      for (const [kind, file] of Object.entries(files)) {
        const checked = await paced(means, "draft", () => upload(means, kind, file));
        const imported = await paced(means, "done", () => told(means, checked.id, "run"));
        steps.push({ name: `${kind}: checked`, ...checked }, { name: `${kind}: imported`, ...imported });
        ids.push(checked.id);
      }
      const back = await paced(means, "reverted", () => told(means, ids[1] ?? "", "revert"));
      steps.push({ name: "opportunities: taken back", ...back });
    })();
    const busyMillis = await slowest(means, work);
    for (const step of steps)
      say(`  import of ${rows}: ${step.name} ${step.perSecond.toFixed(0)} rows/s, ${step.cpuMillis.toFixed(2)} CPU ms a row`);
    return {
      rows,
      steps: steps.map(({ name, perSecond, cpuMillis }) => ({ name, perSecond, cpuMillis })),
      screen: { restMillis, busyMillis },
    };
  } finally {
    await server.stop();
    await agency.postgres.stop();
    // An agency that has imported is no longer one of the same size.
    rmSync(agency.home, { recursive: true, force: true });
  }
}

async function upload({ address, key }: Means, kind: string, file: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/imports?kind=${kind}&fileName=${kind}.csv`, {
    method: "POST",
    body: file,
    headers: { authorization: `Bearer ${key}`, "content-type": "text/csv" },
  });
  const body = (await answer.json()) as { id: string };
  if (!answer.ok) throw new Error(`the upload was answered ${answer.status}`);
  return body.id;
}

async function told({ address, key }: Means, id: string, verb: "run" | "revert"): Promise<string> {
  await ask(address, { method: "POST", path: `/api/v1/imports/${id}/${verb}` }, key);
  return id;
}

async function paced(means: Means, until: string, begin: () => Promise<string>): Promise<Paced & { readonly id: string }> {
  const from = performance.now();
  const cpu = cpuMillisOf(means.roots);
  const id = await begin();
  for (;;) {
    const { state, failure, counts } = JSON.parse(
      await ask(means.address, { method: "GET", path: `/api/v1/imports/${id}` }, means.key),
    ) as Told;
    if (state === until) {
      if (until === "done" && counts.create !== means.rows) throw new Error(`${counts.create} of ${means.rows} rows were imported`);
      break;
    }
    if (failure) throw new Error(`the import failed: ${failure}`);
    await wait(50);
  }
  const seconds = (performance.now() - from) / 1000;
  return { id, perSecond: means.rows / seconds, cpuMillis: (cpuMillisOf(means.roots) - cpu) / means.rows };
}

type Told = { readonly state: string; readonly failure: string | null; readonly counts: { readonly create: number } };

/** The 99th of a hundred answers, asked until the work has ended. */
async function slowest({ address, key }: Means, work: Promise<unknown>): Promise<number> {
  const millis: number[] = [];
  const over = new AbortController();
  const ended = work.finally(() => {
    over.abort();
  });
  const asked = (async () => {
    while (!over.signal.aborted) {
      const from = performance.now();
      await ask(address, { method: "GET", path: "/api/v1/opportunities?limit=50" }, key);
      millis.push(performance.now() - from);
      await wait(250);
    }
  })();
  await Promise.all([ended, asked]);
  return millis.toSorted((a, b) => a - b)[Math.floor(millis.length * 0.99)] ?? 0;
}
