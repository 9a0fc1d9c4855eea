import { sql } from "kysely";
import { competitorEndpoints } from "#contract/competitor.ts";
import { mayCreateOpportunities, mayReadOpportunities } from "#domain/opportunity/policy.ts";
import { fieldsChanged } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";

type Row = { readonly id: string; readonly name: string; readonly notes: string | null; readonly version: number; readonly met: string };

/** Counted under the reader's own visibility: what may not be seen was not met. */
async function competitors(tx: ReadTx, id: string | null = null): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select k.id, k.name, k.notes, k.version,
      (select count(*) from (
        select o.id from opportunity o where o.workspace_id = k.workspace_id and o.competitor_id = k.id and o.deleted_at is null
        union
        select o.id from opportunity_competitor r join opportunity o on o.workspace_id = r.workspace_id and o.id = r.opportunity_id
        where r.workspace_id = k.workspace_id and r.competitor_id = k.id and o.deleted_at is null) one) as met
    from competitor k where k.workspace_id = ${tx.actor.workspaceId} and k.deleted_at is null and (${id}::uuid is null or k.id = ${id}::uuid)
    order by k.name collate name_order, k.id`.execute(tx.db);
  return rows;
}

const present = ({ met, ...row }: Row) => ({ ...row, met: Number(met) });

async function getCompetitor(tx: ReadTx, id: string): Promise<Row> {
  const [row] = await competitors(tx, id);
  if (!row) throw new Refusal("request.notFound");
  return row;
}

export const listCompetitors = handle(competitorEndpoints.listCompetitors, {
  subject: nothing,
  allow: mayReadOpportunities,
  run: async ({ tx }) => ({ data: (await competitors(tx)).map(present) }),
});

export const createCompetitor = handle(competitorEndpoints.createCompetitor, {
  subject: nothing,
  allow: mayCreateOpportunities,
  run: async ({ tx, body }) => {
    await refuseTaken(tx, body.name, null);
    const id = newId();
    await tx.db
      .insertInto("competitor")
      .values({ workspace_id: tx.actor.workspaceId, id, name: body.name, notes: body.notes ?? null, created_at: tx.at, deleted_at: null })
      .execute();
    tx.change.tell({ kind: "parameter.created", type: "competitor", id, name: body.name, fields: { name: { from: null, to: body.name } } });
    return present(await getCompetitor(tx, id));
  },
});

export const editCompetitor = handle(competitorEndpoints.editCompetitor, {
  subject: ({ tx, params }) => getCompetitor(tx, params.id),
  allow: mayChangeSettings,
  current: async (tx, subject) => present(await getCompetitor(tx, subject.id)),
  run: async ({ tx, subject, body }) => {
    const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const fields = fieldsChanged<Record<string, unknown>>(subject, change);
    if (body.name !== undefined) await refuseTaken(tx, body.name, subject.id);
    if (Object.keys(fields).length > 0) {
      await write(tx, subject, change);
      tx.change.tell({ kind: "parameter.edited", type: "competitor", id: subject.id, name: body.name ?? subject.name, fields });
    }
    return present(await getCompetitor(tx, subject.id));
  },
});

export const deleteCompetitor = handle(competitorEndpoints.deleteCompetitor, {
  subject: ({ tx, params }) => getCompetitor(tx, params.id),
  allow: mayChangeSettings,
  current: async (tx, subject) => present(await getCompetitor(tx, subject.id)),
  run: async ({ tx, subject }) => {
    await write(tx, subject, { deleted_at: tx.at });
    const fields = { deleted_at: { from: null, to: tx.at.toISOString() } };
    tx.change.tell({ kind: "parameter.deleted", type: "competitor", id: subject.id, name: subject.name, fields });
  },
});

async function write(tx: WriteTx, row: Row, change: Readonly<Record<string, unknown>>): Promise<void> {
  await tx.db
    .updateTable("competitor")
    .set({ ...change, version: row.version + 1 })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", row.id)
    .execute();
}

async function refuseTaken(tx: ReadTx, name: string, except: string | null): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from competitor where workspace_id = ${tx.actor.workspaceId} and deleted_at is null
      and lower(name) = lower(${name}) and id is distinct from ${except}::uuid limit 1`.execute(tx.db);
  if (rows[0]) throw new Refusal("name.taken", { id: rows[0].id }, [{ pointer: "/name", code: "value.invalid" }]);
}
