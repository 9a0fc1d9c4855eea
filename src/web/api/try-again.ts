/** How long a change is sent again while nothing answers: always the same request, with its key or version. */
const TRIED_FOR_MS = 30_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 4000;

let waiting = 0;
let listeners: readonly (() => void)[] = [];

/** Whether a change is on its way and nothing answers. */
export const isOutOfReach = (): boolean => waiting > 0;

export function listenForReach(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

/** Sends until something answers, or gives up with the last failure. */
export async function tryAgain<Answer>(send: () => Promise<Answer>, onWaiting: () => void): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (isGivenUp(error)) throw error;
  }
  count(1);
  onWaiting();
  try {
    return await insist(send);
  } finally {
    count(-1);
  }
}

async function insist<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  const until = Date.now() + TRIED_FOR_MS;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    await pause(wait);
    try {
      return await send();
    } catch (error) {
      if (isGivenUp(error) || Date.now() + wait > until) throw error;
    }
  }
}

function isGivenUp(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** Shorter when the browser says that it is back. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    window.addEventListener("online", done);
    function done(): void {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    }
  });
}

function count(by: 1 | -1): void {
  waiting += by;
  for (const listener of listeners) listener();
}
