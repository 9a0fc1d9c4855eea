import { saveClient } from "#server/client/client-store.ts";
import { tellMainsOfClients } from "#server/contact/client-main-contact.ts";
import { clientsOfContact, contactsTold, putClientsOfContact, putContactsOfClient } from "#server/contact/contact-clients.ts";
import { mainOf, makeMain, type Linking, type NewMain } from "#server/contact/main-contact.ts";
import { tellMainsOfOpportunities } from "#server/opportunity/keep-main-contacts.ts";
import { linksOf, putLinks, type StoredLink } from "#server/opportunity/opportunity-contacts.ts";
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
  const after = await putLinks(
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
  const now = await contactsTold(tx, row.id);
  const held = sameLinks(now, to) ? [] : ["contacts"];
  if (held.length > 0 && !force) return held;
  await putContactsOfClient(
    tx,
    row.id,
    (from as Required<Link>[]).map(({ id, role, isMain }) => ({ contactId: id, role, isMain })),
  );
  await saveClient(tx, row, {}, { kind: "client.contacts", extra: { contacts: { from: now, to: await contactsTold(tx, row.id) } } });
  return held;
}

export async function overtakenClients(tx: ReadTx, contactId: string, left: unknown): Promise<string[]> {
  return sameLinks(await clientsOfContact(tx, contactId), left) ? [] : ["clients"];
}

export async function restoreClients(tx: WriteTx, contactId: string, links: unknown): Promise<unknown> {
  const wishes = (links as Required<Link>[]).map(({ id, role, isMain }) => ({ clientId: id, role: role as null, isMain }));
  return putClientsOfContact(tx, contactId, wishes);
}

/**
 * Who took whose place as the main contact, because that one left or came: it follows from the change, so it gives way to
 * whatever was decided since.
 */
export async function takeBackMainContact(tx: WriteTx, linking: Linking, fact: StoredFact): Promise<void> {
  const { from, to } = fact.fields["main_contact"] as { from: NewMain["from"]; to: NewMain["to"] };
  if ((await mainOf(tx, linking, fact.record_id))?.id !== to.id) return;
  if (!(await makeMain(tx, linking, fact.record_id, from.id))) return;
  const mains = [{ ownerId: fact.record_id, from: to, to: from }];
  await (linking === "client" ? tellMainsOfClients(tx, mains) : tellMainsOfOpportunities(tx, mains));
}
