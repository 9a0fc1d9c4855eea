import { saveClient } from "#server/client/client-store.ts";
import type { NewMain } from "#server/contact/main-contact.ts";
import type { WriteTx } from "#server/platform/database.ts";

/** The timeline of each client says who takes whose place. */
export async function tellMainsOfClients(tx: WriteTx, mains: readonly NewMain[]): Promise<void> {
  for (const { ownerId, from, to } of mains) {
    const row = await tx.db
      .selectFrom("client")
      .selectAll()
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", ownerId)
      .executeTakeFirstOrThrow();
    await saveClient(tx, row, {}, { kind: "client.contacts", extra: { main_contact: { from, to } } });
  }
}
