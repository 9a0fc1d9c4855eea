import { useQuery } from "@tanstack/react-query";
import type { Opportunity } from "#contract/opportunity.ts";
import { ask } from "#web/api/api.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { ClientName } from "#web/opportunity/client-name.tsx";
import styles from "#web/opportunity/opportunity-page.module.css";

/** Who carries the project: kind, city, how to reach. */
export function ClientPanel({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const maySee = useMay("clients", "read");
  const client = useQuery({
    queryKey: ["clients", "one", one.client.id],
    queryFn: ({ signal }) => ask("showClient", { params: { id: one.client.id } }, { signal }),
    enabled: maySee,
    retry: false,
  }).data;
  const about = [client?.kindName, client?.address.city].filter(Boolean).join(" · ");
  return (
    <Panel title={words.opportunity.panel.client} action={maySee && <Link href={`/clients/${one.client.id}`}>{words.common.open}</Link>}>
      <p className={styles.line}>
        <b>
          <ClientName client={one.client} />
        </b>
      </p>
      {about !== "" && <p className={styles.line}>{about}</p>}
      {client?.phone?.valid && (
        <p className={styles.line}>
          <a href={`tel:${client.phone.number}`}>{client.phone.national}</a>
        </p>
      )}
    </Panel>
  );
}
