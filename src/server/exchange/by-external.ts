import { byExternalEndpoints } from "#contract/by-external.ts";
import { mayReadClients, mayWriteClients } from "#domain/client/policy.ts";
import { mayWriteContacts } from "#domain/contact/policy.ts";
import { mayEditOpportunity } from "#domain/opportunity/policy.ts";
import {
  agencyCountry,
  clientColumnsOf,
  getClient,
  insertClient,
  readClientBody,
  refuseUnknownClientReferences,
  saveClient,
} from "#server/client/client-store.ts";
import { showOneClient } from "#server/client/list-clients.ts";
import { createOneContact, editOneContact } from "#server/contact/change-contact.ts";
import { getContact } from "#server/contact/contact-store.ts";
import { findByExternal, keepExternal, type External } from "#server/exchange/external-id.ts";
import { createOne, mayCreateFrom } from "#server/opportunity/create-opportunity.ts";
import { editOne } from "#server/opportunity/edit-opportunity.ts";
import { getOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import { withHeldTags } from "#server/tag/tag-store.ts";
import type { Effects } from "#server/platform/request.ts";

type Params = { readonly source: string; readonly externalId: string };
const external = (type: External["type"], { source, externalId }: Params): External => ({ type, source, externalId });

/** What was made is found again under that id, and told with its address. */
async function keep<Made extends { readonly id: string }>(
  { tx, effects, params }: { readonly tx: WriteTx; readonly effects: Effects; readonly params: Params },
  [type, path]: readonly [External["type"], string],
  made: Made,
): Promise<Made> {
  await keepExternal(tx, external(type, params), made.id);
  effects.created(`/${path}/${made.id}`);
  return made;
}

export const putClientByExternal = handle(byExternalEndpoints.putClientByExternal, {
  subject: async ({ tx, params }) => {
    const id = await findByExternal(tx, external("client", params));
    return id === undefined ? null : getClient(tx, id);
  },
  allow: mayWriteClients,
  run: async (ask) => {
    const { tx, subject, body } = ask;
    const written = await readClientBody(tx, body, subject ?? undefined);
    if (subject === null) return keep(ask, ["client", "clients"], await showOneClient(tx, await insertClient(tx, written)));
    const change = clientColumnsOf(await withHeldTags(tx, subject.tag_ids, written), subject.country ?? (await agencyCountry(tx)));
    await refuseUnknownClientReferences(tx, change);
    await saveClient(tx, subject, change, { kind: "client.edited" });
    return showOneClient(tx, subject.id);
  },
});

export const putContactByExternal = handle(byExternalEndpoints.putContactByExternal, {
  subject: async ({ tx, params }) => {
    const id = await findByExternal(tx, external("contact", params));
    return id === undefined ? null : getContact(tx, id);
  },
  allow: (actor, _subject, { body }) => mayWriteContacts(actor) && (!body.clients?.length || mayReadClients(actor)),
  run: async (ask) => {
    const { tx, subject, body } = ask;
    if (subject === null) return keep(ask, ["contact", "contacts"], await createOneContact(tx, body));
    return editOneContact(tx, subject, body);
  },
});

export const putOpportunityByExternal = handle(byExternalEndpoints.putOpportunityByExternal, {
  subject: async ({ tx, params }) => {
    const id = await findByExternal(tx, external("opportunity", params));
    return id === undefined ? null : getOpportunity(tx, id);
  },
  allow: (actor, subject, { body }) => (subject === null ? mayCreateFrom(actor, body) : mayEditOpportunity(actor, subject)),
  run: async (ask) => {
    const { tx, subject, body } = ask;
    if (subject === null) return keep(ask, ["opportunity", "opportunities"], await createOne(tx, body));
    // What is only for making it (its client's card, its persons, the pipeline it begins in) is left as it became.
    const { client: _client, contacts: _contacts, pipelineId: _pipeline, ...change } = body;
    return editOne(tx, subject, change);
  },
});
