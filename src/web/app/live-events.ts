import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

type LiveEvent = { readonly kind: string; readonly type?: string; readonly id?: string; readonly changeId: string };

const HIDDEN_MS = 300_000;
const KEYS: Readonly<Record<string, readonly string[]>> = {
  opportunity: ["opportunities"],
  client: ["clients"],
  contact: ["contacts"],
  // What is next and what was last stand on the opportunity, and in every timeline.
  activity: ["activities", "opportunities", "clients", "contacts"],
  quote: ["quotes", "opportunities"],
  notification: ["notifications"],
  view: ["views"],
  rate: ["exchange-rates"],
  product: ["products", "steps"],
  supplier: ["suppliers", "products"],
  step: ["steps", "trip-templates"],
  tripTemplate: ["trip-templates", "steps"],
  message: ["messages", "opportunities", "clients", "contacts"],
  document: ["documents", "opportunities", "clients"],
};
const LIVE = new Set<unknown>(Object.values(KEYS).flat());
const RECONNECTED: LiveEvent = { kind: "reconnected", changeId: "" };

/** From one page to the next the stream stays open. */
const LINGERS_MS = 2000;

let users = 0;
let leaving: ReturnType<typeof setTimeout> | undefined;
let stop: (() => void) | undefined;

/** Other people's changes show by themselves: what is on screen is asked for again, and rights are checked by the asking. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    users += 1;
    clearTimeout(leaving);
    stop ??= listen(client);
    return () => {
      users -= 1;
      if (users > 0) return;
      leaving = setTimeout(leave, LINGERS_MS);
    };
  }, [client]);
}

const EARLY_MS = 15_000;

/** Opened before a screen asks its first question, which then cannot have missed anything and is asked once. */
export function listenEarly(client: QueryClient): { readonly heard: Promise<void>; readonly giveUp: () => void } {
  const { promise: heard, resolve } = Promise.withResolvers<void>();
  stop ??= listen(client, resolve);
  leaving = setTimeout(leave, EARLY_MS);
  return { heard, giveUp: leave };
}

function leave(): void {
  clearTimeout(leaving);
  if (users > 0) return;
  stop?.();
  stop = undefined;
}

/** One tab holds the stream for the browser and tells the others: a browser opens few connections to one place. */
function listen(client: QueryClient, onHeard: () => void = () => undefined): () => void {
  const channel = new BroadcastChannel("escale-events");
  const end = new AbortController();
  let pending: ReturnType<typeof setTimeout> | undefined;
  const stale = new Set<string>();
  const refresh = (event: LiveEvent): void => {
    for (const key of KEYS[event.type ?? ""] ?? [""]) stale.add(key);
    // A burst of changes is asked for once.
    pending ??= setTimeout(() => {
      pending = undefined;
      const keys = [...stale];
      stale.clear();
      for (const key of keys) void client.invalidateQueries(key === "" ? {} : { queryKey: [key] });
    }, 250);
  };
  channel.onmessage = (message) => refresh(message.data as LiveEvent);
  const tell = (event: LiveEvent): void => {
    refresh(event);
    channel.postMessage(event);
  };
  // Other tabs are there only if the one that held the stream is gone: they too may have missed something.
  const begin = (): void => {
    onHeard();
    void catchUp(client);
    channel.postMessage(RECONNECTED);
  };
  const hold = (lock: Lock | null) => (lock ? holdStream({ tell, begin }, end.signal) : onHeard());
  // Another tab that holds it listens for this one; when it goes, this one's turn comes.
  void navigator.locks
    ?.request("escale-events", { ifAvailable: true }, hold)
    .then(() => navigator.locks.request("escale-events", { signal: end.signal }, hold))
    .catch(() => undefined);
  return () => {
    end.abort();
    channel.close();
    clearTimeout(pending);
  };
}

/** What was read, or was being read, before anybody listened may be old by now: it is asked for once more. */
async function catchUp(client: QueryClient): Promise<void> {
  const early = client.getQueryCache().findAll({ type: "active", predicate: ({ queryKey }) => LIVE.has(queryKey[0]) });
  await Promise.allSettled(early.map((query) => Promise.resolve(query.promise)));
  await client.invalidateQueries({ predicate: (query) => early.includes(query) });
}

type Listener = { readonly tell: (event: LiveEvent) => void; readonly begin: () => void };

/** Hidden for five minutes, the stream closes; shown again, everything is asked for anew. */
function holdStream({ tell, begin }: Listener, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined;
    let hidden: ReturnType<typeof setTimeout> | undefined;
    let wasOpen = false;
    const open = (): void => {
      source = new EventSource("/api/v1/events");
      source.onopen = () => {
        if (wasOpen) tell(RECONNECTED);
        else begin();
        wasOpen = true;
      };
      source.onmessage = (message) => tell(JSON.parse(String(message.data)) as LiveEvent);
    };
    const close = (): void => {
      source?.close();
      source = undefined;
    };
    const seen = (): void => {
      clearTimeout(hidden);
      if (document.hidden) hidden = setTimeout(close, HIDDEN_MS);
      else if (!source) open();
    };
    document.addEventListener("visibilitychange", seen, { signal });
    signal.addEventListener("abort", () => {
      clearTimeout(hidden);
      close();
      resolve();
    });
    open();
  });
}
