import { sql } from "kysely";
import { clientEndpoints } from "#contract/client.ts";
import { mayDeleteClients, mayWriteClients } from "#domain/client/policy.ts";
import type { FactKind } from "#domain/shared/fact.ts";
import type { KnownTags } from "#domain/tag/tags.ts";
import { changedClient, refuseUnknownClientReferences, type ClientColumns } from "#server/client/client-store.ts";
import { clientConditions, type ClientFilter } from "#server/client/list-clients.ts";
import { withCustom } from "#server/custom-field/custom-conditions.ts";
import { AT_ONCE, changeMany, goneOf, type BulkResult, type Progress, type RefusedRow } from "#server/platform/change-many.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import { startWork } from "#server/platform/start-work.ts";
import { updateMany, type Step } from "#server/platform/update-many.ts";
import { tagIdsAfter, tagsToChange, withKnownTags, type TagChange } from "#server/tag/tag-store.ts";

export type ClientsChange = TagChange & {
  readonly managerId?: string | null | undefined;
  readonly kindId?: string | null | undefined;
  readonly status?: "prospect" | "client" | undefined;
  readonly delete?: true | undefined;
};

export const changeClients = handle(clientEndpoints.changeClients, {
  subject: async ({ tx, body }) => findIds(tx, body.ids, await withCustom(tx, "client", body.filter ?? {})),
  allow: mayWriteClients,
  run: async ({ tx, subject: ids, body, effects }) => {
    if (ids.length <= AT_ONCE) return { ...(await changeManyClients(tx, ids, body.change)), jobId: null };
    const jobId = await startWork(tx, { kind: "bulk", total: ids.length, input: { list: "clients", ids, change: body.change } });
    effects.status(202);
    return { changed: 0, skipped: 0, refused: [], jobId };
  },
});

async function findIds(tx: ReadTx, ids: readonly string[] | undefined, filter: ClientFilter): Promise<string[]> {
  const chosen = ids
    ? sql`c.workspace_id = ${tx.actor.workspaceId} and c.id = any (${ids}) and c.deleted_at is null`
    : clientConditions(tx, await withKnownTags(tx, filter, "/filter/tag"));
  const { rows } = await sql<{ id: string }>`select c.id from client c where ${chosen} order by c.id`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** One change of many clients, by the rules of one. */
export async function changeManyClients(
  tx: WriteTx,
  ids: readonly string[],
  change: ClientsChange,
  progress?: Progress,
): Promise<BulkResult> {
  await refuseUnknownClientReferences(tx, { kind_id: change.kindId ?? null, manager_id: change.managerId ?? null });
  const known = await tagsToChange(tx, change);
  return changeMany(tx, ids, (some) => changeSome(tx, some, { ...change, known }), progress);
}

type Asked = ClientsChange & { readonly known: KnownTags | undefined };

/** They are held from when they are read: a change between would be overwritten. */
async function changeSome(tx: WriteTx, ids: readonly string[], change: Asked): Promise<RefusedRow[]> {
  const rows = await tx.db
    .selectFrom("client")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "in", ids)
    .where("deleted_at", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  const used = change.delete ? await withOpportunities(tx, ids) : new Set<string>();
  const refused: RefusedRow[] = [];
  const steps: Step<ClientColumns>[] = [];
  for (const row of rows) {
    const columns = used.has(row.id) ? "inUse" : columnsAsked(tx, row, change);
    if (typeof columns === "string") refused.push({ id: row.id, name: row.name, number: null, reason: columns });
    else {
      const kind: FactKind = change.delete ? "client.deleted" : "client.edited";
      const after = changedClient(tx, row, columns, { kind });
      if (after) steps.push({ before: row, after });
    }
  }
  await updateMany(tx, "client", WRITTEN, steps);
  return [...refused, ...goneOf(ids, rows)];
}

const WRITTEN = ["manager_id", "kind_id", "status", "tag_ids", "deleted_at", "deleted_by", "version", "updated_at"];

function columnsAsked(tx: WriteTx, before: ClientColumns, change: Asked): Partial<ClientColumns> | "tooManyTags" | "forbidden" {
  if (change.delete && !mayDeleteClients(tx.actor)) return "forbidden";
  if (change.delete) return { deleted_at: tx.at, deleted_by: tx.actor.userId };
  const tagIds = tagIdsAfter(before.tag_ids, change.known, change);
  if (tagIds === "tooManyTags") return tagIds;
  return {
    ...(change.managerId === undefined ? {} : { manager_id: change.managerId }),
    ...(change.kindId === undefined ? {} : { kind_id: change.kindId }),
    ...(change.status === undefined ? {} : { status: change.status }),
    ...(tagIds ? { tag_ids: tagIds } : {}),
  };
}

/** A client with opportunities stays. */
async function withOpportunities(tx: ReadTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ client_id: string }>`select distinct client_id from opportunity
    where workspace_id = ${tx.actor.workspaceId} and client_id = any (${[...ids]}::uuid[]) and deleted_at is null`.execute(tx.db);
  return new Set(rows.map(({ client_id }) => client_id));
}
