import { sql, type CompiledQuery, type Kysely } from "kysely";
import type { FactFields, FactKind, RecordType } from "#domain/shared/fact.ts";
import type { DB } from "#server/platform/db.gen.ts";
import { newId } from "#server/platform/new-id.ts";

export type Origin = "web" | "key" | "import" | "job" | "undo" | "system";

/** What is told: one fact of the change. */
export type Telling = {
  readonly kind: FactKind;
  readonly type: RecordType;
  readonly id: string;
  readonly name: string;
  readonly fields: FactFields;
  readonly opportunityId?: string | null;
  readonly clientId?: string | null;
  readonly contactId?: string | null;
  /** Who may see the record, before and after: a live event reaches those of either. */
  readonly visibility?: readonly { readonly managerId: string | null; readonly teamId: string | null }[];
  readonly version?: number;
  /** Live events name this record instead: a line is on screen with its opportunity. */
  readonly shownBy?: { readonly type: RecordType; readonly id: string };
};

/** Hears what a change tells and acts in its transaction: for what no verb may forget. Put together in `main`. */
export type Follower = {
  readonly hear: (fact: Telling) => void;
  readonly end: (change: { readonly id: string; readonly undoes: string | null }) => Promise<void>;
};
export type Follow = (tx: Writer, origin: Origin) => Follower;

export type Change = {
  readonly id: string;
  readonly origin: Origin;
  readonly tell: (fact: Telling) => void;
  readonly told: () => number;
  /** Set by an undo: the change it takes back. */
  readonly undoes: (changeId: string) => void;
  readonly endpoint: (id: string) => void;
  readonly flush: () => Promise<void>;
  /** The last thing before the commit. What it returns writes the facts, for the packet of the commit. */
  readonly end: () => Promise<() => Promise<unknown>>;
};

/** What is needed to write: the transaction, who acts, when. */
export type Writer = {
  readonly db: Kysely<DB>;
  readonly actor: { readonly workspaceId: string; readonly userId: string };
  readonly at: Date;
};

/** Above this many facts a live event names no record: whoever listens asks again. */
const EVENTS_ONE_BY_ONE = 20;

/** Facts are gathered while the verb runs and written in one statement before the commit, with the live event. */
export function startChange(tx: Writer, origin: Origin, follow?: Follow): Change {
  const id = newId();
  let facts: Telling[] = [];
  let count = 0;
  let undoes: string | null = null;
  let endpoint = "";
  const follower = follow?.(tx, origin);
  const telling = (): CompiledQuery | undefined => {
    if (facts.length === 0) return undefined;
    const told = facts;
    facts = [];
    return factsStatement(tx, { id, origin: undoes === null ? origin : "undo", undoes, endpoint }, told);
  };
  return {
    id,
    origin,
    tell: (fact) => {
      facts.push(fact);
      follower?.hear(fact);
      count += 1;
    },
    told: () => count,
    undoes: (changeId) => {
      undoes = changeId;
    },
    endpoint: (name) => {
      endpoint = name;
    },
    flush: async () => {
      const statement = telling();
      if (statement) await tx.db.executeQuery(statement);
    },
    end: async () => {
      await follower?.end({ id, undoes });
      const statement = telling();
      return async () => statement && (await tx.db.executeQuery(statement));
    },
  };
}

type Header = { readonly id: string; readonly origin: Origin; readonly undoes: string | null; readonly endpoint: string };

function factsStatement(tx: Writer, header: Header, facts: readonly Telling[]): CompiledQuery {
  const workspace = tx.actor.workspaceId;
  const actor = tx.actor.userId;
  const rows = facts.map((fact) => ({
    id: newId(),
    kind: fact.kind,
    record_type: fact.type,
    record_id: fact.id,
    record_name: fact.name,
    opportunity_id: fact.opportunityId ?? null,
    client_id: fact.clientId ?? null,
    contact_id: fact.contactId ?? null,
    fields: fact.fields,
  }));
  return sql`
    with made as (
      insert into change (workspace_id, id, at, actor_id, origin, endpoint, undoes)
      values (${workspace}, ${header.id}, ${tx.at}, ${actor}, ${header.origin}, ${header.endpoint}, ${header.undoes})
      on conflict (workspace_id, id) do nothing
    ), told as (
      insert into fact (workspace_id, id, change_id, at, actor_id, kind, record_type, record_id, record_name, opportunity_id, client_id, contact_id, fields)
      select ${workspace}, f.id, ${header.id}, ${tx.at}, ${actor}, f.kind, f.record_type, f.record_id, f.record_name, f.opportunity_id, f.client_id, f.contact_id, f.fields
      from json_to_recordset(${JSON.stringify(rows, bigintsAsText)}::json)
        as f(id uuid, kind text, record_type text, record_id uuid, record_name text, opportunity_id uuid, client_id uuid, contact_id uuid, fields jsonb)
    )
    select pg_notify('escale_events', event) from json_array_elements_text(${JSON.stringify(eventsOf(workspace, header.id, facts))}::json) event
  `.compile(tx.db);
}

function eventsOf(workspaceId: string, changeId: string, facts: readonly Telling[]): string[] {
  if (facts.length > EVENTS_ONE_BY_ONE) return [JSON.stringify({ workspaceId, changeId, kind: "many" })];
  return facts.map((fact) =>
    JSON.stringify({
      workspaceId,
      changeId,
      kind: fact.kind,
      type: fact.shownBy?.type ?? fact.type,
      id: fact.shownBy?.id ?? fact.id,
      version: fact.version ?? null,
      visibility: fact.visibility ?? null,
    }),
  );
}

function bigintsAsText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
