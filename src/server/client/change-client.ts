import { clientEndpoints } from "#contract/client.ts";
import { mayDeleteClients, mayWriteClients } from "#domain/client/policy.ts";
import { Refusal } from "#domain/shared/refusal.ts";
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
import { handle, nothing } from "#server/platform/handle.ts";
import { withHeldTags } from "#server/tag/tag-store.ts";

export const createClient = handle(clientEndpoints.createClient, {
  subject: nothing,
  allow: mayWriteClients,
  run: async ({ tx, body }) => showOneClient(tx, await insertClient(tx, await readClientBody(tx, body))),
});

export const editClient = handle(clientEndpoints.editClient, {
  subject: ({ tx, params }) => getClient(tx, params.id),
  allow: mayWriteClients,
  current: (tx, subject) => showOneClient(tx, subject.id),
  run: async ({ tx, subject, body }) => {
    const written = await withHeldTags(tx, subject.tag_ids, await readClientBody(tx, body, subject));
    const change = clientColumnsOf(written, subject.country ?? (await agencyCountry(tx)));
    await refuseUnknownClientReferences(tx, change);
    await saveClient(tx, subject, change, { kind: "client.edited" });
    return showOneClient(tx, subject.id);
  },
});

export const deleteClient = handle(clientEndpoints.deleteClient, {
  subject: ({ tx, params }) => getClient(tx, params.id),
  allow: mayDeleteClients,
  current: (tx, subject) => showOneClient(tx, subject.id),
  run: async ({ tx, subject }) => {
    const used = await tx.db
      .selectFrom("opportunity")
      .select((e) => e.fn.countAll<string>().as("count"))
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("client_id", "=", subject.id)
      .where("deleted_at", "is", null)
      .executeTakeFirst();
    if (Number(used?.count ?? 0) > 0) throw new Refusal("record.inUse", { opportunities: Number(used?.count) });
    await saveClient(tx, subject, { deleted_at: tx.at, deleted_by: tx.actor.userId }, { kind: "client.deleted" });
  },
});

export const restoreClient = handle(clientEndpoints.restoreClient, {
  subject: ({ tx, params }) => getClient(tx, params.id, { deleted: true }),
  allow: mayDeleteClients,
  run: async ({ tx, subject }) => {
    await saveClient(tx, subject, { deleted_at: null, deleted_by: null }, { kind: "client.restored" });
    return showOneClient(tx, subject.id);
  },
});
