import { randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import { API_PREFIX } from "#contract/endpoint.ts";
import { identityOf, type Http } from "#server/platform/http.ts";
import { Refusal } from "#domain/shared/refusal.ts";

type Pages = Http & { readonly webRoot: string };

/** The web app: hashed files are kept for ever, the page itself never; every answer says what a browser may do with it. */
export function webPages(app: FastifyInstance, http: Pages): void {
  app.addHook("onSend", async (_request, reply, payload) => {
    reply
      .header("x-content-type-options", "nosniff")
      .header("referrer-policy", "same-origin")
      .header("cross-origin-opener-policy", "same-origin")
      .header("cross-origin-resource-policy", "same-origin");
    if (!reply.hasHeader("content-security-policy")) reply.header("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    if (http.secure) reply.header("strict-transport-security", "max-age=63072000; includeSubDomains");
    return payload;
  });
  app.get(`${API_PREFIX}/workspace/logo`, async (request, reply) => {
    const identity = await identityOf(http, request, { id: "showLogo", access: "read", method: "GET" });
    if (!identity) throw new Refusal("request.unauthenticated");
    const row = await http.database.read(identity, (tx) =>
      tx.db.selectFrom("workspace").select(["logo", "logo_type"]).where("workspace_id", "=", tx.actor.workspaceId).executeTakeFirst(),
    );
    if (!row?.logo) throw new Refusal("request.notFound");
    return reply
      .header("cache-control", "private, max-age=300")
      .type(row.logo_type ?? "application/octet-stream")
      .send(row.logo);
  });
  app.get("/*", async (request, reply) => {
    const wanted = decodeURIComponent((request.params as { "*": string })["*"]);
    if (wanted.startsWith("api/")) throw new Refusal("request.notFound");
    if (isFile(http.webRoot, wanted)) {
      reply.header("cache-control", wanted.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
      return reply.sendFile(wanted, { cacheControl: false });
    }
    if (path.extname(wanted) !== "") throw new Refusal("request.notFound");
    const nonce = randomBytes(16).toString("base64");
    const secure = http.secure ? "; upgrade-insecure-requests" : "";
    reply.header(
      "content-security-policy",
      `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'${secure}`,
    );
    return reply
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(page(http.webRoot).replaceAll("__CSP_NONCE__", nonce));
  });
}

function isFile(root: string, wanted: string): boolean {
  const file = path.resolve(root, wanted);
  if (wanted === "" || wanted === "index.html" || !file.startsWith(root + path.sep)) return false;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

let cached: { readonly file: string; readonly changed: number; readonly text: string } | undefined;

function page(root: string): string {
  const file = path.join(root, "index.html");
  const changed = statSync(file).mtimeMs;
  if (cached?.file !== file || cached.changed !== changed) cached = { file, changed, text: readFileSync(file, "utf8") };
  return cached.text;
}
