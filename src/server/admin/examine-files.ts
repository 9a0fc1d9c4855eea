import { writeFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { fileHeads } from "#server/admin/backup-files.ts";
import type { Installation } from "#server/admin/installation.ts";
import { INCOMING, type FileStore } from "#server/platform/file-store.ts";
import { withClient } from "#server/platform/roles.ts";

export type Finding = { readonly name: string; readonly isWell: boolean; readonly said: string };

const NAMED = 3;

/** Whether documents can be kept, whether each has its bytes, and what nobody needs any more. */
export async function examineFiles({ files, owner }: Installation): Promise<Finding[]> {
  const { heads, workspaces } = await withClient(owner as pg.ClientConfig, async (client) => ({
    heads: await fileHeads(client),
    workspaces: (await client.query<{ id: string }>("select workspace_id as id from workspace")).rows,
  }));
  const trouble = await tryToKeep(files);
  if (trouble !== undefined) return [{ name: "files", isWell: false, said: `${files.where} keeps nothing: ${trouble}` }];
  const wanted = new Set(heads.map(({ file }) => file));
  let leftOver = 0;
  for (const { id } of workspaces) for await (const { key } of files.list(id)) if (!wanted.delete(key)) leftOver += 1;
  const missing = [...wanted];
  const named = missing.length === 0 ? "" : ` (${missing.slice(0, NAMED).join(", ")}${missing.length > NAMED ? ", …" : ""})`;
  const kept = heads.length - missing.length;
  const said = `${files.where}: writable, ${kept} files of documents, ${missing.length} missing${named}, ${leftOver} that no document needs`;
  return [{ name: "files", isWell: missing.length === 0, said }];
}

/** A small file is kept, found and removed again. */
async function tryToKeep(files: FileStore): Promise<string | undefined> {
  try {
    const coming = await files.incoming();
    await writeFile(coming, "escale admin doctor", { mode: 0o600 });
    const key = `${INCOMING}/tried-${path.basename(coming)}`;
    await files.put(key, coming);
    const isKept = await files.exists(key);
    await files.remove(key);
    return isKept ? undefined : "what was written is not there";
  } catch (error) {
    const { details } = error as { details?: { cause?: unknown } };
    return (details?.cause as Error | undefined)?.message ?? (error as Error).message;
  }
}
