import { useQuery } from "@tanstack/react-query";
import { ask } from "#web/api/api.ts";
import { useMay } from "#web/app/me.ts";
import { ClientPicker } from "#web/contact/client-picker.tsx";
import { ContactPicker } from "#web/contact/contact-picker.tsx";
import type { Filters, OpportunitySearch } from "#web/opportunity/opportunity-search.ts";
import styles from "#web/opportunity/opportunity-bar.module.css";

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

type RecordEditorProps = {
  readonly name: "clientId" | "contactId";
  readonly label: string;
  readonly search: OpportunitySearch;
  readonly close: () => void;
};

/** Of which client or with whom: found by name. */
export function RecordEditor({ name, label, search, close }: RecordEditorProps) {
  const shown = useFilteredRecord(name, search.filters);
  const id = search.filters[name];
  const value = id !== undefined && shown !== undefined ? { id, label: shown } : null;
  const choose = (option: { id: string } | null): void => {
    if (option === null) return;
    search.set({ [name]: option.id });
    close();
  };
  const field = { label, autoFocus: true, value, onChange: choose };
  return <div className={styles.editor}>{name === "clientId" ? <ClientPicker {...field} /> : <ContactPicker {...field} taken={[]} />}</div>;
}
