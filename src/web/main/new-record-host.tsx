import { useNewRecord } from "#web/app/new-record-store.ts";
import { ClientSheet } from "#web/client/client-sheet.tsx";
import { ContactSheet } from "#web/contact/contact-sheet.tsx";

/** The sheet of a new client or contact, opened from anywhere. */
export function NewRecordHost() {
  const wanted = useNewRecord();
  if (wanted === undefined) return null;
  return wanted.kind === "client" ? <ClientSheet /> : <ContactSheet from={wanted} />;
}
