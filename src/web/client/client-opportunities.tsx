import { useState } from "react";
import type { Client } from "#contract/client.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { OpportunityRows } from "#web/client/opportunity-rows.tsx";
import {
  useClosedOpportunities,
  useLiveTotals,
  useOpenOpportunities,
  type OpportunityOwner,
} from "#web/client/use-client-opportunities.ts";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Segmented } from "#web/kit/segmented.tsx";
import styles from "#web/app/record-page.module.css";

const SHOWN = 8;
type Shown = "all" | "open" | "closed";

/** Those of a client: the open ones first, then by departure; above eight the rest is a link away. */
export function ClientOpportunities({ client }: { client: Client }) {
  return <OpportunitiesOf owner={{ clientId: client.id }} lost={client.opportunities?.lost ?? 0} />;
}

type OpportunitiesOfProps = {
  readonly owner: OpportunityOwner;
  readonly lost?: number;
  readonly showsClient?: boolean;
  readonly isNarrow?: boolean;
};

export function OpportunitiesOf({ owner, lost, showsClient = false, isNarrow = false }: OpportunitiesOfProps) {
  const { words } = useSpoken();
  const say = words.client.opportunities;
  const [shown, setShown] = useState<Shown>("all");
  const maySee = useMay("opportunities", "read");
  const open = useOpenOpportunities(owner);
  const closed = useClosedOpportunities(owner);
  const totals = useLiveTotals(owner);
  if (!maySee) return null;
  const counts = { open: open.data?.totals?.count ?? 0, closed: closed.data?.totals?.count ?? 0 };
  const count = { all: counts.open + counts.closed, ...counts };
  const rows = [...(shown === "closed" ? [] : (open.data?.data ?? [])), ...(shown === "open" ? [] : (closed.data?.data ?? []))].slice(
    0,
    SHOWN,
  );
  const isKnown = open.data !== undefined && closed.data !== undefined;
  const choices = (["all", "open", "closed"] as const).map((id) => ({ id, label: say.shown[id] }));
  const more = count[shown] - rows.length;
  const lostCount = lost ?? Math.max(0, count.all - (totals?.count ?? count.all));
  return (
    <Panel
      title={words.client.panel.opportunities}
      count={isKnown ? count.all : undefined}
      isFlush
      action={
        counts.open > 0 &&
        counts.closed > 0 && <Segmented label={say.stage} options={choices} value={shown} onChange={(id) => setShown(id as Shown)} />
      }
    >
      {isKnown && count.all === 0 && <p className={styles.none}>{say.none}</p>}
      {isKnown && rows.length > 0 && (
        <OpportunityRows
          rows={rows}
          totals={shown === "all" ? totals : undefined}
          lost={lostCount}
          showsClient={showsClient}
          isNarrow={isNarrow}
        />
      )}
      {more > 0 && (
        <p className={styles.more}>
          <Link href={`/opportunities/list?${new URLSearchParams({ ...owner, outcome: shown === "open" ? "open" : "all" })}`}>
            {say.more({ n: more })}
          </Link>
        </p>
      )}
    </Panel>
  );
}
