import { ActivityDialog } from "#web/activity/activity-dialog.tsx";
import { closeNewRecord, useNewRecord } from "#web/app/new-record-store.ts";
import { ProductSheet } from "#web/catalogue/product-sheet.tsx";
import { SupplierSheet } from "#web/catalogue/supplier-sheet.tsx";
import { ClientSheet } from "#web/client/client-sheet.tsx";
import { ContactSheet } from "#web/contact/contact-sheet.tsx";
import { NewQuoteDialog } from "#web/quote/new-quote-dialog.tsx";
import { PartSheet } from "#web/step/part-sheet.tsx";

/** The sheet of a new client, contact, product, supplier, step, trip template, activity or quote, opened from anywhere. */
export function NewRecordHost() {
  const wanted = useNewRecord();
  switch (wanted?.kind) {
    case undefined:
      return null;
    case "client":
      return <ClientSheet name={wanted.name} />;
    case "activity":
      return (
        <ActivityDialog
          doing={{ kind: "plan", owner: {}, ...(wanted.name === undefined ? {} : { title: wanted.name }) }}
          onClose={closeNewRecord}
        />
      );
    case "contact":
      return <ContactSheet from={wanted} />;
    case "quote":
      return <NewQuoteDialog {...(wanted.name === undefined ? {} : { name: wanted.name })} onClose={closeNewRecord} />;
    case "product":
      return <ProductSheet />;
    case "supplier":
      return <SupplierSheet />;
    case "step":
    case "template":
      return <PartSheet of={wanted.kind} />;
  }
}
