import { timingSafeEqual } from "node:crypto";
import { readdirSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type pg from "pg";
import { Refusal } from "#domain/shared/refusal.ts";
import type { Database } from "#server/platform/database.ts";
import { processMetrics, RequestMeter, textOf, type Metric } from "#server/platform/metrics.ts";
import { hashToken } from "#server/platform/secret.ts";
import type { Settings } from "#server/platform/settings-from-environment.ts";
import { VERSION } from "#server/platform/version.ts";

type Parts = {
  readonly settings: Settings;
  readonly database: Database;
  readonly owner: pg.Pool;
  /** Of the data; undefined when they are on another machine. */
  readonly folder: string | undefined;
  readonly streams: () => number;
};

type Queue = { readonly waiting: number; readonly ageSeconds: number; readonly isMigrated: boolean };

const MIGRATIONS = new URL("../../../migrations", import.meta.url);
/** Below this the disk is called low: reading goes on, writing soon will not. */
const LOW_DISK_BYTES = 200_000_000;

/** What the host's tools ask: is the process there, may visitors come, which version, how is it doing. */
export class Operations {
  readonly #parts: Parts;
  readonly #meter = new RequestMeter();
  readonly #known = readdirSync(MIGRATIONS).filter((name) => name.endsWith(".sql"));
  #isLeaving = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  leave(): void {
    this.#isLeaving = true;
  }

  bind(app: FastifyInstance): void {
    app.get("/healthz", async () => ({ status: "ok" }));
    app.get("/version", async () => ({ version: VERSION, node: process.version }));
    app.get("/readyz", async (_request, reply) => this.#ready(reply));
    app.get("/metrics", async (request, reply) => {
      if (!this.#mayMeasure(request)) throw new Refusal("request.notFound");
      return reply.type("text/plain; version=0.0.4; charset=utf-8").send(textOf(await this.#metrics()));
    });
    app.addHook("onResponse", async (request, reply) => {
      // The pattern of the route, never the address: that may hold a name or the token of a link.
      const route = request.routeOptions.url ?? "none";
      const seconds = reply.elapsedTime / 1000;
      this.#meter.count({ method: request.method, route, status: reply.statusCode, seconds });
      request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, "answered");
    });
  }

  async #ready(reply: FastifyReply): Promise<FastifyReply> {
    const [answers, queue, free] = await Promise.all([this.#parts.database.answers(), this.#queue(), this.#freeBytes()]);
    const isReady = !this.#isLeaving && answers && queue?.isMigrated === true;
    if (!isReady) reply.header("retry-after", "2");
    return reply
      .code(isReady ? 200 : 503)
      .header("cache-control", "no-store")
      .send({
        status: isReady ? "ok" : "away",
        stopping: this.#isLeaving,
        database: answers ? "ok" : "away",
        migrations: queue ? (queue.isMigrated ? "ok" : "missing") : "unknown",
        disk: free === undefined ? "unknown" : free < LOW_DISK_BYTES ? "low" : "ok",
        queueAgeSeconds: queue?.ageSeconds ?? null,
      });
  }

  /** Undefined when the database does not answer within two seconds. */
  async #queue(): Promise<Queue | undefined> {
    const asked = this.#parts.owner
      .query<{ waiting: string; age: string | null; missing: string }>(
        `select count(*) as waiting, extract(epoch from clock_timestamp() - min(run_at)) as age,
           (select count(*) from unnest($1::text[]) name where name not in (select m.name from schema_migration m)) as missing
         from graphile_worker.jobs where run_at < clock_timestamp() and locked_at is null`,
        [this.#known],
      )
      .then(
        ({ rows: [row] }) =>
          row && { waiting: Number(row.waiting), ageSeconds: Math.round(Number(row.age ?? 0)), isMigrated: row.missing === "0" },
        () => undefined,
      );
    return Promise.race([asked, wait(2000, undefined, { ref: false })]);
  }

  async #freeBytes(): Promise<number | undefined> {
    const { folder } = this.#parts;
    if (folder === undefined) return undefined;
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  }

  /** With the token; without one set, from this machine itself and not through a proxy on it. */
  #mayMeasure(request: FastifyRequest): boolean {
    const { metricsToken } = this.#parts.settings;
    const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
    if (metricsToken !== undefined) return given !== undefined && timingSafeEqual(hashToken(given), hashToken(metricsToken));
    const isForwarded = ["x-forwarded-for", "forwarded", "via"].some((name) => request.headers[name] !== undefined);
    return !isForwarded && /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(request.socket.remoteAddress ?? "");
  }

  async #metrics(): Promise<Metric[]> {
    const [queue, free] = await Promise.all([this.#queue(), this.#freeBytes()]);
    const { open, idle, waiting } = this.#parts.database.connections();
    const gauge = (name: string, help: string, value: number | undefined): Metric[] =>
      value === undefined ? [] : [{ name, help, type: "gauge", samples: [{ value }] }];
    return [
      { name: "escale_info", help: "Version that runs", type: "gauge", samples: [{ labels: { version: VERSION }, value: 1 }] },
      this.#meter.metric(),
      {
        name: "escale_database_connections",
        help: "Connections to the database, and requests that wait for one",
        type: "gauge",
        samples: Object.entries({ busy: open - idle, idle, waiting }).map(([state, value]) => ({ labels: { state }, value })),
      },
      ...gauge("escale_database_up", "1 when the database answers", queue ? 1 : 0),
      ...gauge("escale_jobs_waiting", "Jobs that are due", queue?.waiting),
      ...gauge("escale_jobs_age_seconds", "How long the oldest of them has been due", queue?.ageSeconds),
      ...gauge("escale_live_streams", "Browsers that listen for changes", this.#parts.streams()),
      ...gauge("escale_disk_free_bytes", "Free space where the data are", free),
      ...processMetrics(),
    ];
  }
}
