import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { API_PREFIX, type Endpoint } from "#contract/endpoint.ts";
import { LOCALES, type Locale } from "#domain/shared/actor.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { readCookie, sessionCookie, sessionCookieName } from "#server/platform/cookie.ts";
import type { Database, Who } from "#server/platform/database.ts";
import type { BareAsk, Bound } from "#server/platform/handle.ts";
import { refuseForeignOrigin } from "#server/platform/origin.ts";
import { internalProblem, problemOf } from "#server/platform/problem-details.ts";
import { allowanceHeaders, type Allowance, type RateLimits } from "#server/platform/rate-limit.ts";
import { takeFile, type TakenFile, type Uploads } from "#server/platform/receive-file.ts";
import { readInput } from "#server/platform/read-input.ts";
import { Effects, type RequestFacts, type Upload } from "#server/platform/request.ts";
import { sendFile, sendKept } from "#server/platform/send-file.ts";

export type Identity = Who & { readonly sessionId: string | undefined; readonly readOnly: boolean };

export type Http = {
  readonly database: Database;
  /** Finds who asks: by session cookie or by API key. */
  readonly identify: (token: { readonly session?: string; readonly key?: string }) => Promise<Identity | undefined>;
  readonly limits: RateLimits;
  readonly secure: boolean;
  readonly publicUrl: () => string;
  readonly checkResponses: boolean;
  readonly uploads: Uploads;
  readonly denied: (who: Who, endpoint: string, target: string | null) => void;
};

export function bindAll(app: FastifyInstance, http: Http, handlers: Readonly<Record<string, Bound>>): void {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  const takers = Object.values(handlers).filter(({ endpoint }) => endpoint.takes);
  for (const bound of Object.values(handlers)) if (!bound.endpoint.takes) bind(app, http, bound);
  void app.register(async (scope) => {
    // Whatever a body says it is, it comes as a stream here.
    scope.removeContentTypeParser(["text/csv", "application/octet-stream"]);
    scope.addContentTypeParser("*", (_request, body, done) => done(null, body));
    for (const bound of takers) bind(scope, http, bound);
  });
}

function bind(app: FastifyInstance, http: Http, bound: Bound): void {
  const { endpoint } = bound;
  app.route({
    method: endpoint.method,
    url: API_PREFIX + endpoint.path.replace(/\{(\w+)\}/g, ":$1"),
    handler: async (request, reply) => {
      reply.header("cache-control", "no-store");
      const identity = inLanguageOf(request, await identityOf(http, request, endpoint, tellAllowance(reply)));
      const input = readInput(endpoint, request);
      const facts = { ...factsOf(http, request, endpoint, identity), upload: await uploadOf(request, endpoint) };
      try {
        const taken = await takenOf(http, request, { bound, identity, ask: { ...input, request: facts, effects: new Effects(200) } });
        const effects = new Effects(endpoint.status ?? 200, idempotencyOf(request, endpoint, taken));
        const answer = await orDiscard(taken, effects, () =>
          bound.answer(http.database, identity, { ...input, request: { ...facts, taken }, effects }),
        );
        effects.committed();
        return await send(request, reply, { http, endpoint, effects, answer });
      } catch (error) {
        if (identity && error instanceof Refusal && error.code === "request.forbidden")
          http.denied(identity, endpoint.id, targetOf(request));
        throw error;
      }
    },
  });
}

type Taking = { readonly bound: Bound; readonly identity: Identity | undefined; readonly ask: BareAsk };

/** Who may not, or comes with an old version, is told before a byte is read. */
async function takenOf(http: Http, request: FastifyRequest, { bound, identity, ask }: Taking): Promise<TakenFile | undefined> {
  if (bound.endpoint.takes !== "file" || !identity) return undefined;
  await bound.admit(http.database, identity, ask);
  return takeFile(http.uploads, request, identity.actor.workspaceId);
}

