import { useState } from "react";
import { useCompetitors, useLostReasons } from "#web/app/me.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { Select } from "#web/kit/select.tsx";
import { TextArea } from "#web/kit/text-area.tsx";
import { useOpportunityActs, type Actable } from "#web/opportunity/opportunity-acts.ts";
import styles from "#web/opportunity/lose-dialog.module.css";

const NOBODY = "nobody";

/** A reason is required; to whom, and a comment, if known. */
export function LoseDialog({ opportunity, onClose }: { opportunity: Actable; onClose: () => void }) {
  const words = useWords();
  const { lose: say } = words.opportunity;
  const acts = useOpportunityActs();
  const reasons = useLostReasons().data?.data ?? [];
  const competitors = useCompetitors(true).data?.data ?? [];
  const [reasonId, setReasonId] = useState<string>();
  const [competitorId, setCompetitorId] = useState(NOBODY);
  const [comment, setComment] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const confirm = async (): Promise<void> => {
    setIsAsked(true);
    if (reasonId === undefined) return;
    setIsPending(true);
    const isDone = await acts.lose(opportunity, {
      reasonId,
      competitorId: competitorId === NOBODY ? null : competitorId,
      comment: comment.trim() || null,
    });
    setIsPending(false);
    if (isDone) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.title(opportunity)}
      actions={
        <>
          <Button look="danger" onPress={() => void confirm()} isPending={isPending}>
            {say.confirm}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <div className={styles.fields}>
        <RadioGroup
          label={say.reason}
          options={reasons.map((one) => ({ id: one.id, label: one.name }))}
          value={reasonId ?? ""}
          onChange={setReasonId}
          autoFocus
          {...(isAsked && reasonId === undefined ? { error: say.reasonRequired } : {})}
        />
        {competitors.length > 0 && (
          <Select
            label={say.competitor}
            isOptional
            options={[{ id: NOBODY, label: say.newCompetitor }, ...competitors.map((one) => ({ id: one.id, label: one.name }))]}
            value={competitorId}
            onChange={(id) => setCompetitorId(id ?? NOBODY)}
          />
        )}
        <TextArea label={say.comment} isOptional value={comment} onChange={setComment} lines={3} maxLength={2000} />
      </div>
    </Dialog>
  );
}
