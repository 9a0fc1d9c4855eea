import { useRef } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { DateRange } from "#web/kit/date-range.tsx";
import { formatPercent } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { Link } from "#web/kit/link.tsx";
import { Money } from "#web/kit/money.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { Neighbours } from "#web/app/neighbours.tsx";
import { OpportunityActs, OpportunityStar } from "#web/opportunity/opportunity-menu.tsx";
import { OpportunityBand } from "#web/opportunity/opportunity-band.tsx";
import { PhoneHeader } from "#web/opportunity/phone-header.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { useOpportunityActs } from "#web/opportunity/opportunity-acts.ts";
import { OpportunityPath, useNextStage } from "#web/opportunity/opportunity-path.tsx";
import { StuckBar } from "#web/opportunity/stuck-bar.tsx";
import { AmountSource } from "#web/product/amount-source.tsx";
import { useSaveOpportunity } from "#web/opportunity/use-opportunity.ts";
import { ClientName } from "#web/opportunity/client-name.tsx";
import styles from "#web/opportunity/opportunity-page.module.css";

type OpportunityHeaderProps = {
  readonly one: Opportunity;
  /** Where no place to write in is on screen. */
  readonly onWrite: (() => void) | undefined;
};

/** Name, figures, what can be done, and the way through the stages. */
export function OpportunityHeader({ one, onWrite }: OpportunityHeaderProps) {
  const isPhone = useIsPhone();
  const header = useRef<HTMLElement>(null);
  if (isPhone) return <PhoneHeader one={one} onWrite={onWrite} />;
  return (
    <>
      <StuckBar header={header}>
        <Summary one={one} />
      </StuckBar>
      <header className={styles.header} ref={header}>
        <Trail one={one} />
        <div className={styles.top}>
          <Name one={one} />
          <OpportunityStar one={one} />
          <OpportunityActs one={one} />
        </div>
        <Facts one={one} />
        <OpportunityBand one={one} />
        <OpportunityPath one={one} />
      </header>
    </>
  );
}

/** What the bar repeats: name, stage, amount, the next step. */
function Summary({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const acts = useOpportunityActs();
  const next = useNextStage(one);
  const mayMove = one.outcome === "open" && one.can.edit;
  return (
    <>
      <b>{one.name}</b>
      <span>{one.stageName}</span>
      <span>
        <Money amount={Number(one.amount.amount) === 0 ? null : one.amount.amount} currency={one.currency} isInline isStrong />
      </span>
      {mayMove && next && (
        <Button look="primary" size="small" onPress={() => void acts.move(one, next)}>
          {words.opportunity.act.next}
        </Button>
      )}
    </>
  );
}

function Trail({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  return (
    <div className={styles.trail}>
      <Link href="/opportunities" look="quiet">
        {words.opportunity.title}
      </Link>{" "}
      / <span>{one.number}</span>
      <Neighbours of="opportunities" id={one.id} words={words.opportunity} />
    </div>
  );
}

function Name({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { name: label } = words.opportunity.field;
  const save = useSaveOpportunity(one);
  return (
    <h1 className={styles.name}>
      <InlineField
        label={label}
        value={one.name}
        canEdit={one.can.edit}
        onSave={(name, before) => save({ name: name.trim() }, { name: before })}
        editor={({ draft, change }) => (
          <TextField
            label={label}
            hidesLabel
            autoFocus
            value={draft}
            onChange={change}
            maxLength={200}
            error={draft.trim() === "" ? words.opportunity.create.nameRequired : undefined}
          />
        )}
      >
        {one.name}
      </InlineField>
    </h1>
  );
}

/** The row of figures: client, dates, places, pax at left; money at right, never cut. */
function Facts({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  const save = useSaveOpportunity(one);
  const { locale } = useSurroundings();
  const me = useMe();
  return (
    <div className={styles.facts}>
      <ClientName client={one.client} className={styles.cut} />
      {one.departsOn && <DateRange from={one.departsOn} to={one.returnsOn} />}
      {one.destinations.length > 0 && <span className={styles.cut}>{one.destinations.map((place) => place.place).join(", ")}</span>}
      {one.pax !== null && <span>{words.opportunity.pax({ n: one.pax })}</span>}
      <span className={styles.money}>
        {field.amount}{" "}
        <Money amount={Number(one.amount.amount) === 0 ? null : one.amount.amount} currency={one.currency} isInline isStrong />
        <AmountSource one={one} onSave={(amount) => save({ amount })} />
      </span>
      {me.rights.costs && one.marginPercent !== null && (
        <span>
          {field.margin} <b>{formatPercent(one.marginPercent, locale, 1)}</b>
        </span>
      )}
      {one.objective && (
        <span>
          {field.objective} <Money amount={one.objective.amount} currency={one.currency} isInline isStrong />
        </span>
      )}
    </div>
  );
}
