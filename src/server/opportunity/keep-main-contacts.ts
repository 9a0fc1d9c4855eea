import { tellMainsOfClients } from "#server/contact/client-main-contact.ts";
import { keepOneMain, linkedTo, type NewMain } from "#server/contact/main-contact.ts";
import { findOpportunity, saveOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { WriteTx } from "#server/platform/database.ts";

/** Persons leave or come back: the clients and opportunities they are linked to have one main contact after it as before. */
export async function keepMainContacts(tx: WriteTx, contactIds: readonly string[], write: () => Promise<unknown>): Promise<void> {
  const clients = await linkedTo(tx, "client", contactIds);
  const opportunities = await linkedTo(tx, "opportunity", contactIds);
  let ofOpportunities: readonly NewMain[] = [];
  const ofClients = await keepOneMain(tx, "client", {
    owners: clients,
    write: async () => {
      ofOpportunities = await keepOneMain(tx, "opportunity", { owners: opportunities, write });
    },
  });
  await tellMainsOfOpportunities(tx, ofOpportunities);
  await tellMainsOfClients(tx, ofClients);
}

type Touched = { readonly contacts: readonly string[]; readonly clients: readonly string[]; readonly opportunities: readonly string[] };

/** After an undo that took links, persons and main contacts back one by one. */
export async function settleMainContacts(tx: WriteTx, { contacts, clients, opportunities }: Touched): Promise<void> {
  const write = async (): Promise<void> => undefined;
  const owners = [...new Set([...opportunities, ...(await linkedTo(tx, "opportunity", contacts))])];
  await tellMainsOfOpportunities(tx, await keepOneMain(tx, "opportunity", { owners, write }));
  const ofClients = [...new Set([...clients, ...(await linkedTo(tx, "client", contacts))])];
  await tellMainsOfClients(tx, await keepOneMain(tx, "client", { owners: ofClients, write }));
}

export async function tellMainsOfOpportunities(tx: WriteTx, mains: readonly NewMain[]): Promise<void> {
  for (const { ownerId, from, to } of mains) {
    const row = await findOpportunity(tx, ownerId);
    if (row) await saveOpportunity(tx, row, {}, { kind: "opportunity.contacts", extra: { main_contact: { from, to } } });
  }
}
