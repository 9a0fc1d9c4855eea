import type { Opportunity } from "#contract/opportunity.ts";
import { NextActivityPanel } from "#web/activity/next-activity-panel.tsx";
import { useSpoken } from "#web/app/words.ts";
import { ClientPanel } from "#web/opportunity/client-panel.tsx";
import { ContactsPanel } from "#web/opportunity/contacts-panel.tsx";
import { FollowUpPanel } from "#web/opportunity/follow-up-panel.tsx";
import { ProjectPanel } from "#web/opportunity/project-panel.tsx";
import { useSaveOpportunity } from "#web/opportunity/use-opportunity.ts";
import { ValuePanel } from "#web/opportunity/value-panel.tsx";
import styles from "#web/opportunity/opportunity-page.module.css";

/** Project and value: every value is changed in place. */
export function OpportunityOverview({ one, onPlan }: { one: Opportunity; onPlan: () => void }) {
  const save = useSaveOpportunity(one);
  return (
    <div className={styles.stacked}>
      <Missing one={one} />
      <ProjectPanel one={one} save={save} />
      <NextActivityPanel one={one} onPlan={onPlan} />
      <ValuePanel one={one} save={save} />
    </div>
  );
}

/** Beside every panel: client, contacts and follow-up. */
export function OpportunitySide({ one }: { one: Opportunity }) {
  const save = useSaveOpportunity(one);
  return (
    <div className={styles.stacked}>
      <ClientPanel one={one} />
      <ContactsPanel one={one} />
      <FollowUpPanel one={one} save={save} />
    </div>
  );
}

function Missing({ one }: { one: Opportunity }) {
  const { words, locale } = useSpoken();
  if (one.missing.length === 0 || one.outcome !== "open") return null;
  const list = new Intl.ListFormat(locale).format(one.missing.map((what) => words.opportunity.missing[what]));
  return <p className={styles.missing}>{words.opportunity.missingList({ list })}</p>;
}
