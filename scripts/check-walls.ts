// The walls of the house: which folder may import which, in which order features stand, and that nothing imports in a circle.
import { globSync, readFileSync } from "node:fs";

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: ["domain"],
  words: ["words", "domain"],
  contract: ["contract", "domain", "words", "npm:zod"],
  server: ["server", "contract", "domain", "words", "npm:*", "node:*"],
  web: ["web", "contract", "domain", "words", "npm:*"],
  cli: ["cli", "contract", "domain", "words", "npm:*", "node:*"],
};

/** The order of the language: a later feature may import an earlier one, never the contrary. An unknown folder fails. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  server: [
    "platform",
    "workspace",
    "session",
    "user",
    "team",
    "settings",
    "tag",
    "custom-field",
    "contact",
    "client",
    "pipeline",
    "opportunity",
    "activity",
    "message",
    "document",
    "product",
    "step",
    "quote",
    "search",
    "partner",
    "my-day",
    "view",
    "notification",
    "undo",
    "timeline",
    "exchange",
    "main",
    "admin",
  ],
  domain: [
    "shared",
    "user",
    "workspace",
    "filter",
    "tag",
    "custom-field",
    "client",
    "contact",
    "pipeline",
    "opportunity",
    "activity",
    "message",
    "document",
    "product",
    "step",
    "quote",
    "notification",
    "exchange",
    "report",
    "view",
  ],
  web: [
    "kit",
    "api",
    "app",
    "tag",
    "custom-field",
    "activity",
    "message",
    "document",
    "timeline",
    "contact",
    "client",
    "product",
    "partner",
    "catalogue",
    "step",
    "view",
    "quote",
    "directory",
    "opportunity",
    "my-day",
    "notification",
    "exchange",
    "people",
    "settings",
    "help",
    "access",
    "search",
    "main",
  ],
};

/** Pairs that know each other: the session of a user, the clients of a contact, what a fact shows of its undo. */
const NEIGHBOURS = new Set([
  "session>user",
  "workspace>session",
  "workspace>user",
  "user>team",
  "contact>client",
  "client>contact",
  "undo>timeline",
  "timeline>undo",
  "people>settings",
]);

const WEB_ONLY = /^npm:(react|react-dom|@tanstack|lucide-react|react-aria-components)/;
const DATABASE = /^npm:(pg|kysely)$/;

const problems: string[] = [];
const graph = new Map<string, string[]>();
const importOf = /(?:^|\n)(?:import|export)\s+(?:[^"';]*?\s+from\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/g;

function wantedOf(target: string): string {
  if (target.startsWith("#")) return target.slice(1);
  if (target.startsWith("node:")) return target;
  return `npm:${target.startsWith("@") ? target.split("/").slice(0, 2).join("/") : (target.split("/")[0] ?? "")}`;
}

function isAllowed(tier: string, wanted: string): boolean {
  const wantedTier = wanted.startsWith("npm:") || wanted.startsWith("node:") ? wanted : (wanted.split("/")[0] ?? "");
  return (MAY_IMPORT[tier] ?? []).some((rule) => rule === wantedTier || (rule.endsWith("*") && wantedTier.startsWith(rule.slice(0, -1))));
}

function checkOrder(file: string, wanted: string): void {
  const [tier = "", feature = ""] = file.split("/");
  const [wantedTier, wantedFeature = ""] = wanted.split("/");
  const order = ORDER[tier];
  if (!order || tier !== wantedTier || !file.includes("/", tier.length + 1)) return;
  const [from, to] = [order.indexOf(feature), order.indexOf(wantedFeature)];
  if (from < 0) problems.push(`src/${file}: there is no feature "${feature}" in the order of ${tier}`);
  if (to > from && !NEIGHBOURS.has(`${feature}>${wantedFeature}`))
    problems.push(`src/${file}: ${feature} comes before ${wantedFeature}, it may not import ${wanted}`);
}

for (const path of globSync("src/**/*.{ts,tsx}")) {
  const file = path.slice("src/".length);
  const tier = file.split("/")[0] ?? "";
  const isTest = /\.test\.tsx?$/.test(file);
  const edges: string[] = [];
  for (const [, plain, dynamic] of readFileSync(path, "utf8").matchAll(importOf)) {
    const target = plain ?? dynamic ?? "";
    if (/\.(css|woff2)$/.test(target)) continue;
    if (target.startsWith(".")) problems.push(`${path}: write ${target} as a # import`);
    const wanted = wantedOf(target);
    if (!isTest && !isAllowed(tier, wanted) && !(tier === "cli" && wanted.startsWith("server/admin/")))
      problems.push(`${path}: ${tier} may not import ${target}`);
    if (tier === "server" && WEB_ONLY.test(wanted)) problems.push(`${path}: the server has no ${target}`);
    if (tier !== "server" && DATABASE.test(wanted)) problems.push(`${path}: only the server asks the database`);
    if (!isTest) checkOrder(file, wanted);
    if (plain?.startsWith("#")) edges.push(wanted);
  }
  graph.set(file, edges);
}

const state = new Map<string, "open" | "done">();
function visit(file: string, trail: readonly string[]): void {
  if (state.get(file) === "done") return;
  if (state.get(file) === "open") {
    problems.push(`circle: ${[...trail.slice(trail.indexOf(file)), file].join(" → ")}`);
    return;
  }
  state.set(file, "open");
  for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
  state.set(file, "done");
}
for (const file of graph.keys()) visit(file, []);

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
}
