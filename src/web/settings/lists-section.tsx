import { mayReadTags } from "#domain/tag/policy.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useClientKinds, useLostReasons, useMay, useMe, useSources } from "#web/app/me.ts";
import { useAllWords } from "#web/app/words.ts";
import { CompetitorsPanel } from "#web/settings/competitors-panel.tsx";
import { ListPanel } from "#web/settings/list-panel.tsx";
import { Section } from "#web/settings/section.tsx";
import { TagsPanel } from "#web/settings/tags-panel.tsx";
import { LISTS } from "#web/settings/use-edit-list.ts";
import styles from "#web/settings/section.module.css";

export function ListsSection() {
  const { settings } = useAllWords();
  const { lists, loading } = settings;
  const seesOpportunities = useMay("opportunities", "read");
  const seesTags = mayReadTags(useMe());
  const kinds = useClientKinds();
  const sources = useSources();
  const reasons = useLostReasons();
  return (
    <Section title={settings.section.lists} isOfAgency>
      <div className={styles.two}>
        <Loaded query={kinds} label={loading}>
          {({ data }) => <ListPanel title={lists.clientKinds} list={LISTS.clientKinds} entries={data} />}
        </Loaded>
        <Loaded query={sources} label={loading}>
          {({ data }) => <ListPanel title={lists.sources} list={LISTS.sources} entries={data} />}
        </Loaded>
        <Loaded query={reasons} label={loading}>
          {({ data }) => <ListPanel title={lists.lostReasons} list={LISTS.lostReasons} entries={data} />}
        </Loaded>
        {seesOpportunities && <CompetitorsPanel />}
        {seesTags && <TagsPanel />}
      </div>
    </Section>
  );
}
