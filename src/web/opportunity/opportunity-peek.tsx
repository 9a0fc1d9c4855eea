import type { Opportunity } from "#contract/opportunity.ts";
import { NextActivityPanel } from "#web/activity/next-activity-panel.tsx";
import { useActivityDialog } from "#web/activity/use-activity-dialog.tsx";
import { Loaded } from "#web/app/loaded.tsx";
import { useMe } from "#web/app/me.ts";
import type { Peeked } from "#web/app/peek-area.tsx";
import { PeekPanel } from "#web/app/peek-panel.tsx";
import { useSpoken } from "#web/app/words.ts";
import { DateRange } from "#web/kit/date-range.tsx";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { formatDay, formatPercent } from "#web/kit/format.ts";
import { Block } from "#web/kit/loading-frame.tsx";
import { Money } from "#web/kit/money.tsx";
import { StarMark } from "#web/kit/star-button.tsx";
import { ClientName } from "#web/opportunity/client-name.tsx";
import { ContactsPanel } from "#web/opportunity/contacts-panel.tsx";
import { OpportunityBand } from "#web/opportunity/opportunity-band.tsx";
import { OpportunityPath } from "#web/opportunity/opportunity-path.tsx";
import { useOpportunity } from "#web/opportunity/use-opportunity.ts";
import { LastEvents } from "#web/timeline/last-events.tsx";
import styles from "#web/app/peek-area.module.css";

/** An opportunity beside its list or board. */
export function OpportunityPeek({ id, close }: Peeked) {
  const { words } = useSpoken();
  const query = useOpportunity(id);
  return (
    <PeekPanel name={query.data?.name} href={`/opportunities/${id}`} onClose={close}>
      <Loaded query={query} label={words.opportunity.loadingOne} frame={<Block height={320} />}>
        {(one) => <Content key={one.id} one={one} />}
      </Loaded>
    </PeekPanel>
  );
}

function Content({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { planFor, dialog } = useActivityDialog({
    owner: { opportunityId: one.id },
    group: words.opportunity.title,
    clientId: one.client.id,
  });
  return (
    <>
      <p className={styles.line}>
        {one.priority && <StarMark label={words.opportunity.priority} />}
        <span>{one.number}</span>
        <span>{one.stageName}</span>
      </p>
      <OpportunityBand one={one} />
      <OpportunityPath one={one} look="compact" />
      <Facts one={one} />
      <NextActivityPanel one={one} onPlan={() => planFor({ opportunityId: one.id })} />
      <ContactsPanel one={one} />
      <LastEvents owner="opportunities" id={one.id} />
      {dialog}
    </>
  );
}

function Facts({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  const { locale } = useSpoken();
  const me = useMe();
  return (
    <FactsList>
      <Fact label={field.client}>
        <ClientName client={one.client} />
      </Fact>
      <Fact label={field.departsOn}>{one.departsOn ? <DateRange from={one.departsOn} to={one.returnsOn} /> : "–"}</Fact>
      <Fact label={field.destinations}>{one.destinations.map(({ place }) => place).join(", ") || "–"}</Fact>
      <Fact label={field.pax}>{one.pax ?? "–"}</Fact>
      <Fact label={field.amount}>
        <Money amount={Number(one.amount.amount) === 0 ? null : one.amount.amount} currency={one.currency} isInline isStrong />
      </Fact>
      {me.rights.costs && one.marginPercent !== null && <Fact label={field.margin}>{formatPercent(one.marginPercent, locale, 1)}</Fact>}
      {one.outcome === "open" && (
        <Fact label={field.expectedCloseOn}>{one.expectedCloseOn ? formatDay(one.expectedCloseOn, locale) : "–"}</Fact>
      )}
      <Fact label={field.manager}>{one.manager?.name ?? "–"}</Fact>
    </FactsList>
  );
}
