import { addDays } from "#domain/shared/day.ts";
import { startChange } from "#server/platform/change.ts";
import type { WriteTx } from "#server/platform/database.ts";

/** Chance and time of the demo agency: random enough, and the same every time. */
export class DemoClock {
  readonly #tx: WriteTx;
  #seed = 20_261_120;
  /** The moment of the last thing told of the present record. */
  #after = 0;

  constructor(tx: WriteTx) {
    this.#tx = tx;
  }

  random(): number {
    this.#seed = (this.#seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return this.#seed / 2_147_483_648;
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[Math.floor(this.random() * from.length)];
    if (chosen === undefined) throw new RangeError("nothing to pick from");
    return chosen;
  }

  /** What is told next is another record's. */
  another(): void {
    this.#after = 0;
  }

  /** The transaction as it would have been that many days ago, at an hour of work, by whoever did it. */
  daysAgo(days: number, hour = 9, by?: string): WriteTx {
    const today = addDays(this.#tx.today, -days);
    const wanted = Math.min(
      Date.parse(`${today}T${String(hour).padStart(2, "0")}:${String(Math.floor(this.random() * 60)).padStart(2, "0")}:00Z`),
      this.#tx.at.getTime() - 3_600_000,
    );
    // One after the other, also within a day.
    const at = new Date(Math.max(wanted, this.#after + 60_000));
    this.#after = at.getTime();
    const actor = by === undefined ? this.#tx.actor : { ...this.#tx.actor, userId: by };
    const dated = { ...this.#tx, actor, at, today };
    return { ...dated, change: startChange(dated, "system") };
  }
}
