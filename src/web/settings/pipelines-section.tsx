import { useState } from "react";
import { Loaded } from "#web/app/loaded.tsx";
import { useMay, usePipelines } from "#web/app/me.ts";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { NewPipelineDialog } from "#web/settings/new-pipeline-dialog.tsx";
import { PipelinePanel } from "#web/settings/pipeline-panel.tsx";
import { Section } from "#web/settings/section.tsx";

export function PipelinesSection() {
  const { settings } = useAllWords();
  const canEdit = useMay("settings", "write");
  const pipelines = usePipelines();
  const [isAdding, setIsAdding] = useState(false);
  const first = pipelines.data?.data[0];
  const add = canEdit && first && <Button onPress={() => setIsAdding(true)}>{settings.pipelines.add}</Button>;
  return (
    <Section title={settings.section.pipelines} text={settings.pipelines.outcomes} action={add} isOfAgency>
      <Loaded query={pipelines} label={settings.loading}>
        {({ data }) =>
          data.map((pipeline) => <PipelinePanel key={pipeline.id} pipeline={pipeline} canEdit={canEdit} isOnly={data.length === 1} />)
        }
      </Loaded>
      {isAdding && first && <NewPipelineDialog model={first} onClose={() => setIsAdding(false)} />}
    </Section>
  );
}
