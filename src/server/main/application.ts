import path from "node:path";
import fastifyMultipart from "@fastify/multipart";
import fastifyStatic from "@fastify/static";
import fastify, { LogController, type FastifyInstance } from "fastify";
import pg from "pg";
import { Refusal } from "#domain/shared/refusal.ts";
import { runImportJob } from "#server/exchange/run-import.ts";
import { followChanges } from "#server/notification/follow-changes.ts";
import { NoticePost } from "#server/notification/notice-post.ts";
import { sendReminder } from "#server/notification/remind.ts";
import { apiReference } from "#server/main/api-reference.ts";
import { handlersWith } from "#server/main/handlers.ts";
import { startJobs } from "#server/main/jobs.ts";
import { LiveEvents } from "#server/main/live-events.ts";
import { Operations } from "#server/main/operations.ts";
import { webPages } from "#server/main/web-pages.ts";
import { Welcome } from "#server/main/welcome.ts";
import { Database } from "#server/platform/database.ts";
import { recordDenial } from "#server/platform/denial.ts";
import type { FileStore } from "#server/platform/file-store.ts";
import { openFileStore } from "#server/platform/open-file-store.ts";
import { bindAll, sendProblem, type Http } from "#server/platform/http.ts";
import { listenOn } from "#server/platform/listen.ts";
import { loggerOf } from "#server/platform/logger.ts";
import { mailerOf } from "#server/platform/mailer.ts";
import { newId } from "#server/platform/new-id.ts";
import { Outbox } from "#server/platform/outbox.ts";
import { isOwnHost } from "#server/platform/origin.ts";
import { rateLimits } from "#server/platform/rate-limit.ts";
import type { Settings } from "#server/platform/settings-from-environment.ts";
import { Identities } from "#server/user/identify.ts";

export type Connections = {
  readonly owner: pg.PoolConfig;
  readonly app: pg.PoolConfig;
  /** The folder of the data, when they are on this machine. */
  readonly folder?: string | undefined;
  /** Where documents are kept, and received, unless a setting says otherwise. */
  readonly filesFolder: string;
};
export type Application = {
  readonly address: string;
  readonly database: Database;
  readonly files: FileStore;
  readonly welcomeLink: string | undefined;
  /** Says at /readyz that no new visitor should come. */
  readonly leave: () => void;
  readonly close: () => Promise<void>;
};

/** A file of half a million rows fits. */
const UPLOAD_BYTES = 100_000_000;

