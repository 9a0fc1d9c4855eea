import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { databaseTypes } from "#scripts/database-types.ts";
import { printSchema } from "#scripts/print-schema.ts";
import { ROOT, withScratchDatabase } from "#scripts/scratch-database.ts";

/** Files made from others, committed so that a change of schema, API or rights is a visible diff. */
async function generated(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  await withScratchDatabase(async (client) => {
    files.set("src/server/platform/db.gen.ts", await databaseTypes(client));
    files.set("schema.sql", await printSchema(client));
  });
  if (process.argv.includes("--database")) return files;
  const { openapiText } = await import("#scripts/openapi-text.ts");
  files.set("openapi.json", openapiText());
  const { webRoutes } = await import("#scripts/web-routes.ts");
  files.set("src/web/api/routes.gen.ts", webRoutes());
  const { permissionTable } = await import("#scripts/permission-table.ts");
  files.set("docs/permissions.md", permissionTable());
  return files;
}

const stale: string[] = [];
for (const [name, text] of await generated()) {
  const file = path.join(ROOT, name);
  let present = "";
  try {
    present = readFileSync(file, "utf8");
  } catch {
    // Not made yet: it differs.
  }
  if (present === text) continue;
  stale.push(name);
  if (process.argv.includes("--write")) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
if (stale.length > 0) {
  console.log(`${process.argv.includes("--write") ? "made anew" : "out of date (npm run check -- --write)"}: ${stale.join(", ")}`);
  if (!process.argv.includes("--write")) process.exitCode = 1;
}
