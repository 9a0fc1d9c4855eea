import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { Refusal } from "#domain/shared/refusal.ts";
import {
  asStore,
  clearFolder,
  freshPath,
  INCOMING,
  namesIn,
  type ByteRange,
  type FileStore,
  type KeptFile,
} from "#server/platform/file-store.ts";

/** A folder: written beside, flushed, then moved in. Half a file never has a name of a document. */
export class DiskStore implements FileStore {
  readonly where: string;
  readonly isHere = true;
  readonly #folder: string;

  constructor(folder: string) {
    this.where = folder;
    this.#folder = folder;
  }

  incoming = (): Promise<string> => freshPath(path.join(this.#folder, INCOMING));

  async put(key: string, from: string): Promise<void> {
    await asStore(async () => {
      const to = path.join(this.#folder, key);
      await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
      await rename(from, to);
      await flushFolder(path.dirname(to));
    });
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const file = path.join(this.#folder, key);
    if (!(await this.exists(key))) throw new Refusal("file.gone");
    return createReadStream(file, range ? { start: range.from, end: range.to } : {});
  }

  async remove(key: string): Promise<void> {
    await asStore(() => rm(path.join(this.#folder, key), { force: true }));
  }

  async exists(key: string): Promise<boolean> {
    const found = await stat(path.join(this.#folder, key)).catch(() => undefined);
    return found?.isFile() ?? false;
  }

  async *list(workspaceId: string): AsyncIterable<KeptFile> {
    const home = path.join(this.#folder, workspaceId);
    for (const shard of await namesIn(home)) {
      for (const name of await namesIn(path.join(home, shard))) {
        const found = await stat(path.join(home, shard, name)).catch(() => undefined);
        if (found?.isFile()) yield { key: `${workspaceId}/${shard}/${name}`, at: found.mtime };
      }
    }
  }

  tidy = (before: Date): Promise<void> => clearFolder(path.join(this.#folder, INCOMING), before);
}

/** A name is safe once its folder is flushed; Windows flushes no folders. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