/** A file that nothing was written about goes again. When nobody knows whether it was (a lost commit), it stays: a job looks later. */
async function orDiscard<T>(taken: TakenFile | undefined, effects: Effects, work: () => Promise<T>): Promise<T> {
  try {
    const answer = await work();
    if (effects.replayed) await discard(taken);
    return answer;
  } catch (error) {
    if (error instanceof Refusal && error.code !== "service.unavailable") await discard(taken);
    throw error;
  }
}

/** A store that is away keeps it a day longer: the job of the night removes it. */
async function discard(taken: TakenFile | undefined): Promise<void> {
  await taken?.discard().catch(() => undefined);
}

/** How much of the limit is left stands on every answer, also on a refusal. */
const tellAllowance =
  (reply: FastifyReply) =>
  (allowance: Allowance | undefined): void => {
    if (allowance) reply.headers(allowanceHeaders(allowance));
  };

/** Who asks, within the limits, from our own pages. Raw routes use it too. */
export async function identityOf(
  http: Http,
  request: FastifyRequest,
  endpoint: Pick<Endpoint, "id" | "access" | "session" | "method">,
  told: (allowance: Allowance | undefined) => void = () => undefined,
): Promise<Identity | undefined> {
  const key = /^Bearer (esc_\S{20,200})$/.exec(request.headers.authorization ?? "")?.[1];
  const session = readCookie(request.headers.cookie, sessionCookieName(http.secure));
  if (endpoint.method !== "GET" && !key) refuseForeignOrigin(request);
  if (endpoint.session === "none") {
    told(http.limits.open(request.ip));
    return undefined;
  }
  const identity = key ? await http.identify({ key }) : session ? await http.identify({ session }) : undefined;
  if (!identity) throw new Refusal("request.unauthenticated");
  told(http.limits.count(key ?? session ?? ""));
  if (identity.readOnly && endpoint.access === "write") {
    http.denied(identity, endpoint.id, targetOf(request));
    throw new Refusal("request.forbidden");
  }
  return identity;
}

/** The record a request is about, as far as its address says. */
function targetOf(request: FastifyRequest): string | null {
  return (request.params as { id?: string } | undefined)?.id ?? null;
}

const UNSTORABLE = /\\u0000/;

function idempotencyOf(
  request: FastifyRequest,
  endpoint: Endpoint,
  taken: TakenFile | undefined,
): { key: string; method: string; path: string; body: string } | undefined {
  const key = request.headers["idempotency-key"];
  if (
    typeof key !== "string" ||
    (endpoint.raw !== undefined && !taken) ||
    endpoint.method !== "POST" ||
    endpoint.session === "none" ||
    endpoint.access === "read"
  )
    return undefined;
  if (key.length === 0 || key.length > 200 || UNSTORABLE.test(JSON.stringify(key)))
    throw new Refusal("request.invalid", {}, [{ pointer: "/Idempotency-Key", code: "value.format" }]);
  const body = taken ? `${taken.name} ${taken.sha256.toString("hex")}` : JSON.stringify(request.body ?? null);
  return { key, method: request.method, path: request.url, body };
}

export function factsOf(http: Http, request: FastifyRequest, endpoint: Endpoint, identity: Identity | undefined): RequestFacts {
  return {
    id: request.id,
    locale: localeOf(request, identity),
    address: request.ip,
    agent: (request.headers["user-agent"] ?? "").slice(0, 300),
    sessionId: identity?.sessionId,
    ifMatch: endpoint.versioned ? versionOf(request, identity) : undefined,
    publicUrl: http.publicUrl(),
    upload: undefined,
    taken: undefined,
  };
}

/** The first file of a form, or the body itself. Asked after the caller is known: nobody else makes us hold a file. */
async function uploadOf(request: FastifyRequest, endpoint: Endpoint): Promise<Upload | undefined> {
  if (endpoint.raw !== "multipart/form-data" || endpoint.takes) return undefined;
  if (Buffer.isBuffer(request.body)) return { name: "", bytes: request.body };
  if (!request.isMultipart()) return undefined;
  const part = await request.file();
  return part && { name: part.filename, bytes: await part.toBuffer() };
}

