import { Loaded } from "#web/app/loaded.tsx";
import { useCompetitors, useMay } from "#web/app/me.ts";
import { useWords } from "#web/app/words.ts";
import { Panel } from "#web/kit/panel.tsx";
import { AddEntry } from "#web/settings/add-entry.tsx";
import styles from "#web/settings/section.module.css";

/** In the order of the alphabet. Whoever works on opportunities adds to them. */
export function CompetitorsPanel() {
  const { lists, loading } = useWords().settings;
  const competitors = useCompetitors(true);
  const mayAdd = useMay("opportunities", "write");
  return (
    <Panel title={lists.competitors} count={competitors.data?.data.length} isFlush>
      <Loaded query={competitors} label={loading}>
        {({ data }) => (
          <ul className={styles.rows}>
            {data.length === 0 && <li className={styles.foot}>{lists.competitorsHint}</li>}
            {data.map(({ id, name }) => (
              <li key={id} className={styles.foot}>
                {name}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {mayAdd && <AddEntry label={lists.newOne({ list: lists.competitors })} verb="createCompetitor" queryKey={["competitors"]} />}
    </Panel>
  );
}
