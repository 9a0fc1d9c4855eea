import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { Refusal } from "#domain/shared/refusal.ts";

/** First and last byte, both read. */
export type ByteRange = { readonly from: number; readonly to: number };
export type KeptFile = { readonly key: string; readonly at: Date };

/**
 * Keeps the bytes of documents. Keys are ours (workspace, shard, id): no name that people gave is ever a path. What does not
 * answer or is full is `files.unavailable`; a file that is not there is `file.gone`.
 */
export type FileStore = {
  /** In words, for who started it. */
  readonly where: string;
  /** A folder that this machine reaches; its files go into a backup. */
  readonly isHere: boolean;
  /** A path on this machine for a file that is coming in. */
  readonly incoming: () => Promise<string>;
  /** Keeps a file that came in; its path is free afterwards. */
  readonly put: (key: string, from: string) => Promise<void>;
  readonly read: (key: string, range?: ByteRange) => Promise<Readable>;
  readonly remove: (key: string) => Promise<void>;
  readonly exists: (key: string) => Promise<boolean>;
  /** Every file of a workspace. */
  readonly list: (workspaceId: string) => AsyncIterable<KeptFile>;
  /** What was left half-received by a process that died. */
  readonly tidy: (before: Date) => Promise<void>;
};

/** Where files come in, within a folder of ours. */
export const INCOMING = "incoming";

/** The end of an id of ours is random: it spreads the files over 256 folders. */
export function keyOf(workspaceId: string, fileId: string): string {
  return `${workspaceId}/${fileId.slice(-2)}/${fileId}`;
}

export async function freshPath(folder: string): Promise<string> {
  await asStore(() => mkdir(folder, { recursive: true, mode: 0o700 }));
  return path.join(folder, randomUUID());
}

export async function clearFolder(folder: string, before: Date): Promise<void> {
  for (const name of await namesIn(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && found.mtime < before) await rm(file, { force: true });
  }
}

export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

/** A disk that is full, gone or refuses: the visitor tries again later, nothing was stored. */
export async function asStore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal || typeof (error as NodeJS.ErrnoException).syscall !== "string") throw error;
    throw new Refusal("files.unavailable", { cause: error });
  }
}
