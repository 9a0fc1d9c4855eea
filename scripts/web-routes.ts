import { API } from "#contract/api.ts";
import type { Endpoint } from "#contract/endpoint.ts";

/** The web's table of method and path: the schemas stay out of the first load. */
export function webRoutes(): string {
  const lines = Object.entries(API as Record<string, Endpoint>).map(
    ([name, endpoint]) => `  ${name}: ["${endpoint.method}", "${endpoint.path}"],`,
  );
  return [
    "// Generated from the contract by `npm run check -- --write`; do not edit.",
    "export const ROUTES = {",
    ...lines,
    "} as const;",
    "",
  ].join("\n");
}
