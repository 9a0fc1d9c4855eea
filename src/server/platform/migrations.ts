import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { withClient } from "#server/platform/roles.ts";

const LOCK = 7_310_991;

/** Runs what is new, each file in its own transaction, once even when two processes start together. */
export async function migrate(owner: pg.ClientConfig, folder: string): Promise<string[]> {
  return withClient(owner, async (client) => {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(
      "create table if not exists schema_migration (name text primary key, checksum text not null, at timestamptz not null)",
    );
    const { rows } = await client.query<{ name: string; checksum: string }>("select name, checksum from schema_migration");
    const known = new Map(rows.map((row) => [row.name, row.checksum]));
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".sql"))
      .sort();
    refuseNewer([...known.keys()], files);
    const done: string[] = [];
    for (const name of files) if (await apply(client, { folder, name, known })) done.push(name);
    return done;
  });
}

function refuseNewer(known: readonly string[], files: readonly string[]): void {
  const newer = known.filter((name) => !files.includes(name));
  if (newer.length > 0)
    throw new Error(
      `This database was made by a newer version of Escale (${newer.join(", ")}). Start that version; this one would not understand it.`,
    );
}

type Migration = { readonly folder: string; readonly name: string; readonly known: ReadonlyMap<string, string> };

async function apply(client: pg.Client, { folder, name, known }: Migration): Promise<boolean> {
  const text = readFileSync(path.join(folder, name), "utf8");
  const checksum = createHash("sha256").update(text).digest("hex");
  const before = known.get(name);
  if (before === checksum) return false;
  if (before !== undefined) throw new Error(`The migration ${name} was changed after it was applied.`);
  await client.query("begin");
  try {
    await client.query(text);
    await client.query("insert into schema_migration (name, checksum, at) values ($1, $2, clock_timestamp())", [name, checksum]);
    await client.query("commit");
    return true;
  } catch (error) {
    // A lost connection cannot roll back; the server does it by itself.
    await client.query("rollback").catch(() => undefined);
    throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
