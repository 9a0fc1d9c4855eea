import { Ellipsis, Plus } from "lucide-react";
import { useState } from "react";
import { SortableList } from "#web/app/sortable-list.tsx";
import { useAllWords } from "#web/app/words.ts";
import { announce } from "#web/kit/announce.tsx";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { NewStageDialog } from "#web/settings/new-stage-dialog.tsx";
import { StageRow } from "#web/settings/stage-row.tsx";
import { useEditPipelines, type Pipeline, type Stage } from "#web/settings/use-edit-pipelines.ts";
import panel from "#web/kit/panel.module.css";
import styles from "#web/settings/section.module.css";

type PipelinePanelProps = { pipeline: Pipeline; canEdit: boolean; isOnly: boolean };

export function PipelinePanel({ pipeline, canEdit, isOnly }: PipelinePanelProps) {
  const { pipelines: words } = useAllWords().settings;
  const { editPipeline } = useEditPipelines();
  const [isAdding, setIsAdding] = useState(false);
  const { name, stages } = pipeline;
  function move(stage: Stage, position: number) {
    const order = stages.filter(({ id }) => id !== stage.id).toSpliced(position, 0, stage);
    editPipeline(pipeline, { stageIds: order.map(({ id }) => id) });
    announce(words.moved({ name: stage.name, position: position + 1, count: stages.length }));
  }
  return (
    <section aria-label={name} className={`${panel.panel} ${panel.flush}`}>
      <PipelineHeader pipeline={pipeline} canEdit={canEdit} isOnly={isOnly} />
      <div aria-hidden className={styles.heads}>
        <span className={styles.stage}>{words.stage}</span>
        <span className={styles.probability}>{words.probability}</span>
        <span className={styles.stale}>{words.stale}</span>
        <span className={styles.open} />
      </div>
      <SortableList
        label={words.stages({ name })}
        items={stages}
        nameOf={(stage) => stage.name}
        onMove={move}
        dragLabel={(stage) => words.drag({ name: stage })}
        canMove={canEdit && stages.length > 1}
      >
        {(stage) => (
          <StageRow
            stage={stage}
            place={{ index: stages.indexOf(stage), count: stages.length }}
            canEdit={canEdit}
            onMove={(position) => move(stage, position)}
          />
        )}
      </SortableList>
      {canEdit && (
        <div className={styles.foot}>
          <Button size="small" look="quiet" icon={<Icon of={Plus} />} onPress={() => setIsAdding(true)}>
            {words.addStage}
          </Button>
        </div>
      )}
      {isAdding && <NewStageDialog pipeline={pipeline} onClose={() => setIsAdding(false)} />}
    </section>
  );
}

function PipelineHeader({ pipeline, canEdit, isOnly }: PipelinePanelProps) {
  const { pipelines: words } = useAllWords().settings;
  const { editPipeline, deletePipeline } = useEditPipelines();
  const { name, stages } = pipeline;
  const open = stages.reduce((sum, stage) => sum + stage.openOpportunities, 0);
  const reason = isOnly ? words.lastPipeline : open > 0 ? words.inUse({ count: open }) : undefined;
  return (
    <header className={panel.header}>
      <h2 className={panel.title}>
        <InlineField
          label={words.name}
          value={name}
          canEdit={canEdit}
          onSave={(next) => next.trim() !== "" && editPipeline(pipeline, { name: next.trim() })}
          editor={({ draft, change }) => (
            <TextField label={words.name} hidesLabel value={draft} onChange={change} maxLength={60} autoFocus />
          )}
        >
          {name}
        </InlineField>
      </h2>
      <div className={panel.action}>
        <span className={styles.quiet}>{words.open({ count: open })}</span>
        {canEdit && (
          <Menu
            trigger={<IconButton icon={Ellipsis} label={words.actions({ name })} size="small" />}
            label={words.actions({ name })}
            onAction={() => deletePipeline(pipeline)}
            groups={[{ id: "acts", items: [{ id: "delete", label: words.deletePipeline, isDanger: true, disabledReason: reason }] }]}
          />
        )}
      </div>
    </header>
  );
}
