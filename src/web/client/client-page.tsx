import { useParams } from "@tanstack/react-router";
import type { Client } from "#contract/client.ts";
import { useActivityDialog } from "#web/activity/use-activity-dialog.tsx";
import { ApiProblem } from "#web/api/api.ts";
import { openCreateSheet } from "#web/app/create-store.ts";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMay } from "#web/app/me.ts";
import { DeletedRecord } from "#web/app/deleted-record.tsx";
import { ModuleRight } from "#web/app/module-right.tsx";
import { useSeen } from "#web/app/seen-records.ts";
import { useSpoken } from "#web/app/words.ts";
import { ClientContacts } from "#web/client/client-contacts.tsx";
import { ClientFigures } from "#web/client/client-figures.tsx";
import { ClientHeader, ClientMenu } from "#web/client/client-header.tsx";
import { ClientOpportunities } from "#web/client/client-opportunities.tsx";
import { ClientRecord } from "#web/client/client-record.tsx";
import { useClientActs } from "#web/client/client-acts.ts";
import { useClientEdits } from "#web/client/use-client-edits.ts";
import { useClient } from "#web/client/use-clients.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Page } from "#web/kit/page.tsx";
import { Tabs } from "#web/kit/tabs.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { ownerOf, RecordTab, useRecordTabs } from "#web/timeline/record-tabs.tsx";
import styles from "#web/app/record-page.module.css";

/** Everything about who carries the projects. */
export function ClientPage() {
  const { title, noRight } = useSpoken().words.client;
  return (
    <ModuleRight module="clients" title={title} what={noRight}>
      <Loader />
    </ModuleRight>
  );
}

function Loader() {
  const { words } = useSpoken();
  const id = String(useParams({ strict: false }).id);
  const query = useClient(id);
  const isPhone = useIsPhone();
  const acts = useClientActs();
  const mayRestore = useMay("clients", "delete");
  useLiveUpdates();
  useDocumentTitle(query.data?.name);
  useSeen("client", query.data?.id);
  const deleted = query.error instanceof ApiProblem && query.error.code === "record.deleted" ? query.error : undefined;
  return (
    <Page
      title={words.client.title}
      hasOwnHeading={query.data !== undefined}
      phoneActions={query.data && isPhone && <ClientMenu client={query.data} />}
      back={{ href: "/clients", label: words.common.back }}
    >
      {deleted ? (
        <DeletedRecord problem={deleted} {...(mayRestore ? { onRestore: () => void acts.restore(id) } : {})} />
      ) : (
        <div className={styles.content}>
          <Loaded query={query} label={words.client.loadingOne} frame={<Block height={480} />}>
            {(client) => <Content key={client.id} client={client} />}
          </Loaded>
        </div>
      )}
    </Page>
  );
}

function Content({ client }: { client: Client }) {
  const { words } = useSpoken();
  const { tab: say, tabs, title, newOpportunity } = words.client;
  const edits = useClientEdits(client);
  const mayCreate = useMay("opportunities", "write");
  const place = { owner: "clients", id: client.id } as const;
  const { tab, show, items } = useRecordTabs(place, { ...say, group: title });
  const around = { clientId: client.id };
  const { call, dialog } = useActivityDialog({ owner: ownerOf(place), group: title, ...around });
  useShortcut(
    { keys: "n", label: newOpportunity, group: title },
    () => openCreateSheet({ clientId: client.id, clientName: client.name }),
    mayCreate,
  );
  return (
    <>
      <ClientHeader client={client} edits={edits} />
      <ClientFigures client={client} />
      <div className={styles.columns}>
        <div className={styles.left}>
          <Tabs label={tabs} value={tab} onChange={show} items={items}>
            {tab === "overview" ? (
              <div className={styles.stacked}>
                <ClientOpportunities client={client} />
                <ClientContacts client={client} />
              </div>
            ) : (
              <RecordTab tab={tab} place={place} {...around} {...call} />
            )}
          </Tabs>
        </div>
        <ClientRecord client={client} edits={edits} />
      </div>
      {dialog}
    </>
  );
}
