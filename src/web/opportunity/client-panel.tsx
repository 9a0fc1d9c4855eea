import { useQuery } from "@tanstack/react-query";
import type { Opportunity } from "#contract/opportunity.ts";
import { ask } from "#web/api/api.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Panel } from "#web/kit/panel.tsx";
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
    <Panel title={words.opportunity.panel.client}>
      <p className={styles.line}>
        <b>{one.client.name}</b>
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
