import { Refusal } from "#domain/shared/refusal.ts";

type Window = { count: number; until: number };

/** Requests allowed in a window of seconds, how many are left of them, and in how many seconds it begins anew. */
export type Allowance = {
  /** Which limit it is. */
  readonly policy: string;
  readonly most: number;
  readonly seconds: number;
  readonly left: number;
  readonly resetsIn: number;
};

/** The two header fields that tell it (the IETF's RateLimit fields). */
export function allowanceHeaders({ policy, most, seconds, left, resetsIn }: Allowance): Record<string, string> {
  return { "ratelimit-policy": `"${policy}";q=${most};w=${seconds}`, ratelimit: `"${policy}";r=${left};t=${resetsIn}` };
}

/** Counts by name in windows of fixed length; forgets old ones by itself. */
class Counter {
  readonly #windows = new Map<string, Window>();
  readonly #policy: string;
  readonly #most: number;
  readonly #millis: number;

  constructor(policy: string, most: number, millis: number) {
    this.#policy = policy;
    this.#most = most;
    this.#millis = millis;
  }

  /** What is left in this window; nothing where there is no limit. */
  count(name: string): Allowance | undefined {
    if (this.#most === 0) return undefined;
    const at = performance.now();
    const window = this.#windows.get(name);
    if (!window || window.until <= at) {
      if (this.#windows.size > 50_000) this.#forget(at);
      this.#windows.set(name, { count: 1, until: at + this.#millis });
      return this.#allowance(this.#most - 1, this.#millis);
    }
    window.count += 1;
    const allowance = this.#allowance(Math.max(this.#most - window.count, 0), window.until - at);
    if (window.count > this.#most) throw new Refusal("request.tooMany", { retryAfter: allowance.resetsIn, allowance });
    return allowance;
  }

  #allowance(left: number, millis: number): Allowance {
    return { policy: this.#policy, most: this.#most, seconds: this.#millis / 1000, left, resetsIn: Math.ceil(millis / 1000) };
  }

  clear(name: string): void {
    this.#windows.delete(name);
  }

  #forget(at: number): void {
    for (const [name, window] of this.#windows) if (window.until <= at) this.#windows.delete(name);
  }
}

export type RateLimits = {
  /** Every request of a session or key. */
  readonly count: (who: string) => Allowance | undefined;
  /** Every request without one, per address. */
  readonly open: (address: string) => Allowance | undefined;
  /** A try to sign in, per address and account: the 11th wrong one within a minute waits. */
  readonly tryToSignIn: (address: string, account: string) => void;
  readonly signedIn: (address: string, account: string) => void;
};

export function rateLimits(perMinute: number): RateLimits {
  const all = new Counter("default", perMinute, 60_000);
  const open = new Counter("address", perMinute === 0 ? 0 : 600, 60_000);
  const accounts = new Counter("sign-in", 10, 60_000);
  const addresses = new Counter("sign-in-address", 50, 60_000);
  return {
    count: (who) => all.count(who),
    open: (address) => open.count(address),
    tryToSignIn: (address, account) => {
      addresses.count(address);
      accounts.count(account);
    },
    signedIn: (_address, account) => accounts.clear(account),
  };
}
