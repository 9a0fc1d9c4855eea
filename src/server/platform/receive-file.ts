import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { fileNameOf } from "#domain/document/file-name.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { asStore, keyOf, type FileStore } from "#server/platform/file-store.ts";
import { inspectFile, type Inspected } from "#server/platform/inspect-file.ts";
import { newId } from "#server/platform/new-id.ts";

export type Uploads = { readonly files: FileStore; readonly limitBytes: number };

/** A file that came in with a request and is in the store already: what is written about it decides whether it stays. */
export type TakenFile = Inspected & {
  readonly id: string;
  readonly name: string;
  readonly byteSize: number;
  readonly sha256: Buffer;
  /** Nothing was written about it: it goes again. */
  readonly discard: () => Promise<void>;
};

type Coming = { readonly name: string; readonly source: Readable };

/** What stands around a file in a form. */
const FORM_BYTES = 20_000;

/**
 * As it comes, never whole in memory: counted, hashed, flushed to a path of its own, looked at, then put in the store.
 * `admit` asks first whether the caller may: nobody else makes us hold a file.
 */
export async function takeFile(uploads: Uploads, request: FastifyRequest, workspaceId: string): Promise<TakenFile> {
  if (Number(request.headers["content-length"] ?? 0) > uploads.limitBytes + FORM_BYTES) throw tooLarge(uploads.limitBytes);
  const coming = await comingIn(request, uploads.limitBytes);
  if (!coming) throw refuseField("/file", "value.required");
  try {
    const named = fileNameOf(coming.name);
    if ("problem" in named) throw refuseField("/fileName", named.problem);
    return await keepFile(uploads, { ...named, source: coming.source }, workspaceId);
  } finally {
    // What was not read is let go, so that the answer is heard.
    coming.source.resume();
  }
}

async function comingIn(request: FastifyRequest, limitBytes: number): Promise<Coming | undefined> {
  if (request.isMultipart()) {
    const part = await request.file({ limits: { fileSize: limitBytes + 1 } });
    return part && { name: part.filename, source: part.file };
  }
  const body = request.body as Partial<Readable> | undefined;
  if (typeof body?.iterator !== "function") return undefined;
  const { fileName } = request.query as { fileName?: string };
  return { name: fileName ?? "document", source: body as Readable };
}

/** Any file, from wherever its bytes come. */
export async function keepFile({ files, limitBytes }: Uploads, { name, source }: Coming, workspaceId: string): Promise<TakenFile> {
  const path = await files.incoming();
  try {
    const received = await asStore(() => write(path, source, limitBytes));
    const inspected = await inspectFile(path, name, received.byteSize);
    const id = newId();
    const key = keyOf(workspaceId, id);
    await files.put(key, path);
    return { ...inspected, ...received, id, name, discard: () => files.remove(key) };
  } finally {
    await rm(path, { force: true });
  }
}

async function write(path: string, source: Readable, limitBytes: number): Promise<{ byteSize: number; sha256: Buffer }> {
  const hash = createHash("sha256");
  let byteSize = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const piece of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      byteSize += piece.length;
      if (byteSize > limitBytes) throw tooLarge(limitBytes);
      hash.update(piece);
      for (let at = 0; at < piece.length;) at += (await file.write(piece, at)).bytesWritten;
    }
    if (byteSize === 0) throw refuseField("/file", "file.empty");
    await file.sync();
  } catch (error) {
    throw isCutOff(error) ? new Refusal("request.invalid", {}, [{ pointer: "/file", code: "value.invalid" }]) : error;
  } finally {
    await file.close();
  }
  return { byteSize, sha256: hash.digest() };
}

function tooLarge(limitBytes: number): Refusal {
  return new Refusal("request.tooLarge", { limitBytes }, [{ pointer: "/file", code: "file.tooLarge" }]);
}

/** Who was sending went away. */
function isCutOff(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ECONNABORTED";
}
