import { saveClient } from "#server/client/client-store.ts";
import { clientsOfContact, writeClientsOfContact } from "#server/contact/contact-clients.ts";
import { linksOf, replaceLinks, type StoredLink } from "#server/opportunity/opportunity-contacts.ts";
import { findOpportunity, saveOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { StoredFact } from "#server/undo/stored-fact.ts";

type Link = { readonly id?: string; readonly contactId?: string; readonly role: string | null; readonly isMain: boolean };
type ClientRow = Parameters<typeof saveClient>[1];

/** The same persons in the same roles: their names may have changed since, and stored JSON orders its keys by itself. */
function sameLinks(a: unknown, b: unknown): boolean {
  const told = (links: unknown): string =>
    JSON.stringify(((links ?? []) as Link[]).map(({ id, contactId, role, isMain }) => [contactId ?? id, role, isMain].join(" ")).sort());
  return told(a) === told(b);
}

export async function takeBackContactsOfOpportunity(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  const now = await linksOf(tx, fact.record_id);
  const { from, to } = fact.fields["contacts"] ?? { from: [], to: [] };
  const held = sameLinks(now, to) ? [] : ["contacts"];
  if (held.length > 0 && !force) return held;
  const after = await replaceLinks(
    tx,
    fact.record_id,
    (from as StoredLink[]).map(({ contactId, role, isMain }) => ({ contactId, role, isMain })),
  );
  const row = await findOpportunity(tx, fact.record_id);
  if (row) await saveOpportunity(tx, row, {}, { kind: "opportunity.contacts", extra: { contacts: { from: now, to: after } } });
  return held;
}

export async function takeBackContactsOfClient(tx: WriteTx, row: ClientRow, fact: StoredFact, force: boolean): Promise<string[]> {
  const { from, to } = fact.fields["contacts"] ?? { from: [], to: [] };
  const now = await tx.db
    .selectFrom("client_contact")
    .select(["contact_id as id", "role", "is_main as isMain"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("client_id", "=", row.id)
    .execute();
  const held = sameLinks(now, to) ? [] : ["contacts"];
  if (held.length > 0 && !force) return held;
  await tx.db.deleteFrom("client_contact").where("workspace_id", "=", tx.actor.workspaceId).where("client_id", "=", row.id).execute();
  for (const link of from as Required<Link>[]) {
    await tx.db
      .insertInto("client_contact")
      .values({
        workspace_id: tx.actor.workspaceId,
        client_id: row.id,
        contact_id: link.id,
        role: link.role,
        is_main: link.isMain,
        created_at: tx.at,
      })
      .execute();
  }
  await saveClient(tx, row, {}, { kind: "client.contacts", extra: { contacts: { from: to, to: from } } });
  return held;
}

export async function overtakenClients(tx: ReadTx, contactId: string, left: unknown): Promise<string[]> {
  return sameLinks(await clientsOfContact(tx, contactId), left) ? [] : ["clients"];
}

export async function restoreClients(tx: WriteTx, contactId: string, links: unknown): Promise<unknown> {
  const wishes = (links as Required<Link>[]).map(({ id, role, isMain }) => ({ clientId: id, role: role as null, isMain }));
  return writeClientsOfContact(tx, contactId, wishes);
}
