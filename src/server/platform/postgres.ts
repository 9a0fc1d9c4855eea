import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { databaseAccount, giveTo, isReachable, type Account } from "#server/platform/os-account.ts";
import { postgresBinaries } from "#server/platform/postgres-binaries.ts";
import { clusterEnvironment, dropStaleLock, makeCluster, readSecrets, serverPid, SUPERUSER } from "#server/platform/postgres-cluster.ts";
import { prepareEmbedded } from "#server/platform/roles.ts";

export type EmbeddedPostgres = {
  /** Owns the schema: migrations, jobs' bookkeeping, backup. Not a superuser. */
  readonly owner: pg.PoolConfig;
  /** Serves requests: may only become the two application roles. */
  readonly app: pg.PoolConfig;
  /** For tests, which make databases. */
  readonly superuser: pg.PoolConfig;
  /** The last process of the installation to leave stops the server. */
  readonly stop: () => Promise<void>;
};

const SOCKET = ".s.PGSQL.5432";
const STOP_LOCK = 7_310_992;

type Cluster = {
  readonly folder: string;
  readonly socket: string;
  readonly binaries: string;
  readonly account: Account;
  readonly log: string;
  readonly flags: readonly string[];
  readonly superuser: pg.ClientConfig;
};

/** `others`: the folder of another PostgreSQL than the one that came with the install. */
export async function startPostgres(homeFolder: string, flags: readonly string[] = [], others?: string): Promise<EmbeddedPostgres> {
  const home = path.resolve(homeFolder);
  const account = databaseAccount();
  mkdirSync(home, { recursive: true });
  if (!isReachable(home, account))
    throw new Error(
      `The data folder ${home} cannot be reached by the account that runs PostgreSQL. Start Escale as an ordinary user, or choose another folder (ESCALE_DATA).`,
    );
  const binaries = others ?? postgresBinaries(home, account);
  await makeCluster(path.join(home, "pg"), binaries, account);
  const cluster = clusterIn(home, { account, binaries, flags });
  const secrets = readSecrets(cluster.folder);
  await launch(cluster);
  await prepareEmbedded(cluster.superuser, secrets);
  const watch = keepAlive(cluster);
  const database = { host: cluster.socket, port: 5432, database: "escale" };
  return {
    owner: { ...database, user: "escale_owner", password: secrets.owner },
    app: { ...database, user: "escale_login", password: secrets.login },
    superuser: cluster.superuser,
    stop: async () => {
      clearInterval(watch);
      await stopIfLast(cluster);
    },
  };
}

/** Removes the database of a folder with all it holds. One that somebody uses is refused. */
export async function removePostgres(homeFolder: string): Promise<void> {
  const home = path.resolve(homeFolder);
  const folder = path.join(home, "pg");
  if (existsSync(folder)) {
    const account = databaseAccount();
    const cluster = clusterIn(home, { account, binaries: postgresBinaries(home, account), flags: [] });
    await stopIfLast(cluster);
    if (await answers(cluster)) throw new Error(`Escale is running on ${home}. Stop it first.`);
  }
  rmSync(folder, { recursive: true, force: true });
}

type Means = Pick<Cluster, "account" | "binaries" | "flags">;

function clusterIn(home: string, means: Means): Cluster {
  const folder = path.join(home, "pg");
  const socket = socketFolder(home, means.account);
  const superuser = { host: socket, port: 5432, user: SUPERUSER, password: readSecrets(folder).superuser, database: "postgres" };
  return { ...means, folder, socket, log: path.join(home, "postgres.log"), superuser };
}

/** A socket's path is at most 107 bytes long. */
function socketFolder(home: string, account: Account): string {
  const beside = path.join(home, "run");
  const fits = Buffer.byteLength(path.join(beside, SOCKET)) <= 100;
  const folder = fits ? beside : path.join(os.tmpdir(), `escale-${createHash("sha256").update(home).digest("hex").slice(0, 12)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // The system's temporary folder is everybody's: somebody else may have made one of that name.
  const { uid } = statSync(folder);
  if (process.getuid && uid !== process.getuid() && uid !== account.uid)
    throw new Error(`The folder ${folder} belongs to somebody else. Remove it, or choose a shorter data folder (ESCALE_DATA).`);
  giveTo(folder, account);
  return folder;
}

/** Up only when a session really opens: a dying server still accepts on its socket for a moment. */
async function answers(cluster: Cluster): Promise<boolean> {
  const client = new pg.Client({ ...cluster.superuser, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function launch(cluster: Cluster): Promise<void> {
  if (await answers(cluster)) return;
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    dropStaleLock(cluster.folder);
    const server = spawnServer(cluster);
    for (let tries = 0; tries < 500 && !server.hasExited(); tries += 1) {
      if (await answers(cluster)) return;
      await wait(20);
    }
    // It ended at once: another process of this installation won the race, or a dying server still holds the lock.
    if (await answers(cluster)) return;
    await wait(100);
  }
  throw new Error(`PostgreSQL did not start; its words are in ${cluster.log}`);
}

function spawnServer(cluster: Cluster): { hasExited: () => boolean } {
  const settings = [
    "listen_addresses=",
    "plan_cache_mode=force_custom_plan",
    "jit=off",
    "shared_buffers=128MB",
    "work_mem=16MB",
    "random_page_cost=1.1",
    "effective_io_concurrency=64",
    "max_connections=100",
    "max_wal_size=2GB",
    // A change of an opportunity writes whole pages of its indexes after each checkpoint: packing them costs more than the change.
    "wal_compression=off",
    // What is logged holds no values of rows.
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    ...cluster.flags,
  ];
  const options = ["-D", cluster.folder, "-k", cluster.socket, ...settings.flatMap((setting) => ["-c", setting])];
  const log = openSync(cluster.log, "a", 0o600);
  let exited = false;
  const child = spawn(path.join(cluster.binaries, "bin/postgres"), options, {
    ...clusterEnvironment("/"),
    ...cluster.account,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.on("exit", () => (exited = true));
  child.on("error", () => (exited = true));
  child.unref();
  return { hasExited: () => exited };
}

/** The server was killed under us, or stopped by another process: bring it back. */
function keepAlive(cluster: Cluster): NodeJS.Timeout {
  let busy = false;
  return setInterval(() => {
    if (busy) return;
    const probe = net.connect(path.join(cluster.socket, SOCKET));
    probe.once("connect", () => probe.destroy());
    probe.once("error", () => {
      busy = true;
      launch(cluster)
        .catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
        .finally(() => (busy = false));
    });
  }, 500).unref();
}

async function stopIfLast(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ ...cluster.superuser, application_name: "escale-stop" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select pg_advisory_lock($1)", [STOP_LOCK]);
    const others = await client.query(
      "select 1 from pg_stat_activity where application_name like 'escale:%' and application_name <> $1 limit 1",
      [`escale:${process.pid}`],
    );
    if (others.rowCount) return;
    const pid = serverPid(cluster.folder);
    if (pid) process.kill(pid, "SIGINT");
    for (let tries = 0; tries < 400 && serverPid(cluster.folder); tries += 1) await wait(20);
  } catch {
    // The server is gone already.
  } finally {
    await client.end().catch(() => undefined);
  }
}
