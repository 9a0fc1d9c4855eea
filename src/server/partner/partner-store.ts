import { sql } from "kysely";
import { refuseField } from "#domain/shared/refusal.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";

export type StoredPartner = {
  readonly id: string;
  readonly kind: "supplier" | "client";
  readonly recordId: string;
  readonly name: string;
  readonly role: string | null;
  readonly note: string | null;
};

export async function partnersOf(tx: ReadTx, opportunityId: string): Promise<StoredPartner[]> {
  const { rows } = await sql<StoredPartner>`
    select p.id, case when p.supplier_id is null then 'client' else 'supplier' end as kind,
      coalesce(p.supplier_id, p.client_id) as "recordId", coalesce(s.name, c.name) as name, p.role, p.note
    from opportunity_partner p
    left join supplier s on s.workspace_id = p.workspace_id and s.id = p.supplier_id
    left join client c on c.workspace_id = p.workspace_id and c.id = p.client_id
    where p.workspace_id = ${tx.actor.workspaceId} and p.opportunity_id = ${opportunityId} order by p.position`.execute(tx.db);
  return rows;
}

export type PartnerLink = {
  readonly supplierId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly role?: string | null | undefined;
  readonly note?: string | null | undefined;
};

/** Replaces the partners of an opportunity. */
export async function writePartners(tx: WriteTx, opportunityId: string, links: readonly PartnerLink[]): Promise<StoredPartner[]> {
  await refuseUnknown(tx, links);
  await tx.db
    .deleteFrom("opportunity_partner")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("opportunity_id", "=", opportunityId)
    .execute();
  const rows = links.map(({ supplierId, clientId, role, note }, position) => ({
    workspace_id: tx.actor.workspaceId,
    opportunity_id: opportunityId,
    id: newId(),
    supplier_id: supplierId ?? null,
    client_id: clientId ?? null,
    role: role ?? null,
    note: note ?? null,
    position,
  }));
  if (rows.length > 0) await tx.db.insertInto("opportunity_partner").values(rows).execute();
  return partnersOf(tx, opportunityId);
}

async function refuseUnknown(tx: ReadTx, links: readonly PartnerLink[]): Promise<void> {
  const ids = links.flatMap(({ supplierId, clientId }) => [supplierId, clientId].filter((id) => id !== undefined));
  const known = new Set<string>();
  for (const table of ["supplier", "client"] as const) {
    if (ids.length === 0) break;
    const rows = await tx.db
      .selectFrom(table)
      .select("id")
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "in", ids)
      .where("deleted_at", "is", null)
      .execute();
    for (const row of rows) known.add(`${table}:${row.id}`);
  }
  for (const [index, { supplierId, clientId }] of links.entries()) {
    if ((supplierId === undefined) === (clientId === undefined)) throw refuseField(`/partners/${index}/supplierId`, "value.required");
    const [field, key] = supplierId === undefined ? ["clientId", `client:${clientId}`] : ["supplierId", `supplier:${supplierId}`];
    if (!known.has(key)) throw refuseField(`/partners/${index}/${field}`, "reference.unknown");
    const before = links.slice(0, index).some((other) => (supplierId ?? clientId) === (other.supplierId ?? other.clientId));
    if (before) throw refuseField(`/partners/${index}/${field}`, "link.twice");
  }
}
