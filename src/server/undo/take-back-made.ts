import { sql } from "kysely";
import { mayWriteClients } from "#domain/client/policy.ts";
import { mayWriteContacts } from "#domain/contact/policy.ts";
import { mayEditOpportunity } from "#domain/opportunity/policy.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { writeStates } from "#server/opportunity/write-opportunities.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { ToldFact } from "#server/undo/stored-fact.ts";

const AT_ONCE = 500;
const TYPES = ["opportunity", "contact", "client"] as const;
type Type = (typeof TYPES)[number];

/** Ids of records a change made and nobody changed since: nothing a later change holds is lost with them. */
export type Made = Readonly<Record<Type, readonly string[]>>;

/** A record that is as the change left it has the version that the change's own facts add up to. */
export async function madeAndUntouched(tx: ReadTx, facts: readonly ToldFact[]): Promise<Made> {
  const told = new Map<string, number>();
  for (const { record_id } of facts) told.set(record_id, (told.get(record_id) ?? 0) + 1);
  const made: Record<Type, string[]> = { opportunity: [], contact: [], client: [] };
  for (const type of TYPES) {
    const ids = facts.filter(({ kind }) => kind === `${type}.created`).map(({ record_id }) => record_id);
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE);
      const { rows } = await sql<{ id: string }>`
        select t.id from ${sql.table(type)} t join unnest(${some}::uuid[], ${some.map((id) => told.get(id))}::integer[]) as told (id, version) on told.id = t.id
        where t.workspace_id = ${tx.actor.workspaceId} and t.id = any (${some}::uuid[]) and t.version = told.version and t.deleted_at is null`.execute(
        tx.db,
      );
      made[type].push(...rows.map(({ id }) => id));
    }
  }
  return made;
}

/**
 * Deletes them, a statement for some hundred records; whoever asks for the events of the change hears once. To take back a
 * creation nobody built on needs the right to create: a seller, who may not delete clients, takes back those he made.
 */
export async function deleteMade(tx: WriteTx, type: Type, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  if (type === "client" && !mayWriteClients(tx.actor)) throw new Refusal("request.forbidden");
  if (type === "contact" && !mayWriteContacts(tx.actor)) throw new Refusal("request.forbidden");
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    await deleteSome(tx, type, ids.slice(at, at + AT_ONCE));
    if (ids.length > AT_ONCE) await tx.change.flush();
    // Requests are answered between two.
    await new Promise((go) => setImmediate(go));
  }
}

type Deleted = {
  readonly id: string;
  readonly name: string | null;
  readonly version: number;
  readonly client_id: string | null;
  readonly manager_id: string | null;
  readonly team_id: string | null;
};

async function deleteSome(tx: WriteTx, type: Type, ids: readonly string[]): Promise<void> {
  if (type === "client") await refuseClientsInUse(tx, ids);
  const place = type === "opportunity" ? sql`client_id, manager_id, team_id` : sql`null as client_id, null as manager_id, null as team_id`;
  const { rows } = await sql<Deleted>`
    update ${sql.table(type)} set deleted_at = ${tx.at}, deleted_by = ${tx.actor.userId}, version = version + 1, updated_at = ${tx.at}
    where workspace_id = ${tx.actor.workspaceId} and id = any (${[...ids]}::uuid[]) and deleted_at is null
    returning id, name, version, ${place}`.execute(tx.db);
  if (type === "opportunity") {
    if (!rows.every((row) => mayEditOpportunity(tx.actor, placeOf(row)))) throw new Refusal("request.forbidden");
    await writeStates(
      tx,
      rows.map(({ id }) => id),
    );
  }
  for (const row of rows) tellDeleted(tx, type, row);
}

const placeOf = ({ manager_id, team_id }: Deleted) => ({ managerId: manager_id, teamId: team_id });

function tellDeleted(tx: WriteTx, type: Type, row: Deleted): void {
  const { id, name, version } = row;
  const hanging = {
    client: { clientId: id },
    contact: { contactId: id },
    opportunity: { opportunityId: id, clientId: row.client_id, visibility: [placeOf(row)] },
  };
  tx.change.tell({
    kind: `${type}.deleted`,
    type,
    id,
    name: name ?? "",
    fields: { deleted_at: { from: null, to: tx.at }, deleted_by: { from: null, to: tx.actor.userId } },
    version,
    ...hanging[type],
  });
}

/** Clients made by a change that is taken back may have got opportunities since. */
export async function refuseClientsInUse(tx: ReadTx, ids: readonly string[]): Promise<void> {
  const used = await tx.db
    .selectFrom("opportunity")
    .select("id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("client_id", "in", [...ids])
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (used) throw new Refusal("record.inUse");
}
