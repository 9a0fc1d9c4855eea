import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { giveTo, type Account } from "#server/platform/os-account.ts";

export const SUPERUSER = "escale_cluster";

/** What the two logins and the cluster's own account need to sign in; only this account can read it. */
export type Secrets = { readonly superuser: string; readonly owner: string; readonly login: string };

export function clusterEnvironment(cwd: string): { cwd: string; env: NodeJS.ProcessEnv } {
  return { cwd, env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" } };
}

/** Makes the cluster in one move: a half-made one is never taken for a whole one. */
export async function makeCluster(folder: string, binaries: string, account: Account): Promise<void> {
  if (existsSync(path.join(folder, "PG_VERSION"))) return;
  const making = `${folder}.making-${process.pid}`;
  const passwordFile = `${making}.password`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  const secrets: Secrets = { superuser: newSecret(), owner: newSecret(), login: newSecret() };
  writeFileSync(passwordFile, `${secrets.superuser}\n`, { mode: 0o600 });
  giveTo(making, account);
  giveTo(passwordFile, account);
  try {
    await runInitdb(making, { binaries, passwordFile, account });
    writeFileSync(path.join(making, "escale.secrets"), JSON.stringify(secrets), { mode: 0o600 });
    renameSync(making, folder);
  } catch (error) {
    // Another process of this installation may have made it meanwhile.
    if (!existsSync(path.join(folder, "PG_VERSION"))) throw error;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(making, { recursive: true, force: true });
  }
}

export function readSecrets(folder: string): Secrets {
  return JSON.parse(readFileSync(path.join(folder, "escale.secrets"), "utf8")) as Secrets;
}

function newSecret(): string {
  return randomBytes(24).toString("base64url");
}

type Initdb = { readonly binaries: string; readonly passwordFile: string; readonly account: Account };

function runInitdb(folder: string, { binaries, passwordFile, account }: Initdb): Promise<void> {
  const options = [
    "-D",
    folder,
    "-U",
    SUPERUSER,
    "-E",
    "UTF8",
    ...localeOptions(binaries),
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(binaries, "bin/initdb"), options, {
      ...clusterEnvironment("/"),
      ...account,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (chunk) => (said += String(chunk)));
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`The database could not be made (${code}): ${said}`))));
  });
}

/** Words are compared by their bytes and folded as Unicode says; before 17 the system's C.UTF-8 does the same. */
function localeOptions(binaries: string): string[] {
  const said = spawnSync(path.join(binaries, "bin/initdb"), ["--version"], clusterEnvironment("/")).stdout?.toString() ?? "";
  const major = Number(/\d+/.exec(said)?.[0] ?? 18);
  return major < 17 ? ["--locale=C.UTF-8"] : ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
}

export function serverPid(folder: string): number {
  try {
    return Number(readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return 0;
  }
}

/** The lock of a killed server names a process that may be a zombie or, after a reboot, somebody else's. */
export function dropStaleLock(folder: string): void {
  const lock = path.join(folder, "postmaster.pid");
  if (process.platform !== "linux" || !existsSync(lock)) return;
  let stat: string;
  try {
    stat = readFileSync(`/proc/${serverPid(folder)}/stat`, "utf8");
  } catch {
    return; // No such process: PostgreSQL clears that itself.
  }
  const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
  const state = stat.slice(stat.lastIndexOf(")") + 2)[0];
  if ((state === "Z" || name !== "postgres") && !isInUse(folder)) rmSync(lock);
}

function isInUse(folder: string): boolean {
  const real = realpathSync(folder);
  return readdirSync("/proc").some((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      return readlinkSync(`/proc/${entry}/cwd`) === real;
    } catch {
      return false;
    }
  });
}
