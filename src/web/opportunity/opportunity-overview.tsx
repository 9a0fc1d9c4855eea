import type { Opportunity } from "#contract/opportunity.ts";
import { useSpoken } from "#web/app/words.ts";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { FollowUpPanel } from "#web/opportunity/follow-up-panel.tsx";
import { ProjectPanel } from "#web/opportunity/project-panel.tsx";
import { useSaveOpportunity } from "#web/opportunity/use-opportunity.ts";
import { ValuePanel } from "#web/opportunity/value-panel.tsx";
import styles from "#web/opportunity/opportunity-page.module.css";

/** Project and value at left; client, contacts and follow-up at right. Every value is changed in place. */
export function OpportunityOverview({ one }: { one: Opportunity }) {
  const save = useSaveOpportunity(one);
  return (
    <div className={styles.columns}>
      <div className={styles.left}>
        <Missing one={one} />
        <ProjectPanel one={one} save={save} />
        <ValuePanel one={one} save={save} />
      </div>
      <div className={styles.right}>
        <Client one={one} />
        {one.contacts && <Contacts contacts={one.contacts} />}
        <FollowUpPanel one={one} save={save} />
      </div>
    </div>
  );
}

function Missing({ one }: { one: Opportunity }) {
  const { words, locale } = useSpoken();
  if (one.missing.length === 0 || one.outcome !== "open") return null;
  const list = new Intl.ListFormat(locale).format(one.missing.map((what) => words.opportunity.missing[what]));
  return <p className={styles.missing}>{words.opportunity.missingList({ list })}</p>;
}

function Client({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  return (
    <Panel title={words.opportunity.panel.client}>
      <p className={styles.line}>
        <b>{one.client.name}</b>
      </p>
    </Panel>
  );
}

type ContactsProps = { readonly contacts: NonNullable<Opportunity["contacts"]> };

function Contacts({ contacts }: ContactsProps) {
  const { words } = useSpoken();
  return (
    <Panel title={words.opportunity.panel.contacts} count={contacts.length}>
      {contacts.length === 0 && <p className={styles.line}>{words.opportunity.noContact}</p>}
      <ul className={styles.people}>
        {contacts.map((person) => (
          <li key={person.id}>
            <b>{person.name}</b> {person.isMain && <Pill>{words.opportunity.mainContact}</Pill>}
            <br />
            {person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>}{" "}
            {person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
