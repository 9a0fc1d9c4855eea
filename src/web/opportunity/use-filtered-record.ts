import { useQuery } from "@tanstack/react-query";
import { ask } from "#web/api/api.ts";
import { useMay } from "#web/app/me.ts";
import type { Filters } from "#web/opportunity/opportunity-search.ts";

/** The name of the client or person the opportunities are filtered by. */
export function useFilteredRecord(name: string, filters: Filters): string | undefined {
  const { clientId, contactId } = filters;
  const seesClients = useMay("clients", "read");
  const seesContacts = useMay("contacts", "read");
  const client = useQuery({
    queryKey: ["clients", "one", clientId],
    queryFn: ({ signal }) => ask("showClient", { params: { id: String(clientId) } }, { signal }),
    enabled: name === "clientId" && clientId !== undefined && seesClients,
    retry: false,
  });
  const contact = useQuery({
    queryKey: ["contacts", "one", contactId],
    queryFn: ({ signal }) => ask("showContact", { params: { id: String(contactId) } }, { signal }),
    enabled: name === "contactId" && contactId !== undefined && seesContacts,
    retry: false,
  });
  return name === "clientId" ? client.data?.name : contact.data?.name;
}
