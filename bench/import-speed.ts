import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { openBenchAgency, ROOT } from "#bench/bench-agency.ts";
import { startEscale } from "#bench/servers.ts";
import { CITIES, LAST_NAMES, LOAD_TRIPS } from "#server/admin/load-words.ts";

export type ImportSpeed = { readonly rows: number; readonly perSecond: number };

/** A file of opportunities and their clients through `escale import`, from the command to its end. */
export async function measureImport(rows: number, say: (line: string) => void): Promise<ImportSpeed> {
  const agency = await openBenchAgency(1000, say);
  const server = await startEscale(agency);
  const folder = mkdtempSync(path.join(os.tmpdir(), "escale-import-"));
  try {
    const file = path.join(folder, "opportunities.csv");
    // A run of its own: a file that was imported before creates nothing.
    writeFileSync(file, opportunities(rows, Date.now().toString(36)));
    const from = performance.now();
    await runCommand(["import", file, "--as", "opportunities"], { ESCALE_URL: server.address, ESCALE_API_KEY: agency.key });
    const seconds = (performance.now() - from) / 1000;
    say(`  import: ${rows} rows in ${seconds.toFixed(1)} s`);
    return { rows, perSecond: rows / seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.stop();
    await agency.postgres.stop();
  }
}

function opportunities(rows: number, run: string): string {
  const lines = ["External ID,Name,Client,Amount,Departure date,Adults,Expected close date"];
  for (let n = 1; n <= rows; n += 1) {
    const city = CITIES[n % CITIES.length]?.name ?? "";
    const client = `Club ${LAST_NAMES[n % LAST_NAMES.length] ?? ""} ${city} ${run} ${Math.ceil(n / 5)}`;
    lines.push(
      `${run}-${n},${LOAD_TRIPS[n % LOAD_TRIPS.length]?.place ?? ""} ${n},${client},${1000 + (n % 90_000)}.00,2027-05-${String(1 + (n % 28)).padStart(2, "0")},${5 + (n % 40)},2027-01-15`,
    );
  }
  return `${lines.join("\n")}\n`;
}

async function runCommand(args: readonly string[], environment: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [path.join(ROOT, "escale.mjs"), ...args], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`escale ${args[0]} ended with ${code}: ${said}`);
}
