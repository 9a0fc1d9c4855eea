import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Locale } from "#domain/shared/actor.ts";
import { API_PREFIX, type Endpoint } from "#contract/endpoint.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { TakenFile } from "#server/platform/receive-file.ts";

/** What a verb may know of the request that asked for it. */
export type RequestFacts = {
  readonly id: string;
  readonly locale: Locale;
  readonly address: string;
  readonly agent: string;
  readonly sessionId: string | undefined;
  /** The version the caller saw (If-Match). */
  readonly ifMatch: number | undefined;
  /** Where the web is reached: links in mails and answers start with it. */
  readonly publicUrl: string;
  /** The file that came with the request, whole. */
  readonly upload: Upload | undefined;
  /** The file that came with the request, in the store already: only where an endpoint takes one. */
  readonly taken: TakenFile | undefined;
};

export type Upload = { readonly name: string; readonly bytes: Buffer };

/** An answer that is a file: whole, or as it is read. */
export type FileAnswer = { readonly name: string; readonly type: string; readonly body: string | Buffer };

/** An answer that is a file of the store, under the name people gave it; shown in the browser only when that is safe. */
export type KeptAnswer = {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly tag: string;
  readonly isInline: boolean;
};

export type StoredAnswer = { readonly status: number; readonly headers: Record<string, string>; readonly body: string };

type Key = { readonly key: string; readonly method: string; readonly path: string; readonly body: string };

/** What a verb does to the answer beside its body, and the memory of answers already given (Idempotency-Key). */
export class Effects {
  readonly headers: Record<string, string> = {};
  sessionToken: string | null | undefined;
  replayed: StoredAnswer | undefined;
  file: FileAnswer | undefined;
  kept: KeptAnswer | undefined;
  making: (() => Promise<FileAnswer>) | undefined;
  readonly #key: Key | undefined;
  readonly #after: (() => void)[] = [];
  #status: number;

  constructor(status: number, key?: Key) {
    this.#status = status;
    this.#key = key;
  }

  download(file: FileAnswer): void {
    this.file = file;
  }

  /** Made once the transaction has ended: a document takes its time. */
  make(file: () => Promise<FileAnswer>): void {
    this.making = file;
  }

  /** Sent from the store once the transaction has ended. */
  sendKept(kept: KeptAnswer): void {
    this.kept = kept;
  }

  /** What must not happen unless it was written: sending a mail. */
  afterCommit(act: () => void): void {
    this.#after.push(act);
  }

  committed(): void {
    for (const act of this.#after) act();
  }

  undoToken(changeId: string): void {
    this.headers["escale-undo"] = changeId;
  }

  /** A record was made by an endpoint that may also find it. */
  created(path: string): void {
    this.#status = 201;
    this.headers["location"] = API_PREFIX + path;
  }

  /** Another status than the endpoint's usual one: 202 when the work goes on. */
  status(status: 202): void {
    this.#status = status;
  }

  get answered(): number {
    return this.#status;
  }

  /** Sets the session cookie; null ends it. */
  setSession(token: string | null): void {
    this.sessionToken = token;
  }

  /**
   * True when this request was answered before. The advisory lock lasts as long as the transaction: a killed process
   * leaves neither lock nor row.
   */
  async isReplay(tx: ReadTx): Promise<boolean> {
    if (!this.#key) return false;
    const { workspaceId, userId } = tx.actor;
    const { rows: locks } = await sql<{ free: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`${workspaceId}:${userId}:${this.#key.key}`}, 7)) as free`.execute(tx.db);
    if (!locks[0]?.free) throw new Refusal("idempotency.running");
    const found = await tx.db
      .selectFrom("idempotency")
      .select(["request_hash", "status", "headers", "body"])
      .where("workspace_id", "=", workspaceId)
      .where("user_id", "=", userId)
      .where("key", "=", this.#key.key)
      .executeTakeFirst();
    if (!found) return false;
    if (!this.#hash().equals(found.request_hash)) throw new Refusal("idempotency.otherBody");
    this.replayed = { status: found.status, headers: found.headers as Record<string, string>, body: found.body };
    return true;
  }

  /** The headers that tell of a record: its version, and where a new one is. */
  tellRecord({ path, status }: Pick<Endpoint, "path" | "status">, answer: unknown): void {
    const { id, version } = (answer ?? {}) as { id?: unknown; version?: unknown };
    if (typeof version === "number") this.headers["etag"] = `"${version}"`;
    if (status === 201 && typeof id === "string") this.headers["location"] = `${API_PREFIX}${path}/${id}`.replace(/\{\w+\}\/[^/]+\//, "");
  }

  /** Keeps the answer in the same transaction as what it did. A secret is told once and kept nowhere. */
  async remember(tx: WriteTx, told: unknown, secret?: string): Promise<void> {
    if (!this.#key) return;
    const answer = secret === undefined ? told : { ...(told as object), [secret]: "" };
    await tx.db
      .insertInto("idempotency")
      .values({
        workspace_id: tx.actor.workspaceId,
        user_id: tx.actor.userId,
        key: this.#key.key,
        request_hash: this.#hash(),
        status: this.#status,
        headers: JSON.stringify(this.headers),
        body: answer === undefined ? "" : JSON.stringify(answer),
        created_at: tx.at,
      })
      .execute();
  }

  #hash(): Buffer {
    return createHash("sha256")
      .update(JSON.stringify([this.#key?.method, this.#key?.path, this.#key?.body]))
      .digest();
  }
}
