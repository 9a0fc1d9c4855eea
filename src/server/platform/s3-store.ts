import { openAsBlob } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { S3mini, S3ServiceError } from "s3mini";
import { Refusal } from "#domain/shared/refusal.ts";
import { clearFolder, freshPath, type ByteRange, type FileStore, type KeptFile } from "#server/platform/file-store.ts";
import type { FilesSetting } from "#server/platform/files-setting.ts";

type Setting = Extract<FilesSetting, { kind: "s3" }>;

const ANSWER_MS = 60_000;

/** A bucket of an S3-compatible store. A file is received on this machine first, then sent whole with its length. */
export class S3Store implements FileStore {
  readonly where: string;
  readonly isHere = false;
  readonly #bucket: S3mini;
  readonly #prefix: string;
  readonly #folder: string;

  constructor({ endpoint, region, prefix, accessKeyId, secretAccessKey }: Setting, incoming: string) {
    this.where = `${endpoint}/${prefix}`;
    this.#bucket = new S3mini({ endpoint, region, accessKeyId, secretAccessKey, requestAbortTimeout: ANSWER_MS });
    this.#prefix = prefix;
    this.#folder = incoming;
  }

  incoming = (): Promise<string> => freshPath(this.#folder);

  async put(key: string, from: string): Promise<void> {
    const bytes = await openAsBlob(from);
    await asBucket(() => this.#bucket.putObject(this.#prefix + key, bytes, "application/octet-stream", undefined, undefined, bytes.size));
    await rm(from, { force: true });
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const name = this.#prefix + key;
    const answer = await asBucket(() =>
      range ? this.#bucket.getObjectRaw(name, false, range.from, range.to + 1) : this.#bucket.getObjectRaw(name),
    );
    if (!answer.body) throw new Refusal("file.gone");
    return Readable.fromWeb(answer.body);
  }

  async remove(key: string): Promise<void> {
    await asBucket(() => this.#bucket.deleteObject(this.#prefix + key));
  }

  async exists(key: string): Promise<boolean> {
    return (await asBucket(() => this.#bucket.objectExists(this.#prefix + key))) === true;
  }

  /** Asked as the protocol has it (ListObjectsV2): the library signs a list with a slash that not every store reads alike. */
  async *list(workspaceId: string): AsyncIterable<KeptFile> {
    let token: string | undefined;
    do {
      const question = { "list-type": 2, prefix: `${this.#prefix}${workspaceId}/`, ...(token ? { "continuation-token": token } : {}) };
      const answer = await asBucket(async () => (await this.#bucket.getObjectRaw("", true, 0, undefined, question)).text());
      for (const [, entry = ""] of answer.matchAll(/<Contents>(.*?)<\/Contents>/gs))
        yield { key: valueIn(entry, "Key").slice(this.#prefix.length), at: new Date(valueIn(entry, "LastModified")) };
      token = valueIn(answer, "NextContinuationToken");
    } while (token !== "");
  }

  tidy = (before: Date): Promise<void> => clearFolder(this.#folder, before);
}

function valueIn(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replaceAll("&amp;", "&") ?? "";
}

/** What the store answers, in our words. */
async function asBucket<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof S3ServiceError && error.status === 404) throw new Refusal("file.gone", { cause: error });
    throw new Refusal("files.unavailable", { cause: error });
  }
}
