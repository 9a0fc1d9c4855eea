import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { DummyDriver, Kysely, PostgresDialect, sql, type DatabaseConnection } from "kysely";
import pg from "pg";
import type { Actor } from "#domain/shared/actor.ts";
import type { Day } from "#domain/shared/day.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { now, todayIn } from "#server/platform/clock.ts";
import type { DB } from "#server/platform/db.gen.ts";
import { isUnavailable } from "#server/platform/database-errors.ts";
import { PreparingClient } from "#server/platform/preparing-client.ts";
import { startChange, type Change, type Follow, type Origin } from "#server/platform/change.ts";

// A day stays a day, it never passes through an instant; int8 and numeric stay strings.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** The agency as every transaction needs it. */
export type Agency = {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
  /** ISO 3166: phones and addresses are read as people write them there. */
  readonly country: string;
  readonly language: "en" | "fr" | "it";
  readonly defaultRatePercent: string;
  readonly defaultRateMode: "markup" | "margin";
};

export type Who = { readonly actor: Actor; readonly agency: Agency; readonly origin: Origin };

/** What a transaction answers, and the last statement of it, which goes with the commit. */
type Ended<T> = { readonly answer: T; readonly last?: () => Promise<unknown> };

declare const capability: unique symbol;

/** Only the platform makes one: whoever holds it was given it. */
export type ReadTx = {
  readonly db: Kysely<DB>;
  readonly actor: Actor;
  readonly agency: Agency;
  readonly at: Date;
  /** The agency's today. */
  readonly today: Day;
  readonly [capability]: "read" | "write";
};

export type WriteTx = ReadTx & { readonly change: Change; readonly [capability]: "write" };

type Pools = { readonly requests: pg.Pool; readonly jobs: pg.Pool };

export class Database {
  readonly #pools: Pools;
  readonly #requests: Kysely<DB>;
  readonly #jobs: Kysely<DB>;

  readonly #follow: Follow | undefined;

  constructor(config: pg.PoolConfig, follow?: Follow) {
    this.#follow = follow;
    this.#pools = { requests: openPool(config, 12, TRANSACTION_MS), jobs: openPool(config, 3, undefined) };
    this.#requests = new Kysely<DB>({ dialect: new PostgresDialect({ pool: this.#pools.requests }) });
    this.#jobs = new Kysely<DB>({ dialect: new PostgresDialect({ pool: this.#pools.jobs }) });
  }

  /** A read-only transaction within the actor's workspace and visibility. */
  read<T>(who: Who, work: (tx: ReadTx) => Promise<T>): Promise<T> {
    return this.#inTransaction(this.#requests, "begin read only", who, async (tx) => ({ answer: await work(tx) }));
  }

  /**
   * `ask` loads the subject under the actor's visibility and says yes; only then `write` gets the transaction that may
   * write, in the role that sees the workspace (giving a record away would else be refused by PostgreSQL).
   */
  write<Subject, T>(who: Who, ask: (tx: ReadTx) => Promise<Subject>, write: (tx: WriteTx, subject: Subject) => Promise<T>): Promise<T> {
    return this.#writeOn(this.#requests, who, ask, write);
  }

  /** The same without time limits, for work after the answer. */
  work<T>(who: Who, write: (tx: WriteTx) => Promise<T>): Promise<T> {
    return this.#writeOn(this.#jobs, who, async () => undefined, write);
  }

