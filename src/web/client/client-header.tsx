import { useNavigate } from "@tanstack/react-router";
import { Ellipsis, Plus } from "lucide-react";
import type { Client } from "#contract/client.ts";
import { countryName } from "#web/app/countries.ts";
import { openCreateSheet } from "#web/app/create-store.ts";
import { useMay } from "#web/app/me.ts";
import { RecordName } from "#web/app/record-name.tsx";
import { Neighbours } from "#web/app/neighbours.tsx";
import { useSpoken } from "#web/app/words.ts";
import { useClientActs } from "#web/client/client-acts.ts";
import type { ClientEdits } from "#web/client/use-client-edits.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Link } from "#web/kit/link.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import styles from "#web/app/record-page.module.css";

/** Name, what kind of client, whose, and what can be done. */
export function ClientHeader({ client, edits }: { client: Client; edits: ClientEdits }) {
  const { words, locale } = useSpoken();
  const say = words.client;
  const isPhone = useIsPhone();
  const mayCreate = useMay("opportunities", "write");
  const { city, country } = client.address;
  const place = [city, country && countryName(country, locale)].filter(Boolean).join(", ");
  return (
    <header className={styles.header}>
      <div className={styles.trail}>
        <Link href="/clients" look="quiet">
          {say.title}
        </Link>
        <Neighbours of="clients" id={client.id} words={say} />
      </div>
      <div className={styles.top}>
        <RecordName
          edits={edits}
          label={say.field.name}
          value={client.name}
          changeOf={(name) => ({ name })}
          required={say.create.nameRequired}
        />
        <Pill kind={client.status === "client" ? "success" : "neutral"}>{say.status[client.status]}</Pill>
      </div>
      <div className={styles.acts}>
        {mayCreate && (
          <Button
            look="primary"
            icon={<Icon of={Plus} />}
            onPress={() => openCreateSheet({ clientId: client.id, clientName: client.name })}
          >
            {say.newOpportunity}
          </Button>
        )}
        {!isPhone && <ClientMenu client={client} />}
      </div>
      <div className={styles.facts}>
        {client.kindName && <span>{client.kindName}</span>}
        {place !== "" && <span>{place}</span>}
        {client.manager && (
          <span>
            <Avatar name={client.manager.name} size={20} isDecorative /> {client.manager.name}
          </span>
        )}
      </div>
    </header>
  );
}

export function ClientMenu({ client }: { client: Client }) {
  const { act } = useSpoken().words.client;
  const acts = useClientActs();
  const navigate = useNavigate();
  const run = async (id: string): Promise<void> => {
    if (id === "copy") await navigator.clipboard.writeText(location.href);
    if (id === "delete" && (await acts.remove(client))) await navigate({ to: "/clients" });
  };
  const items = [{ id: "copy", label: act.copyLink }, ...(client.can.delete ? [{ id: "delete", label: act.delete, isDanger: true }] : [])];
  return (
    <Menu
      label={act.more}
      trigger={<IconButton icon={Ellipsis} label={act.more} />}
      groups={[{ id: "acts", items }]}
      onAction={(id) => void run(id)}
    />
  );
}
