import type { Opportunity } from "#contract/opportunity.ts";
import { NextActivityPanel } from "#web/activity/next-activity-panel.tsx";
import type { RecordEdits } from "#web/app/record-edits.ts";
import { useSpoken } from "#web/app/words.ts";
import { CustomPanels, type CustomChange } from "#web/custom-field/custom-panels.tsx";
import { missingLabels, useCustomFields } from "#web/custom-field/use-custom-fields.ts";
import { ClientPanel } from "#web/opportunity/client-panel.tsx";
import { ContactsPanel } from "#web/opportunity/contacts-panel.tsx";
import { FollowUpPanel } from "#web/opportunity/follow-up-panel.tsx";
import { ProjectPanel } from "#web/opportunity/project-panel.tsx";
import { useSaveOpportunity, type SaveChange } from "#web/opportunity/use-opportunity.ts";
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
      <CustomPanels recordType="opportunity" values={one.custom} edits={editsOf(one, save)} />
    </div>
  );
}

/** Two people on one field are asked on the page, not where the field stands. */
function editsOf(one: Opportunity, save: SaveChange): RecordEdits<CustomChange> {
  return { canEdit: one.can.edit, conflict: undefined, save: ({ change }) => save(change) };
}

/** Beside every panel: client, contacts and follow-up. */
export function OpportunitySide({ one, withoutContacts = false }: { one: Opportunity; withoutContacts?: boolean }) {
  const save = useSaveOpportunity(one);
  return (
    <div className={styles.stacked}>
      <ClientPanel one={one} />
      {!withoutContacts && <ContactsPanel one={one} />}
      <FollowUpPanel one={one} save={save} />
    </div>
  );
}

function Missing({ one }: { one: Opportunity }) {
  const { words, locale } = useSpoken();
  const important = missingLabels(useCustomFields("opportunity"), one.custom);
  const missing = [...one.missing.map((what) => words.opportunity.missing[what]), ...important];
  if (missing.length === 0 || one.outcome !== "open") return null;
  return <p className={styles.missing}>{words.opportunity.missingList({ list: new Intl.ListFormat(locale).format(missing) })}</p>;
}
