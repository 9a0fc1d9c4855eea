import { mailNotices, type NoticeMeans } from "#server/notification/mail-notices.ts";

/** Long enough that what many tell at once is written together. */
const GATHERED_MS = 500;

/**
 * Writes the mails of what was told, some moments after it was: told one by one, a job each cost more than the changes they
 * tell of. The notifications themselves say which are still to be mailed, so nothing is lost with a process: each minute
 * looks again.
 */
export class NoticePost {
  readonly #means: NoticeMeans;
  readonly #log: (message: string, error: unknown) => void;
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  /** One agency after the other, each once at a time. */
  #work: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(means: NoticeMeans, log: (message: string, error: unknown) => void) {
    this.#means = means;
    this.#log = log;
  }

  /** Somebody of this agency was told something. */
  wake(workspaceId: string): void {
    if (this.#isClosed || this.#waiting.has(workspaceId)) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(workspaceId);
      void this.deliver(workspaceId).catch((error: unknown) => this.#log("mails of notifications were not written", error));
    }, GATHERED_MS);
    this.#waiting.set(workspaceId, timer.unref());
  }

  deliver(workspaceId: string): Promise<void> {
    const delivered = this.#work.then(async () => {
      while (!this.#isClosed && (await mailNotices(this.#means, workspaceId)));
    });
    this.#work = delivered.catch(() => undefined);
    return delivered;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    await this.#work;
  }
}
