import { useParams } from "@tanstack/react-router";
import type { Contact } from "#contract/contact.ts";
import { useActivityDialog } from "#web/activity/use-activity-dialog.tsx";
import { ApiProblem } from "#web/api/api.ts";
import { DeletedRecord } from "#web/app/deleted-record.tsx";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMay } from "#web/app/me.ts";
import { ModuleRight } from "#web/app/module-right.tsx";
import { useSeen } from "#web/app/seen-records.ts";
import { useSpoken } from "#web/app/words.ts";
import { OpportunitiesOf } from "#web/client/client-opportunities.tsx";
import { useContactActs } from "#web/contact/contact-acts.ts";
import { ContactClients } from "#web/contact/contact-clients.tsx";
import { ContactHeader, ContactMenu } from "#web/contact/contact-header.tsx";
import { ContactRecord } from "#web/contact/contact-record.tsx";
import { useContactEdits } from "#web/contact/use-contact-edits.ts";
import { useContact } from "#web/contact/use-contacts.ts";
import { Block } from "#web/kit/loading-frame.tsx";
import { Page } from "#web/kit/page.tsx";
import { Tabs } from "#web/kit/tabs.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { ownerOf, RecordTab, useRecordTabs } from "#web/timeline/record-tabs.tsx";
import styles from "#web/app/record-page.module.css";

/** Everything about one person. */
export function ContactPage() {
  const { title, noRight } = useSpoken().words.contact;
  return (
    <ModuleRight module="contacts" title={title} what={noRight}>
      <Loader />
    </ModuleRight>
  );
}

function Loader() {
  const { words } = useSpoken();
  const id = String(useParams({ strict: false }).id);
  const query = useContact(id);
  const isPhone = useIsPhone();
  const acts = useContactActs();
  const mayRestore = useMay("contacts", "delete");
  useLiveUpdates();
  useDocumentTitle(query.data?.name);
  useSeen("contact", query.data?.id);
  const deleted = query.error instanceof ApiProblem && query.error.code === "record.deleted" ? query.error : undefined;
  return (
    <Page
      title={words.contact.title}
      hasOwnHeading={query.data !== undefined}
      phoneActions={query.data && isPhone && <ContactMenu contact={query.data} />}
      back={{ href: "/contacts", label: words.common.back }}
    >
      {deleted ? (
        <DeletedRecord problem={deleted} {...(mayRestore ? { onRestore: () => void acts.restore(id) } : {})} />
      ) : (
        <div className={styles.content}>
          <Loaded query={query} label={words.contact.loadingOne} frame={<Block height={480} />}>
            {(contact) => <Content key={contact.id} contact={contact} />}
          </Loaded>
        </div>
      )}
    </Page>
  );
}

function Content({ contact }: { contact: Contact }) {
  const { words } = useSpoken();
  const { tab: say, tabs, title } = words.contact;
  const edits = useContactEdits(contact);
  const place = { owner: "contacts", id: contact.id } as const;
  const { tab, show, items } = useRecordTabs(place, { ...say, group: title });
  const { call, dialog } = useActivityDialog({ owner: ownerOf(place), group: title });
  return (
    <>
      <ContactHeader contact={contact} />
      <div className={styles.columns}>
        <div className={styles.left}>
          <Tabs label={tabs} value={tab} onChange={show} items={items}>
            {tab === "overview" ? (
              <div className={styles.stacked}>
                <ContactClients contact={contact} />
                <OpportunitiesOf owner={{ contactId: contact.id }} showsClient />
              </div>
            ) : (
              <RecordTab tab={tab} place={place} {...call} />
            )}
          </Tabs>
        </div>
        <ContactRecord contact={contact} edits={edits} />
      </div>
      {dialog}
    </>
  );
}
