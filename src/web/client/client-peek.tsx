import type { Client } from "#contract/client.ts";
import { addressLines } from "#web/app/address-lines.ts";
import { Loaded } from "#web/app/loaded.tsx";
import type { Peeked } from "#web/app/peek-area.tsx";
import { PeekPanel } from "#web/app/peek-panel.tsx";
import { PhoneText } from "#web/app/phone-text.tsx";
import { useSpoken } from "#web/app/words.ts";
import { OpportunitiesOf } from "#web/client/client-opportunities.tsx";
import { useClient } from "#web/client/use-clients.ts";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { Link } from "#web/kit/link.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { LastEvents } from "#web/timeline/last-events.tsx";
import styles from "#web/app/peek-area.module.css";

/** A client beside the list. */
export function ClientPeek({ id, close }: Peeked) {
  const { words } = useSpoken();
  const query = useClient(id);
  return (
    <PeekPanel name={query.data?.name} href={`/clients/${id}`} onClose={close}>
      <Loaded query={query} label={words.client.loadingOne} frame={<Block height={320} />}>
        {(client) => <Content key={client.id} client={client} />}
      </Loaded>
    </PeekPanel>
  );
}

function Content({ client }: { client: Client }) {
  const { words, locale } = useSpoken();
  const { field, status } = words.client;
  const { mainContact, email } = client;
  return (
    <>
      <p className={styles.line}>
        <Pill kind={client.status === "client" ? "success" : "neutral"}>{status[client.status]}</Pill>
        {client.kindName && <span>{client.kindName}</span>}
      </p>
      <FactsList>
        <Fact label={field.address}>{addressLines(client.address, locale).join(", ") || "–"}</Fact>
        <Fact label={field.phone}>
          <PhoneText phone={client.phone} />
        </Fact>
        <Fact label={field.email}>{email ? <a href={`mailto:${email}`}>{email}</a> : "–"}</Fact>
        {mainContact && (
          <Fact label={field.mainContact}>
            <Link href={`/contacts/${mainContact.id}`}>{mainContact.name}</Link>
          </Fact>
        )}
        <Fact label={field.manager}>{client.manager?.name ?? "–"}</Fact>
      </FactsList>
      <OpportunitiesOf owner={{ clientId: client.id }} lost={client.opportunities?.lost ?? 0} isNarrow />
      <LastEvents owner="clients" id={client.id} />
    </>
  );
}
