import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const ROOT = path.join(import.meta.dirname, "..", "..");

type Where = { readonly data: string; readonly port: number; readonly environment?: Readonly<Record<string, string>> };

/** Escale as a host starts it: launcher, app and PostgreSQL as processes of their own. */
export class StartedEscale {
  readonly address: string;
  readonly #data: string;
  readonly #launcher: ChildProcess;
  #said = "";

  constructor({ data, port, environment }: Where) {
    this.#data = data;
    this.address = `http://127.0.0.1:${port}`;
    this.#launcher = spawn(process.execPath, [path.join(ROOT, "escale.mjs"), "start"], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: "production", ESCALE_DATA: data, PORT: String(port), ESCALE_RATE_LIMIT: "0", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#launcher.stdout?.on("data", (chunk) => (this.#said += String(chunk)));
    this.#launcher.stderr?.on("data", (chunk) => (this.#said += String(chunk)));
  }

  get said(): string {
    return this.#said;
  }

  /** Milliseconds until it is ready. */
  async ready(): Promise<number> {
    const from = performance.now();
    while (performance.now() - from < 60_000) {
      if ((await statusOf(`${this.address}/readyz`)) === 200) return performance.now() - from;
      if (this.#launcher.exitCode !== null) break;
      await wait(20);
    }
    throw new Error(`Escale did not become ready:\n${this.#said}`);
  }

  appPid(): number {
    const [app] = childrenOf(this.#launcher.pid ?? 0);
    if (app === undefined) throw new Error("the launcher has no app");
    return app;
  }

  /** The server of the database and all its processes. */
  databasePids(): number[] {
    const server = Number(readFileSync(path.join(this.#data, "pg", "postmaster.pid"), "utf8").split("\n")[0]);
    return [server, ...childrenOf(server)];
  }

  /** The status it leaves with. */
  async stop(signal: NodeJS.Signals): Promise<number | null> {
    const left = once(this.#launcher, "exit");
    this.#launcher.kill(signal);
    const [status] = (await left) as [number | null];
    return status;
  }
}

export async function statusOf(url: string): Promise<number> {
  return fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.status;
    },
    () => 0,
  );
}

function childrenOf(parent: number): number[] {
  return processes().flatMap(({ pid, parentPid }) => (parentPid === parent ? [pid] : []));
}

/** Processes that still work on a folder: none after a stop. */
export function processesOn(folder: string): number[] {
  return processes().flatMap(({ pid, words }) => (words.includes(folder) ? [pid] : []));
}

function processes(): { pid: number; parentPid: number; words: string }[] {
  return readdirSync("/proc").flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
      const parentPid = Number(stat.slice(stat.lastIndexOf(")") + 4).split(" ")[0]);
      return [{ pid: Number(entry), parentPid, words: readFileSync(`/proc/${entry}/cmdline`, "utf8") }];
    } catch {
      return []; // It ended while we looked.
    }
  });
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
