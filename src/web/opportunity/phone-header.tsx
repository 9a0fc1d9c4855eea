import { Flag, Mail, Phone, StickyNote } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { daysBetween } from "#domain/shared/day.ts";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { DateRange } from "#web/kit/date-range.tsx";
import { formatPercent } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Money } from "#web/kit/money.tsx";
import { MoveDialog } from "#web/opportunity/move-dialog.tsx";
import { OpportunityBand } from "#web/opportunity/opportunity-band.tsx";
import { OpportunityPath, useStagePlace } from "#web/opportunity/opportunity-path.tsx";
import { ClientName } from "#web/opportunity/client-name.tsx";
import styles from "#web/opportunity/phone-header.module.css";

type PhoneHeaderProps = { readonly one: Opportunity; readonly onWrite: (() => void) | undefined };

/** The head of the page under the thumb: name, stage in words, four figures, what is done most. */
export function PhoneHeader({ one, onWrite }: PhoneHeaderProps) {
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>{one.name}</h1>
      <p className={styles.client}>
        <ClientName client={one.client} />
      </p>
      <OpportunityBand one={one} />
      <Path one={one} />
      <Facts one={one} />
      <Acts one={one} onWrite={onWrite} />
    </header>
  );
}

function Path({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { today } = useSurroundings();
  const place = useStagePlace(one);
  const visit = one.stageVisits?.find(({ stageId }) => stageId === one.stageId);
  return (
    <>
      <OpportunityPath one={one} look="compact" />
      {one.outcome === "open" && (
        <p className={styles.stage}>
          <b>{one.stageName}</b>{" "}
          <span>
            {visit && `${words.opportunity.since({ days: daysBetween(visit.since, today) })} · `}
            {words.opportunity.position(place)}
          </span>
        </p>
      )}
    </>
  );
}

function Facts({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  const { locale } = useSurroundings();
  const { costs } = useMe().rights;
  return (
    <dl className={styles.facts}>
      <Cell label={field.amount}>
        <Money amount={Number(one.amount.amount) === 0 ? null : one.amount.amount} currency={one.currency} isInline isStrong />
      </Cell>
      {costs ? (
        <Cell label={field.margin}>{one.marginPercent === null ? "–" : formatPercent(one.marginPercent, locale, 1)}</Cell>
      ) : (
        <Cell label={field.objective}>
          <Money amount={one.objective?.amount ?? null} currency={one.currency} isInline isStrong />
        </Cell>
      )}
      <Cell label={words.opportunity.dates}>{one.departsOn ? <DateRange from={one.departsOn} to={one.returnsOn} /> : "–"}</Cell>
      <Cell label={field.participants}>{one.pax === null ? "–" : words.opportunity.pax({ n: one.pax })}</Cell>
    </dl>
  );
}

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** To the main contact, to the colleagues, and to the next stage. */
function Acts({ one, onWrite }: PhoneHeaderProps) {
  const { words } = useSpoken();
  const { act } = words.opportunity;
  const [isMoving, setIsMoving] = useState(false);
  const main = one.contacts?.find(({ isMain }) => isMain);
  const mayMove = one.outcome === "open" && one.can.edit;
  return (
    <div className={styles.acts}>
      {main?.phone?.valid && (
        <a href={`tel:${main.phone.number}`}>
          <Icon of={Phone} size={20} />
          {act.call}
        </a>
      )}
      {main?.email && (
        <a href={`mailto:${main.email}`}>
          <Icon of={Mail} size={20} />
          {words.opportunity.email}
        </a>
      )}
      {onWrite && (
        <button type="button" onClick={onWrite}>
          <Icon of={StickyNote} size={20} />
          {words.message.note}
        </button>
      )}
      {mayMove && (
        <button type="button" onClick={() => setIsMoving(true)}>
          <Icon of={Flag} size={20} />
          {words.opportunity.field.stage}
        </button>
      )}
      {isMoving && <MoveDialog opportunity={one} onClose={() => setIsMoving(false)} />}
    </div>
  );
}
