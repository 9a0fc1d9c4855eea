import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { AdminRefusal } from "#server/admin/accounts.ts";
import type { Installation } from "#server/admin/installation.ts";
import { withClient } from "#server/platform/roles.ts";

/** First line of a backup. The rest: for each table a line with its columns, its rows as COPY writes them, and `\.`. */
type Header = { readonly format: "escale-backup-1"; readonly at: string; readonly migrations: readonly Migration[] };
type Migration = { readonly name: string; readonly checksum: string };
type TableHead = { readonly table: string; readonly columns: readonly string[] };

const END = "\\.";

/** Everything in one snapshot, while people go on working. Written beside the name, then moved: never half a file. */
export async function backupTo(installation: Installation, file: string, at: Date): Promise<{ tables: number; rows: number }> {
  const making = `${file}.making-${process.pid}`;
  try {
    const counted = await withClient(installation.owner as pg.ClientConfig, (client) => writeBackup(client, making, at));
    await rename(making, file);
    return counted;
  } finally {
    await rm(making, { force: true });
  }
}

async function writeBackup(client: pg.Client, file: string, at: Date): Promise<{ tables: number; rows: number }> {
  await client.query("begin isolation level repeatable read read only");
  const counted = { tables: 0, rows: 0 };
  await pipeline(Readable.from(piecesOf(client, at, counted)), createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600 }));
  await client.query("commit");
  return counted;
}

async function* piecesOf(client: pg.Client, at: Date, counted: { tables: number; rows: number }): AsyncGenerator<string | Buffer> {
  const header: Header = { format: "escale-backup-1", at: at.toISOString(), migrations: await migrationsOf(client) };
  yield `${JSON.stringify(header)}\n`;
  for (const head of await tablesOf(client)) {
    yield `${JSON.stringify(head)}\n`;
    const stream = client.query(copyTo(`copy ${quoted(head.table)} (${head.columns.map(quoted).join(", ")}) to stdout`));
    for await (const piece of stream) yield piece as Buffer;
    counted.tables += 1;
    counted.rows += stream.rowCount;
    yield `${END}\n`;
  }
}

/** Puts a backup in the place of what is there. What is there must be empty, unless `force`. A broken backup changes nothing. */
export async function restoreFrom(installation: Installation, file: string, force: boolean): Promise<{ tables: number; rows: number }> {
  try {
    return await withClient(installation.owner as pg.ClientConfig, (client) => restore(client, linesOf(file), force));
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (code.startsWith("Z_") || error instanceof SyntaxError)
      throw new AdminRefusal(`${file} is broken, or no backup of Escale (${message}): nothing was restored.`, { cause: error });
    throw error;
  }
}

async function restore(client: pg.Client, lines: AsyncIterator<string>, force: boolean): Promise<{ tables: number; rows: number }> {
  const header = await readHeader(lines);
  refuseOtherSchema(header.migrations, await migrationsOf(client));
  const { rowCount } = await client.query("select 1 from workspace limit 1");
  if (rowCount && !force) throw new AdminRefusal("The database is not empty. To replace all it holds by the backup, add --force.");
  await client.query("begin");
  const tables = await tablesOf(client);
  // The words of the search are in the backup too: they are not made a second time.
  for (const { table } of tables) await client.query(`alter table ${quoted(table)} disable trigger user`);
  await client.query(`truncate ${tables.map(({ table }) => quoted(table)).join(", ")}`);
  const counted = await readTables(client, lines);
  await refuseHollow(client, counted.tables, tables.length);
  for (const { table } of tables) await client.query(`alter table ${quoted(table)} enable trigger user`);
  await client.query(
    "select setval(pg_get_serial_sequence('opportunity_state', 'sequence'), (select coalesce(max(sequence), 1) from opportunity_state))",
  );
  await client.query("commit");
  await client.query("analyze");
  return counted;
}

/** A file that ends early, or without any agency, would leave less than there was. */
async function refuseHollow(client: pg.Client, restored: number, tables: number): Promise<void> {
  if (restored !== tables) throw new AdminRefusal(`The backup ends after ${restored} of ${tables} tables: nothing was restored.`);
  const { rowCount } = await client.query("select 1 from workspace limit 1");
  if (!rowCount) throw new AdminRefusal("The backup holds no agency: nothing was restored.");
}

async function readTables(client: pg.Client, lines: AsyncIterator<string>): Promise<{ tables: number; rows: number }> {
  let tables = 0;
  let rows = 0;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const head = JSON.parse(next.value) as TableHead;
    const target = client.query(copyFrom(`copy ${quoted(head.table)} (${head.columns.map(quoted).join(", ")}) from stdin`));
    await pipeline(Readable.from(rowsOf(lines, () => (rows += 1))), target);
    tables += 1;
  }
  return { tables, rows };
}

/** The rows of one table, many at a time. */
async function* rowsOf(lines: AsyncIterator<string>, count: () => void): AsyncGenerator<string> {
  let rows = "";
  for (let next = await lines.next(); ; next = await lines.next()) {
    if (next.done) throw new AdminRefusal("The backup ends in the middle of a table: nothing was restored.");
    if (next.value === END) break;
    count();
    rows += `${next.value}\n`;
    if (rows.length < 65_536) continue;
    yield rows;
    rows = "";
  }
  yield rows;
}

/** Lines end with LF alone: readline would also split at separators that a text may hold. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unzip = createGunzip();
  const read = pipeline(createReadStream(file), unzip).catch((error: unknown) => unzip.destroy(error as Error));
  let rest = "";
  unzip.setEncoding("utf8");
  for await (const piece of unzip) {
    const lines = (rest + String(piece)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  await read;
  if (rest !== "") yield rest;
}

async function readHeader(lines: AsyncIterator<string>): Promise<Header> {
  const first = await lines.next();
  const header = first.done ? undefined : (JSON.parse(first.value) as Partial<Header>);
  if (header?.format !== "escale-backup-1" || !header.migrations) throw new AdminRefusal("This file is no backup of Escale.");
  return header as Header;
}

function refuseOtherSchema(backup: readonly Migration[], here: readonly Migration[]): void {
  const known = new Map(here.map(({ name, checksum }) => [name, checksum]));
  const other = backup.find(({ name, checksum }) => known.get(name) !== checksum);
  if (other)
    throw new AdminRefusal(`The backup was made by another version of Escale (${other.name}). Restore it with that version, then update.`);
  if (backup.length !== here.length)
    throw new AdminRefusal("The backup was made by an older version of Escale. Restore it with that version, then update.");
}

async function migrationsOf(client: pg.Client): Promise<Migration[]> {
  return (await client.query<Migration>("select name, checksum from schema_migration order by name")).rows;
}

/** Every table of ours, those that others refer to first. */
async function tablesOf(client: pg.Client): Promise<TableHead[]> {
  const { rows } = await client.query<TableHead & { needs: string[] }>(
    `select c.relname::text as table,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select f.confrelid::regclass::text from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
     from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration' order by c.relname`,
  );
  const sorted: TableHead[] = [];
  const left = [...rows];
  while (left.length > 0) {
    const at = left.findIndex(({ needs }) => needs.every((name) => sorted.some(({ table }) => table === name)));
    const [next] = left.splice(at, 1);
    if (at < 0 || !next) throw new Error(`tables refer to each other in a circle: ${left.map(({ table }) => table).join(", ")}`);
    sorted.push({ table: next.table, columns: next.columns });
  }
  return sorted;
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}
