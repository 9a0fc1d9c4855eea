import type { FastifyInstance, FastifyReply } from "fastify";
import pg from "pg";
import { inScope } from "#domain/opportunity/policy.ts";
import { may } from "#domain/user/rights.ts";
import type { Module } from "#domain/shared/actor.ts";
import { API_PREFIX } from "#contract/endpoint.ts";
import { identityOf, type Http, type Identity } from "#server/platform/http.ts";

type Event = {
  readonly workspaceId: string;
  readonly changeId: string;
  readonly kind: string;
  readonly type?: string;
  readonly id?: string;
  readonly version?: number | null;
  /** Only these hear it. */
  readonly for?: readonly string[] | null;
  readonly visibility?: readonly { readonly managerId: string | null; readonly teamId: string | null }[] | null;
};

/** What this process does itself about what it hears. */
type Heard = {
  readonly identities: (isTold: boolean, ended: boolean) => void;
  readonly notices: (workspaceId: string) => void;
};

type Stream = { readonly identity: Identity; readonly reply: FastifyReply; readonly again: () => Promise<Identity | undefined> };

const MODULE_OF: Readonly<Record<string, Module>> = {
  opportunity: "opportunities",
  client: "clients",
  contact: "contacts",
  activity: "activities",
  message: "activities",
  quote: "quotes",
  quoteTemplate: "quotes",
};
/** Proxies close streams that stay silent for long. */
const HEARTBEAT_MS = 25_000;

/** One connection that listens; every event goes to those whose scope holds the record before or after. */
export class LiveEvents {
  readonly #streams = new Set<Stream>();
  readonly #config: pg.ClientConfig;
  readonly #heard: Heard;
  #client: pg.Client | undefined;
  #closed = false;
  readonly #heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS).unref();

  constructor(config: pg.ClientConfig, heard: Heard) {
    this.#config = config;
    this.#heard = heard;
  }

  async listen(): Promise<void> {
    if (this.#closed) return;
    const client = new pg.Client({
      ...this.#config,
      application_name: `escale:${process.pid}`,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    });
    const lost = (): void => {
      if (this.#client !== client) return;
      this.#client = undefined;
      this.#heard.identities(false, false);
      setTimeout(() => void this.listen(), 1000).unref();
    };
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", (message) => this.#notified(message.channel, message.payload ?? ""));
    this.#client = client;
    try {
      await client.connect();
      await client.query("listen escale_events; listen escale_identities");
      this.#heard.identities(true, false);
    } catch {
      lost();
    }
  }

  get count(): number {
    return this.#streams.size;
  }

  bind(app: FastifyInstance, http: Http): void {
    app.get(`${API_PREFIX}/events`, async (request, reply) => {
      const identity = await identityOf(http, request, { id: "events", access: "read", method: "GET" });
      if (!identity) return;
      reply.hijack();
      reply.raw.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
        connection: "keep-alive",
      });
      reply.raw.write("retry: 2000\n: open\n\n");
      const stream: Stream = {
        identity,
        reply,
        again: () => identityOf(http, request, { id: "events", access: "read", method: "GET" }).catch(() => undefined),
      };
      this.#streams.add(stream);
      reply.raw.on("close", () => this.#streams.delete(stream));
    });
  }

  #notified(channel: string, payload: string): void {
    if (channel === "escale_identities") {
      this.#heard.identities(true, true);
      for (const stream of this.#streams) void this.#endIfOver(stream);
      return;
    }
    const event = JSON.parse(payload) as Event;
    if (event.kind === "notification") this.#heard.notices(event.workspaceId);
    const { workspaceId: _workspace, visibility: _visibility, for: _for, ...told } = event;
    for (const stream of this.#streams) if (concerns(event, stream.identity)) stream.reply.raw.write(`data: ${JSON.stringify(told)}\n\n`);
  }

  /** A stream ends with its session; with other rights or teams it is opened anew. */
  async #endIfOver(stream: Stream): Promise<void> {
    const identity = await stream.again();
    if (identity && scopeOf(identity) === scopeOf(stream.identity)) return;
    this.#streams.delete(stream);
    stream.reply.raw.end();
  }

  #beat(): void {
    for (const stream of this.#streams) stream.reply.raw.write(": here\n\n");
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    for (const stream of this.#streams) stream.reply.raw.end();
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }
}

/** What decides which events one hears. */
function scopeOf({ actor }: Identity): string {
  return JSON.stringify([actor.rights, [...actor.teamIds].sort(), [...actor.mateIds].sort()]);
}

function concerns(event: Event, { actor }: Identity): boolean {
  if (event.workspaceId !== actor.workspaceId) return false;
  if (event.for && !event.for.includes(actor.userId)) return false;
  const module = MODULE_OF[event.type ?? ""];
  if (module && !may(actor, module, "read")) return false;
  if (!event.visibility) return true;
  return event.visibility.some((placed) => inScope(actor, placed));
}