/** Sessions must say which version they change; keys may. */
function versionOf(request: FastifyRequest, identity: Identity | undefined): number | undefined {
  const header = request.headers["if-match"];
  if (header === undefined || header === "*") {
    if (identity?.sessionId) throw new Refusal("request.preconditionRequired");
    return undefined;
  }
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw new Refusal("request.invalid", {}, [{ pointer: "/If-Match", code: "value.format" }]);
  return Number(version);
}

/** Names of stages, reasons and kinds are answered in the language asked for. */
export function inLanguageOf(request: FastifyRequest, identity: Identity | undefined): Identity | undefined {
  if (!identity) return undefined;
  const locale = localeOf(request, identity);
  return locale === identity.actor.locale ? identity : { ...identity, actor: { ...identity.actor, locale } };
}

/** The language asked for, else that of the user. */
export function localeOf(request: FastifyRequest, identity?: Identity): Locale {
  const asked = (request.headers["accept-language"] ?? "").slice(0, 2).toLowerCase();
  return LOCALES.find((locale) => locale === asked) ?? identity?.actor.locale ?? "en";
}

type Outcome = { readonly http: Http; readonly endpoint: Endpoint; readonly effects: Effects; readonly answer: unknown };

async function send(request: FastifyRequest, reply: FastifyReply, { http, endpoint, effects, answer }: Outcome): Promise<FastifyReply> {
  if (effects.replayed) {
    const { status, headers, body } = effects.replayed;
    reply.code(status).headers(headers).header("idempotency-replayed", "true");
    return body === "" ? reply.send() : reply.type("application/json; charset=utf-8").send(body);
  }
  if (http.checkResponses && endpoint.returns) endpoint.returns.parse(answer);
  if (effects.sessionToken !== undefined) reply.header("set-cookie", sessionCookie(effects.sessionToken, http.secure));
  effects.tellRecord(endpoint, answer);
  reply.code(effects.answered).headers(effects.headers);
  if (effects.file) return sendFile(reply, effects.file);
  if (effects.making) return sendFile(reply, await effects.making());
  if (effects.kept) return sendKept(request, reply, { files: http.uploads.files, kept: effects.kept });
  if (answer === undefined) return reply.send();
  return reply.type("application/json; charset=utf-8").send(JSON.stringify(answer));
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const teller = { locale: localeOf(request), requestId: request.id };
  const refusal = error instanceof Refusal ? error : refusalOfFramework(error);
  reply.type("application/problem+json").header("cache-control", "no-store");
  if (!refusal) {
    request.log.error(error);
    return reply.code(500).send(internalProblem(teller));
  }
  const problem = problemOf(refusal, teller);
  if (problem.status === 503) {
    const { message } = (refusal.details["cause"] ?? {}) as { readonly message?: string };
    request.log.warn({ reason: message }, refusal.code === "files.unavailable" ? "the file store is away" : "the database is away");
    reply.header("retry-after", "2");
  }
  if (refusal.code === "request.tooMany") {
    const { retryAfter, allowance } = refusal.details as { retryAfter?: number; allowance?: Allowance };
    reply.header("retry-after", String(retryAfter ?? 60));
    // The limit that said no, which need not be the one told so far.
    if (allowance) reply.headers(allowanceHeaders(allowance));
  }
  if (refusal.code === "record.stale") {
    const { version } = (refusal.details["current"] ?? {}) as { version?: number };
    if (version !== undefined) reply.header("etag", `"${version}"`);
  }
  return reply.code(problem.status).send(problem);
}

/** What the framework refuses before us: a body that is no JSON, too large, of another type. */
function refusalOfFramework(error: unknown): Refusal | undefined {
  const status = (error as { statusCode?: unknown }).statusCode;
  if (status === 413) return new Refusal("request.tooLarge");
  if (status === 429) return new Refusal("request.tooMany");
  if (status === 404) return new Refusal("request.notFound");
  if (typeof status === "number" && status >= 400 && status < 500)
    return new Refusal("request.invalid", {}, [{ pointer: "/", code: "value.format" }]);
  return undefined;
}
