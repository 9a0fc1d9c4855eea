import type { Endpoint, Input, Result } from "#contract/endpoint.ts";
import type { Actor } from "#domain/shared/actor.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import type { Database, ReadTx, Who, WriteTx } from "#server/platform/database.ts";
import { findLastWriter } from "#server/platform/last-writer.ts";
import { lockRecords } from "#server/platform/lock-records.ts";
import type { Effects, RequestFacts } from "#server/platform/request.ts";

type TxFor<E extends Endpoint> = E["access"] extends "read" ? ReadTx : WriteTx;
type Ask<E extends Endpoint> = Input<E> & { readonly actor: Actor; readonly request: RequestFacts; readonly effects: Effects };

type Handler<E extends Endpoint, Subject> = {
  /** Loads what the permission is about. Absent rows are refused here, before the question is asked. */
  readonly subject: (ask: Ask<E> & { readonly tx: ReadTx }) => Promise<Subject>;
  /** Who may. There is no default: a handler without an answer does not compile. */
  readonly allow: (actor: Actor, subject: Subject, ask: Input<E>) => boolean;
  readonly run: (ask: Ask<E> & { readonly tx: TxFor<E>; readonly subject: Subject }) => Promise<Result<E>>;
  /** The representation sent with a 412, so that nobody's text is lost. */
  readonly current?: (tx: ReadTx, subject: Subject) => Promise<unknown>;
};

/** The few questions asked before or without signing in. */
type OpenHandler<E extends Endpoint> = {
  readonly open: (
    ask: Input<E> & { readonly database: Database; readonly request: RequestFacts; readonly effects: Effects },
  ) => Promise<Result<E>>;
};

export type Bound<E extends Endpoint = Endpoint> = {
  readonly endpoint: E;
  readonly allow: ((actor: Actor, subject: never, ask: never) => boolean) | "open";
  readonly answer: (database: Database, who: Who | undefined, ask: BareAsk) => Promise<unknown>;
  /** Asks the right alone, before a file is taken in. */
  readonly admit: (database: Database, who: Who, ask: BareAsk) => Promise<void>;
};

export type BareAsk = {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly request: RequestFacts;
  readonly effects: Effects;
};

export const nothing = async (): Promise<undefined> => undefined;
export const signedIn = (): boolean => true;

export function handle<const E extends Endpoint, Subject>(endpoint: E, handler: Handler<E, Subject>): Bound<E> {
  const permit = async (tx: ReadTx, ask: Ask<E>): Promise<Subject> => {
    const subject = await handler.subject({ ...ask, tx });
    if (!handler.allow(ask.actor, subject, ask)) throw new Refusal("request.forbidden", { endpoint: endpoint.id });
    await refuseStale({ tx, ask }, subject, handler.current);
    return subject;
  };
  return {
    endpoint,
    allow: handler.allow,
    admit: async (database, who, bare) => {
      await database.read(who, (tx) => permit(tx, { ...bare, actor: who.actor } as unknown as Ask<E>));
    },
    answer: (database, who, bare) => {
      if (!who) throw new Refusal("request.unauthenticated");
      const ask = { ...bare, actor: who.actor } as unknown as Ask<E>;
      if (endpoint.access === "read") {
        return database.read(who, async (tx) => handler.run({ ...ask, tx: tx as TxFor<E>, subject: await permit(tx, ask) }));
      }
      return database.write(
        who,
        async (tx) => {
          if (await ask.effects.isReplay(tx)) return undefined;
          // Asked at once, answered one after the other: the record is read when those before us are done with it.
          const [, subject] = await Promise.all([waitForRecord(tx, endpoint, bare.params), permit(tx, ask)]);
          return subject;
        },
        async (tx, subject) => {
          if (ask.effects.replayed) return undefined;
          tx.change.endpoint(endpoint.id);
          const answer = await handler.run({ ...ask, tx: tx, subject: subject as Subject });
          if (tx.change.told() > 0) ask.effects.undoToken(tx.change.id);
          ask.effects.tellRecord(endpoint, answer);
          await ask.effects.remember(tx, answer, endpoint.secret);
          return answer;
        },
      );
    },
  };
}

export function handleOpen<const E extends Endpoint>(endpoint: E, handler: OpenHandler<E>): Bound<E> {
  return {
    endpoint,
    allow: "open",
    admit: async () => undefined,
    answer: (database, _who, bare) => handler.open({ ...bare, database } as unknown as Parameters<OpenHandler<E>["open"]>[0]),
  };
}

/** Writers of one record go one after the other. What has a version and no id is the agency itself. */
async function waitForRecord(tx: ReadTx, { versioned }: Endpoint, params: unknown): Promise<void> {
  const { id = versioned ? "agency" : undefined } = (params ?? {}) as { id?: string };
  if (id !== undefined) await lockRecords(tx, [id]);
}

async function refuseStale<Subject>(
  { tx, ask }: { readonly tx: ReadTx; readonly ask: BareAsk },
  subject: Subject,
  current?: (tx: ReadTx, subject: Subject) => Promise<unknown>,
): Promise<void> {
  const { ifMatch } = ask.request;
  if (ifMatch === undefined) return;
  const { id, version } = (subject ?? {}) as { id?: string; version?: number };
  if (version === undefined || version === ifMatch) return;
  const changedBy = id === undefined ? undefined : await findLastWriter(tx, id, ask.body);
  throw new Refusal("record.stale", { current: current ? await current(tx, subject) : undefined, changedBy });
}
