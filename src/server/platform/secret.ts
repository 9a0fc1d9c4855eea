import { argon2, createHash, randomBytes, timingSafeEqual, type Argon2Parameters } from "node:crypto";

/** A token that nobody can guess: 256 bits. Only its hash is stored. */
export function newToken(prefix = ""): string {
  return prefix + randomBytes(32).toString("base64url");
}

export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
let running = 0;
const waiting: (() => void)[] = [];

/** At most two at once: argon2 takes 19 MB and a core of the thread pool each time. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function derive(password: string, nonce: Buffer): Promise<Buffer> {
  const parameters: Argon2Parameters = { ...COST, message: password.normalize("NFC"), nonce };
  return inTurn(
    () => new Promise((resolve, reject) => argon2("argon2id", parameters, (error, key) => (error ? reject(error) : resolve(key)))),
  );
}

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  return `argon2id$${nonce.toString("base64url")}$${(await derive(password, nonce)).toString("base64url")}`;
}

const NOBODY = Buffer.alloc(16, 7);

/** Takes the same time for a user that does not exist. */
export async function passwordMatches(password: string, stored: string | null | undefined): Promise<boolean> {
  const [, nonce, key] = (stored ?? "").split("$");
  const derived = await derive(password, nonce ? Buffer.from(nonce, "base64url") : NOBODY);
  if (!key) return false;
  const expected = Buffer.from(key, "base64url");
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}
