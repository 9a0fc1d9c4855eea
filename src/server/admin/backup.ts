import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { AdminRefusal } from "#server/admin/accounts.ts";
import { END, fileHeads, filePieces, FileRestore, type FileCount, type FileHead } from "#server/admin/backup-files.ts";
import type { Installation } from "#server/admin/installation.ts";
import type { FileStore } from "#server/platform/file-store.ts";
import { withClient } from "#server/platform/roles.ts";

/**
 * First line of a backup. The rest: for each table a line with its columns, its rows as COPY writes them, and `\.`; then the files.
 * The first form had no files.
 */
type Header = { readonly format: (typeof FORMATS)[number]; readonly at: string; readonly migrations: readonly Migration[] };
const FORMATS = ["escale-backup-1", "escale-backup-2"] as const;
type Migration = { readonly name: string; readonly checksum: string };
type TableHead = { readonly table: string; readonly columns: readonly string[] };

export type BackedUp = { tables: number; rows: number } & FileCount;
/** With the rows of all documents, of which `files` have their bytes in the backup. */
export type Restored = { readonly tables: number; readonly rows: number; readonly files: number; readonly documents: number };

/**
 * Everything in one snapshot, while people go on working, then the bytes of its documents, which never change once they are kept.
 * Those of a bucket stay there. Written beside the name, then moved: never half a file.
 */
export async function backupTo(installation: Installation, file: string, at: Date): Promise<BackedUp> {
  const making = `${file}.making-${process.pid}`;
  try {
    const counted = await withClient(installation.owner as pg.ClientConfig, (client) =>
      writeBackup(installation.files, client, { making, at }),
    );
    await rename(making, file);
    return counted;
  } finally {
    await rm(making, { force: true });
  }
}

type Making = { readonly making: string; readonly at: Date };

async function writeBackup(files: FileStore, client: pg.Client, { making, at }: Making): Promise<BackedUp> {
  await client.query("begin isolation level repeatable read read only");
  const counted: BackedUp = { tables: 0, rows: 0, files: 0, missing: 0 };
  const pieces = async function* (): AsyncGenerator<string | Buffer> {
    yield* tablePieces(client, at, counted);
    const heads = files.isHere ? await fileHeads(client) : [];
    await client.query("commit");
    yield* filePieces(files, heads, counted);
  };
  await pipeline(Readable.from(pieces()), createGzip({ level: 6 }), createWriteStream(making, { mode: 0o600 }));
  return counted;
}

async function* tablePieces(client: pg.Client, at: Date, counted: BackedUp): AsyncGenerator<string | Buffer> {
  const header: Header = { format: "escale-backup-2", at: at.toISOString(), migrations: await migrationsOf(client) };
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
export async function restoreFrom(installation: Installation, file: string, force: boolean): Promise<Restored> {
  const files = new FileRestore(installation.files);
  try {
    return await withClient(installation.owner as pg.ClientConfig, (client) => restore(client, { lines: linesOf(file), files }, force));
  } catch (error) {
    await files.takeBack();
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (code.startsWith("Z_") || error instanceof SyntaxError)
      throw new AdminRefusal(`${file} is broken, or no backup of Escale (${message}): nothing was restored.`, { cause: error });
    throw error;
  }
}

type Reading = { readonly lines: AsyncIterator<string>; readonly files: FileRestore };

async function restore(client: pg.Client, { lines, files }: Reading, force: boolean): Promise<Restored> {
  const header = await readHeader(lines);
  refuseOtherSchema(header.migrations, await migrationsOf(client));
  const { rowCount } = await client.query("select 1 from workspace limit 1");
  if (rowCount && !force) throw new AdminRefusal("The database is not empty. To replace all it holds by the backup, add --force.");
  await client.query("begin");
  // What refers to each other in a circle is judged once all of it is there.
  await client.query("set constraints all deferred");
  const tables = await tablesOf(client);
  // The words of the search are in the backup too: they are not made a second time.
  for (const { table } of tables) await client.query(`alter table ${quoted(table)} disable trigger user`);
  await client.query(`truncate ${tables.map(({ table }) => quoted(table)).join(", ")}`);
  const counted = await readParts(client, lines, files);
  await refuseHollow(client, counted.tables, tables.length);
  await client.query("set constraints all immediate");
  for (const { table } of tables) await client.query(`alter table ${quoted(table)} enable trigger user`);
  await client.query(
    "select setval(pg_get_serial_sequence('opportunity_state', 'sequence'), (select coalesce(max(sequence), 1) from opportunity_state))",
  );
  const documents = (await fileHeads(client)).length;
  await client.query("commit");
  await client.query("analyze");
  return { ...counted, files: files.count, documents };
}

/** A file that ends early, or without any agency, would leave less than there was. */
async function refuseHollow(client: pg.Client, restored: number, tables: number): Promise<void> {
  if (restored !== tables) throw new AdminRefusal(`The backup ends after ${restored} of ${tables} tables: nothing was restored.`);
  const { rowCount } = await client.query("select 1 from workspace limit 1");
  if (!rowCount) throw new AdminRefusal("The backup holds no agency: nothing was restored.");
}

async function readParts(client: pg.Client, lines: AsyncIterator<string>, files: FileRestore): Promise<{ tables: number; rows: number }> {
  let tables = 0;
  let rows = 0;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const head = JSON.parse(next.value) as TableHead | FileHead;
    if ("file" in head) {
      await files.take(head, lines);
      continue;
    }
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
  if (!FORMATS.some((format) => format === header?.format) || !header?.migrations)
    throw new AdminRefusal("This file is no backup of Escale.");
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

/** Every table of ours, those that others refer to first; a reference that can wait does not order them. */
async function tablesOf(client: pg.Client): Promise<TableHead[]> {
  const { rows } = await client.query<TableHead & { needs: string[] }>(
    `select c.relname::text as table,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select f.confrelid::regclass::text from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and not f.condeferrable and f.confrelid <> c.oid) as needs
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
