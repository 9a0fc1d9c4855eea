import { setTimeout as wait } from "node:timers/promises";

type Work = () => Promise<void>;
type Stop = { readonly isGraceful: boolean; readonly status: number };

/** So long a proxy has to read at /readyz that we leave, before we refuse anybody. */
const NOTICE_MS = 800;
/** After this the process leaves whatever still hangs. */
const AT_MOST_MS = 9500;

/**
 * Ends what was started, the last first, once. Whoever starts something says how it ends while it starts, so that a stop
 * in the middle of a start leaves nothing behind.
 */
export class Shutdown {
  readonly #parts: { readonly close: Work; readonly leave: Work | undefined }[] = [];
  #isStopping = false;

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** `leave` only gives notice; `close` ends. */
  onStop(close: Work, leave?: Work): void {
    this.#parts.push({ close, leave });
  }

  /** Stops by Ctrl-C, by SIGTERM, and when the launcher that started us is gone. */
  listen(): void {
    for (const signal of ["SIGINT", "SIGTERM", "disconnect"])
      process.on(signal, () => void this.stop({ isGraceful: signal === "SIGTERM", status: 0 }));
  }

  async stop({ isGraceful, status }: Stop): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    setTimeout(() => process.exit(status), AT_MOST_MS).unref();
    try {
      if (isGraceful) await this.#giveNotice();
      for (const { close } of this.#parts.toReversed()) await close();
      process.exit(status);
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    }
  }

  async #giveNotice(): Promise<void> {
    const told = this.#parts.flatMap(({ leave }) => (leave ? [leave()] : []));
    await Promise.all(told);
    if (told.length > 0) await wait(NOTICE_MS);
  }
}
