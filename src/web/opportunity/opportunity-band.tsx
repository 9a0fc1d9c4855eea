import type { Opportunity } from "#contract/opportunity.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatDay } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useOpportunityActs } from "#web/opportunity/opportunity-acts.ts";
import styles from "#web/opportunity/opportunity-page.module.css";

/** How and when it ended, and the way back. */
export function OpportunityBand({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const acts = useOpportunityActs();
  if (one.outcome === "open") return null;
  const day = one.closedOn === null ? "–" : formatDay(one.closedOn, locale);
  const said = [
    one.outcome === "won" ? words.opportunity.wonBand({ day }) : words.opportunity.lostBand({ day }),
    one.lostReasonName,
    one.competitor && words.opportunity.against(one.competitor),
    one.lostComment,
  ].filter(Boolean);
  return (
    <div className={one.outcome === "won" ? styles.won : styles.lost}>
      <span>{said.join(" · ")}</span>
      {one.can.close && (
        <Button size="small" onPress={() => void acts.reopen(one)}>
          {words.opportunity.act.reopen}
        </Button>
      )}
    </div>
  );
}
