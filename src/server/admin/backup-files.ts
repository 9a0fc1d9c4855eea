import { createHash, type Hash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { Refusal } from "#domain/shared/refusal.ts";
import { AdminRefusal } from "#server/admin/accounts.ts";
import { keyOf, type FileStore } from "#server/platform/file-store.ts";

/** In a backup the bytes of a document are a line that names them, lines of base64, and the line that ends a table too. */
export type FileHead = { readonly file: string; readonly sha256: string };
export const END = "\\.";

/** Keys are ours: nothing that stands in a file may name another place of this machine. */
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{2}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function fileHeads(client: pg.Client): Promise<FileHead[]> {
  const { rows } = await client.query<{ workspace_id: string; id: string; sha256: string }>(
    `select workspace_id, id, encode(sha256, 'hex') as sha256 from document_file
     union all select workspace_id, id, encode(sha256, 'hex') from step_picture order by workspace_id, id`,
  );
  return rows.map(({ workspace_id, id, sha256 }) => ({ file: keyOf(workspace_id, id), sha256 }));
}

export type FileCount = { files: number; missing: number };

/** A file that is not there is counted and left out: the rest of a backup is worth more than none. */
export async function* filePieces(files: FileStore, heads: readonly FileHead[], counted: FileCount): AsyncGenerator<string> {
  for (const head of heads) {
    const bytes = await readOrMissing(files, head.file);
    if (!bytes) {
      counted.missing += 1;
      continue;
    }
    yield `${JSON.stringify(head)}\n`;
    for await (const piece of bytes) yield `${Buffer.from(piece as Uint8Array).toString("base64")}\n`;
    yield `${END}\n`;
    counted.files += 1;
  }
}

async function readOrMissing(files: FileStore, key: string): Promise<Readable | undefined> {
  try {
    return await files.read(key);
  } catch (error) {
    if (error instanceof Refusal && error.code === "file.gone") return undefined;
    throw error;
  }
}

/** Puts files in the store as they are read; when the backup proves broken, those that were not there before go again. */
export class FileRestore {
  readonly #files: FileStore;
  readonly #added: string[] = [];
  count = 0;

  constructor(files: FileStore) {
    this.#files = files;
  }

  async take({ file, sha256 }: FileHead, lines: AsyncIterator<string>): Promise<void> {
    if (!KEY.test(file)) throw new AdminRefusal("The backup names a file outside of the documents: nothing was restored.");
    const coming = await this.#files.incoming();
    try {
      const hash = createHash("sha256");
      await pipeline(Readable.from(bytesOf(lines, hash)), createWriteStream(coming, { mode: 0o600 }));
      if (hash.digest("hex") !== sha256) throw new AdminRefusal(`A document in the backup is broken (${file}): nothing was restored.`);
      const isNew = !(await this.#files.exists(file));
      await this.#files.put(file, coming);
      if (isNew) this.#added.push(file);
      this.count += 1;
    } finally {
      await rm(coming, { force: true });
    }
  }

  async takeBack(): Promise<void> {
    for (const key of this.#added) await this.#files.remove(key);
  }
}

async function* bytesOf(lines: AsyncIterator<string>, hash: Hash): AsyncGenerator<Buffer> {
  for (let next = await lines.next(); ; next = await lines.next()) {
    if (next.done) throw new AdminRefusal("The backup ends in the middle of a document: nothing was restored.");
    if (next.value === END) return;
    const bytes = Buffer.from(next.value, "base64");
    hash.update(bytes);
    yield bytes;
  }
}