export async function startApplication(settings: Settings, connections: Connections): Promise<Application> {
  const database = new Database(connections.app, followChanges);
  const owner = ownersPool(connections.owner);
  const app = fastify({
    logger: loggerOf(settings.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trusted(settings.trustProxy),
    bodyLimit: 1_000_000,
    genReqId: () => newId(),
    forceCloseConnections: "idle",
    // Who still has a connection while we close is answered, then let go.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 300 },
    // An address that no rule of addresses reads is refused before any route, in our form all the same.
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  });
  const log = (message: string, error: unknown): void => app.log.error(error, message);
  const outbox = new Outbox(database, mailerOf(settings.smtpUrl, settings.mailFrom), log);
  const limits = rateLimits(settings.rateLimit);
  const files = openFileStore(settings.files, connections.filesFolder);
  const welcome = new Welcome(database, files);
  const identities = new Identities(database);
  let address = "";
  const means = { database, outbox, publicUrl: () => settings.publicUrl ?? address };
  const post = new NoticePost(means, log);
  const events = new LiveEvents(connections.owner, {
    identities: (isTold, ended) => (ended ? identities.forgetAll() : identities.listening(isTold)),
    // A process that only answers requests leaves the mails to those that do the work.
    notices: (workspaceId) => (settings.role === "web" ? undefined : post.wake(workspaceId)),
  });
  const http: Http = {
    database,
    limits,
    identify: (token) => identities.identify(token),
    secure: settings.publicUrl?.startsWith("https:") ?? false,
    publicUrl: means.publicUrl,
    checkResponses: settings.checkResponses,
    uploads: { files, limitBytes: settings.uploadBytes },
    denied: (who, endpoint, target) => recordDenial(database, who, { endpoint, target, log }),
  };
  guard(app, settings);
  await app.register(fastifyMultipart, { limits: { files: 1, fields: 10, fileSize: UPLOAD_BYTES } });
  bindAll(app, http, handlersWith({ limits, outbox, welcome, uploadBytes: settings.uploadBytes }));
  events.bind(app, http);
  const operations = new Operations({ settings, database, owner, folder: connections.folder, streams: () => events.count });
  operations.bind(app);
  apiReference(app, settings.webRoot);
  await app.register(fastifyStatic, { root: settings.webRoot, serve: false, preCompressed: true });
  webPages(app, { ...http, webRoot: settings.webRoot });
  await events.listen();
  const work = { database, owner, files, outbox, post, log, logger: app.log, tasks: tasksOf(means) };
  const jobs = settings.role === "web" ? undefined : await startJobs(work);
  address = await listenOn(app, settings);
  return {
    address,
    database,
    files,
    welcomeLink: (await welcome.isOpen()) ? `${settings.publicUrl ?? address}/welcome/${welcome.token}` : undefined,
    leave: () => operations.leave(),
    close: async () => {
      operations.leave();
      await events.close();
      await closeGently(app);
      await jobs?.stop();
      await post.close();
      outbox.close();
      await Promise.all([database.close(), owner.end()]);
    },
  };
}

function ownersPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, max: 4, application_name: `escale:${process.pid}`, connectionTimeoutMillis: 5000 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

function tasksOf(means: Parameters<typeof sendReminder>[0]): Parameters<typeof startJobs>[0]["tasks"] {
  return {
    import: (payload) => runImportJob(means.database, payload),
    reminder: (payload) => sendReminder(means, payload),
  };
}

/** A connection that was busy when we closed goes with its answer; whoever still hangs after six seconds is let go. */
async function closeGently(app: FastifyInstance): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  const impatience = setTimeout(() => app.server.closeAllConnections(), 6000);
  await app.close();
  clearInterval(idle);
  clearTimeout(impatience);
}

/** Names we answer to, and the framework's own refusals in our form. */
function guard(app: FastifyInstance, settings: Settings): void {
  const own = [settings.host, settings.publicUrl ? new URL(settings.publicUrl).hostname : ""]
    .filter((name) => name !== "")
    .map((name) => name.toLowerCase());
  const open = settings.host === "0.0.0.0" || settings.host === "::";
  app.addHook("onRequest", async (request) => {
    if (!open && !isOwnHost(request.headers.host, own)) throw new Refusal("request.notFound");
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, body === "" ? undefined : parseJson(String(body)));
    } catch {
      done(new Refusal("request.invalid", {}, [{ pointer: "/", code: "value.format" }]), undefined);
    }
  });
  app.addContentTypeParser(
    ["text/csv", "application/octet-stream"],
    { parseAs: "buffer", bodyLimit: UPLOAD_BYTES },
    (_request, body, done) => done(null, body),
  );
  app.setNotFoundHandler((request, reply) => sendProblem(new Refusal("request.notFound"), request, reply));
}

/** Keys that reach into objects have no effect; depth that no form has is refused before it is built. */
function parseJson(text: string): unknown {
  let depth = 0;
  for (let at = 0, quoted = false; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\" && quoted) at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "{" || character === "[")) depth += 1;
    else if (!quoted && (character === "}" || character === "]")) depth -= 1;
    if (depth > 50) throw new SyntaxError("too deep");
  }
  return JSON.parse(text, (key, value: unknown) => (key === "__proto__" ? undefined : value));
}

export const webRootOf = (root: string): string => path.join(root, "dist", "web");

/** A number counts the proxies before us; an address or network names them. */
function trusted(setting: Settings["trustProxy"]): boolean | string | ((address: string, hop: number) => boolean) {
  return typeof setting === "number" ? (_address, hop) => hop < setting : setting;
}
