// What a browser loads before the board shows: the entry and everything it imports at once, compressed.
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { buildIfNeeded } from "#scripts/build-web.ts";

const LIMIT_KB = 250;
const ROUTE = "opportunity/board-page.tsx";

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly isEntry?: boolean };

await buildIfNeeded();
const root = path.join(import.meta.dirname, "..", "dist", "web");
const manifest = JSON.parse(readFileSync(path.join(root, ".vite", "manifest.json"), "utf8")) as Record<string, Chunk>;
const needed = new Set<string>();
const add = (name: string): void => {
  const chunk = manifest[name];
  if (!chunk || needed.has(name)) return;
  needed.add(name);
  for (const next of chunk.imports ?? []) add(next);
};
for (const [name, chunk] of Object.entries(manifest)) if (chunk.isEntry || name === ROUTE || name.endsWith("words/fr-first.ts")) add(name);
const bytes = [...needed].reduce((sum, name) => sum + gzipSync(readFileSync(path.join(root, manifest[name]?.file ?? ""))).length, 0);
console.log(`first load of the board: ${(bytes / 1000).toFixed(0)} kB of JavaScript, compressed (limit ${LIMIT_KB})`);
if (bytes > LIMIT_KB * 1000) process.exitCode = 1;
