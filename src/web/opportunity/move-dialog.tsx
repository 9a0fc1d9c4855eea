import { useState } from "react";
import { usePipelines } from "#web/app/me.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import type { MoveTo } from "#web/opportunity/opportunity-dialogs.tsx";
import { useOpportunityActs, type Actable } from "#web/opportunity/opportunity-acts.ts";

type MoveDialogProps = {
  readonly opportunity: Actable;
  /** Only the stages of the other pipelines. */
  readonly isElsewhere?: boolean;
  readonly onClose: () => void;
  readonly onMove?: MoveTo;
};

/** "Move to…": every stage of every pipeline, for the keyboard and for touch. */
export function MoveDialog({ opportunity, isElsewhere = false, onClose, onMove }: MoveDialogProps) {
  const words = useWords();
  const acts = useOpportunityActs();
  const pipelines = usePipelines().data?.data ?? [];
  const [stageId, setStageId] = useState(opportunity.stageId);
  const [isPending, setIsPending] = useState(false);
  const offered = pipelines.filter((pipeline) => !isElsewhere || pipeline.id !== opportunity.pipelineId);
  const stages = offered.flatMap((pipeline) =>
    pipeline.stages.map((stage) => ({
      id: stage.id,
      name: stage.name,
      label: pipelines.length > 1 ? `${pipeline.name} · ${stage.name}` : stage.name,
    })),
  );
  const move = async (): Promise<void> => {
    const stage = stages.find((one) => one.id === stageId);
    if (!stage || stageId === opportunity.stageId) return onClose();
    setIsPending(true);
    if (onMove) {
      onClose();
      return void onMove(opportunity, stage);
    }
    await acts.move(opportunity, stage);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={words.opportunity.move.title(opportunity)}
      actions={
        <>
          <Button look="primary" onPress={() => void move()} isPending={isPending}>
            {words.opportunity.move.confirm}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <RadioGroup
        label={words.opportunity.move.stage}
        options={stages}
        value={stageId}
        onChange={setStageId}
        autoFocus
        onEnter={() => void move()}
      />
    </Dialog>
  );
}