  #writeOn<Subject, T>(
    db: Kysely<DB>,
    who: Who,
    ask: (tx: ReadTx) => Promise<Subject>,
    write: (tx: WriteTx, subject: Subject) => Promise<T>,
  ): Promise<T> {
    return this.#inTransaction(db, `begin; ${PLAN_ONCE}`, who, async (tx) => {
      const subject = await ask(tx);
      // Goes with the first statement that writes; should it fail, PostgreSQL refuses all that come after it.
      if (who.actor.rights.scope !== "all")
        sql
          .raw("set local role escale_app_all; set local escale.sees_all = 'yes'")
          .execute(tx.db)
          .catch(() => undefined);
      const change = startChange(tx, who.origin, this.#follow);
      const answer = await write({ ...tx, change } as WriteTx, subject);
      const tellAll = await change.end();
      return { answer, last: tellAll };
    });
  }

  async #inTransaction<T>(db: Kysely<DB>, begin: string, who: Who, work: (tx: ReadTx) => Promise<Ended<T>>): Promise<T> {
    const at = now();
    return this.#onConnection(db, async (connection) => {
      await sql.raw(`${begin}; ${settingsOf(who.actor)}`).execute(connection);
      const tx = { db: connection, actor: who.actor, agency: who.agency, at, today: todayIn(who.agency.timezone) } as ReadTx;
      return work(tx);
    });
  }

  /** Before the workspace is known: look-ups that return ids and expiry only. */
  lookUp<T>(work: (db: Kysely<DB>) => Promise<T>): Promise<T> {
    return this.#onConnection(this.#requests, async (connection) => {
      await sql.raw("begin read only; set local role escale_app").execute(connection);
      return { answer: await work(connection) };
    });
  }

  /** As nobody yet, within one workspace: signing in, accepting an invitation. */
  within<T>(workspaceId: string, work: (db: Kysely<DB>) => Promise<T>): Promise<T> {
    return this.#onConnection(this.#requests, async (connection) => {
      await sql.raw(`begin; set local role escale_app_all; set local escale.workspace = '${uuid(workspaceId)}'`).execute(connection);
      return { answer: await work(connection) };
    });
  }

  async #onConnection<T>(db: Kysely<DB>, work: (connection: Kysely<DB>) => Promise<Ended<T>>): Promise<T> {
    try {
      return await db.getExecutor().provideConnection(async (one) => {
        const connection = asking(db, one);
        try {
          const { answer, last } = await work(connection);
          // In one packet. What cannot be written aborts the transaction: it ends, and nothing of it is left.
          await Promise.all([last?.(), sql.raw("commit").execute(connection)]);
          return answer;
        } catch (error) {
          // A lost connection cannot roll back and says so at once; the server does it by itself.
          await sql
            .raw("rollback")
            .execute(connection)
            .catch(() => undefined);
          throw error;
        }
      });
    } catch (error) {
      if (isUnavailable(error)) throw new Refusal("service.unavailable", { cause: error });
      throw error;
    }
  }

  /** Within two seconds: who asks wants to know now. */
  async answers(): Promise<boolean> {
    const asked = this.#pools.requests.query("select 1").then(
      () => true,
      () => false,
    );
    return Promise.race([asked, wait(2000, false, { ref: false })]);
  }

  /** Connections to the database, for the metrics. */
  connections(): { readonly open: number; readonly idle: number; readonly waiting: number } {
    const { requests, jobs } = this.#pools;
    return {
      open: requests.totalCount + jobs.totalCount,
      idle: requests.idleCount + jobs.idleCount,
      waiting: requests.waitingCount + jobs.waitingCount,
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.#requests.destroy(), this.#jobs.destroy()]);
  }
}

/**
 * A connection that is asked several things at once sends them at once: they are answered in that order. Kysely's own waits
 * for each answer before it sends the next.
 */
function asking(db: Kysely<DB>, connection: DatabaseConnection): Kysely<DB> {
  const executor = db.getExecutor().withConnectionProvider({ provideConnection: (ask) => ask(connection) });
  return new Kysely<DB>({ config: UNUSED, dialect: UNUSED.dialect, driver: new DummyDriver(), executor });
}

/** It has its connection: nothing of these is asked. */
const UNUSED = { dialect: new PostgresDialect({ pool: () => Promise.reject(new Error("a transaction has its connection")) }) };

/**
 * Statements of a writing transaction are by key: one plan for any value is right the first time. Left to itself, PostgreSQL
 * plans the first five times on each connection, which costs more than most of them.
 */
const PLAN_ONCE = "set local plan_cache_mode = force_generic_plan";

// No request lasts ten seconds, whatever becomes of the database: it waits for a connection, then has one for so long.
const CONNECTION_MS = 3000;
const TRANSACTION_MS = 6000;

function openPool(config: pg.PoolConfig, max: number, limitMillis: number | undefined): pg.Pool {
  const pool = new pg.Pool({
    Client: PreparingClient,
    application_name: `escale:${process.pid}`,
    // A statement may be sent while the one before it runs.
    pipeline: true,
    connectionTimeoutMillis: CONNECTION_MS,
    keepAlive: true,
    ...(limitMillis ? { statement_timeout: limitMillis, idle_in_transaction_session_timeout: 20_000 } : {}),
    options: "-c plan_cache_mode=auto -c jit=off -c parallel_setup_cost=10000",
    ...config,
    max,
  });
  // A connection lost while idle or in use must not end the process: the query that used it fails and says so.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  if (limitMillis) limitUse(pool, limitMillis + 500);
  return pool;
}

/** A server that no longer answers (a cable, not a closed socket) lets go of nobody: the connection is cut. */
function limitUse(pool: pg.Pool, millis: number): void {
  const timers = new WeakMap<pg.PoolClient, NodeJS.Timeout>();
  pool.on("acquire", (client) => {
    const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
    timers.set(
      client,
      setTimeout(() => stream.destroy(), millis),
    );
  });
  pool.on("release", (_error, client) => clearTimeout(timers.get(client)));
}

function settingsOf(actor: Actor): string {
  const seesAll = actor.rights.scope === "all";
  const managers = actor.rights.scope === "team" ? [...new Set([actor.userId, ...actor.mateIds])] : [actor.userId];
  const teams = actor.rights.scope === "team" ? actor.teamIds : [];
  return [
    `set local role ${seesAll ? "escale_app_all" : "escale_app"}`,
    `set local escale.workspace = '${uuid(actor.workspaceId)}'`,
    `set local escale.sees_all = '${seesAll ? "yes" : "no"}'`,
    `set local escale.managers = '{${managers.map(uuid).join(",")}}'`,
    `set local escale.teams = '{${teams.map(uuid).join(",")}}'`,
  ].join("; ");
}

/** Settings cannot be parameters: nothing but a uuid passes. */
function uuid(value: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) throw new Error("not a uuid");
  return value;
}
