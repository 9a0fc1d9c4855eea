import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import type { BenchAgency } from "#bench/bench-agency.ts";
import { ROOT } from "#bench/bench-agency.ts";

export type Server = { readonly address: string; readonly pid: number; readonly startMillis: number; readonly stop: () => Promise<void> };

/** Escale as `npm start` runs it (escale.mjs), on the database of the benchmark. */
export async function startEscale(agency: BenchAgency): Promise<Server> {
  const environment = { ESCALE_DATA: agency.home, PORT: "0", NODE_ENV: "production", ESCALE_RATE_LIMIT: "0", MALLOC_ARENA_MAX: "2" };
  return start(
    ["--max-semi-space-size=8", "--heap-growing-percent=100", path.join(ROOT, "src/server/serve.ts")],
    environment,
    /Escale on (\S+)/,
  );
}

export async function startLimit(agency: BenchAgency): Promise<Server> {
  return start([path.join(ROOT, "bench/limit-server.ts")], { BENCH_DATABASE: JSON.stringify(agency.postgres.owner) }, /(http\S+)/);
}

async function start(program: readonly string[], environment: Record<string, string>, ready: RegExp): Promise<Server> {
  const from = performance.now();
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...program], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await addressOf(child, ready);
  const startMillis = performance.now() - from;
  return { address, pid: child.pid ?? 0, startMillis, stop: () => stop(child) };
}

function addressOf(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk) => {
      said += String(chunk);
      const found = ready.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`a server of the benchmark ended with ${code}: ${said}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
