import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { once } from "node:events";

const SOCKET = ".s.PGSQL.5432";

/** A wire to the database that can go dead: nothing passes and nobody is told, as with a cable pulled. */
export class Wire {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "escale-wire-"));
  readonly #server: net.Server;
  readonly #pairs = new Set<{ readonly near: net.Socket; readonly far: net.Socket }>();
  #isDead = false;

  constructor(databaseFolder: string) {
    this.#server = net.createServer((near) => {
      const far = net.connect(path.join(databaseFolder, SOCKET));
      const pair = { near, far };
      this.#pairs.add(pair);
      for (const [from, to] of [[near, far] as const, [far, near] as const]) {
        from.on("error", () => undefined);
        from.on("data", (bytes) => this.#isDead || to.write(bytes));
        from.on("close", () => {
          if (!this.#isDead) to.destroy();
          this.#pairs.delete(pair);
        });
      }
    });
  }

  async open(): Promise<void> {
    this.#server.listen(path.join(this.folder, SOCKET));
    await once(this.#server, "listening");
  }

  die(): void {
    this.#isDead = true;
  }

  /** What hung on the dead wire is reset; new calls pass. */
  revive(): void {
    this.#isDead = false;
    this.#reset();
  }

  #reset(): void {
    for (const { near, far } of this.#pairs) for (const end of [near, far]) end.destroy();
  }

  async close(): Promise<void> {
    this.#reset();
    this.#server.close();
    await once(this.#server, "close");
    rmSync(this.folder, { recursive: true, force: true });
  }
}
