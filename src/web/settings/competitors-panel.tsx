import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { ask, type Answer } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useCompetitors, useMay } from "#web/app/me.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllWords } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { AddEntry } from "#web/settings/add-entry.tsx";
import styles from "#web/settings/section.module.css";

type Competitor = Answer<"listCompetitors">["data"][number];
const COMPETITORS = ["competitors"] as const;

/** In the order of the alphabet. Whoever works on opportunities adds to them; renaming and removing is for the settings right. */
export function CompetitorsPanel() {
  const { lists, loading } = useAllWords().settings;
  const competitors = useCompetitors(true);
  const mayAdd = useMay("opportunities", "write");
  return (
    <Panel title={lists.competitors} count={competitors.data?.data.length} isFlush>
      <Loaded query={competitors} label={loading}>
        {({ data }) => (
          <ul className={styles.rows}>
            {data.length === 0 && <li className={styles.foot}>{lists.competitorsHint}</li>}
            {data.map((competitor) => (
              <Row key={competitor.id} competitor={competitor} />
            ))}
          </ul>
        )}
      </Loaded>
      {mayAdd && <AddEntry label={lists.newOne({ list: lists.competitors })} verb="createCompetitor" queryKey={COMPETITORS} />}
    </Panel>
  );
}

function Row({ competitor }: { competitor: Competitor }) {
  const { lists } = useAllWords().settings;
  const canEdit = useMay("settings", "write");
  const { name, met } = competitor;
  const { rename, remove } = useEditCompetitor(competitor);
  return (
    <li className={styles.competitor}>
      <span className={styles.stage}>
        <InlineField
          label={lists.name}
          value={name}
          canEdit={canEdit}
          onSave={(next) => next.trim() !== "" && rename(next.trim())}
          editor={({ draft, change }) => (
            <TextField label={lists.name} hidesLabel value={draft} onChange={change} maxLength={120} autoFocus />
          )}
        >
          {name}
        </InlineField>
      </span>
      <span className={styles.quiet}>{met === 0 ? lists.unused : lists.inUse({ count: met })}</span>
      {canEdit && <IconButton icon={Trash2} size="small" label={lists.takeOff({ name })} onPress={remove} />}
    </li>
  );
}

function useEditCompetitor({ id, version, name }: Competitor) {
  const client = useQueryClient();
  const report = useReport();
  const { offerUndo } = useUndo();
  const { deleted } = useAllWords().settings.lists;
  const { mutate } = useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onError: (error) => report(error, COMPETITORS),
    onSettled: () => client.invalidateQueries({ queryKey: COMPETITORS }),
  });
  const versioned = [{ params: { id } }, { ifMatch: version }] as const;
  return {
    rename: (next: string) => mutate(() => ask("editCompetitor", { ...versioned[0], body: { name: next } }, versioned[1])),
    remove: () =>
      mutate(async () => {
        await ask("deleteCompetitor", ...versioned);
        offerUndo(deleted({ name }));
      }),
  };
}
