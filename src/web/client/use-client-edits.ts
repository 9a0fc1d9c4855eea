import type { Client } from "#contract/client.ts";
import { ask } from "#web/api/api.ts";
import { useRecordEdits, type RecordEdits } from "#web/app/record-edits.ts";
import { CLIENTS, clientKey } from "#web/client/use-clients.ts";

export type ClientChange = Parameters<typeof ask<"editClient">>[1]["body"];
export type ClientEdits = RecordEdits<ClientChange>;

export function useClientEdits(client: Client): ClientEdits {
  const params = { id: client.id };
  return useRecordEdits<Client, ClientChange>({
    record: client,
    keys: { one: clientKey(client.id), all: CLIENTS },
    write: (body, version) => ask("editClient", { params, body }, { ifMatch: version }),
  });
}
