import type { FastifyRequest } from "fastify";
import { Refusal } from "#domain/shared/refusal.ts";

/** A change of state by cookie must come from our own pages; programs without a browser send neither header. */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const site = request.headers["sec-fetch-site"];
  if (site === "same-origin") return;
  if (site !== undefined) throw new Refusal("request.originRefused");
  const { origin, host } = request.headers;
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new Refusal("request.originRefused");
}

/** Names under which Escale answers: loopback, where it listens, and its public address. Any other Host is refused. */
export function isOwnHost(host: string | undefined, own: readonly string[]): boolean {
  const name = (host ?? "")
    .replace(/:\d+$/, "")
    .replace(/^\[(.*)\]$/, "$1")
    .toLowerCase();
  if (name === "localhost" || name === "::1" || /^127(\.\d{1,3}){3}$/.test(name)) return true;
  return own.includes(name);
}
