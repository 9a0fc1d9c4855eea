import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { PROBABILITY_PERCENT, STALE_DAYS } from "#domain/pipeline/pipeline.ts";
import { ApiProblem, ask } from "#web/api/api.ts";
import { Form } from "#web/app/form.tsx";
import { nameProblem } from "#web/app/problem-text.ts";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { PIPELINES, type Pipeline } from "#web/settings/use-edit-pipelines.ts";

type NewStageDialogProps = { pipeline: Pipeline; onClose: () => void };

/** At the end of its pipeline; it is moved afterwards. */
export function NewStageDialog({ pipeline, onClose }: NewStageDialogProps) {
  const { settings, common } = useAllWords();
  const { pipelines: say } = settings;
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [probability, setProbability] = useState<number | null>(pipeline.stages.at(-1)?.probabilityPercent ?? 50);
  const [staleDays, setStaleDays] = useState<number | null>(7);
  const [isChecked, setIsChecked] = useState(false);
  const create = useMutation({
    mutationFn: (body: { name: string; probabilityPercent: number; staleDays: number }) =>
      ask("createStage", { params: { id: pipeline.id }, body: { ...body, position: pipeline.stages.length } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: PIPELINES });
      void client.invalidateQueries({ queryKey: ["opportunities"] });
      onClose();
    },
  });
  const problem = create.error instanceof ApiProblem ? create.error : undefined;
  const missing = (value: unknown) => (isChecked && (value === null || value === "") ? common.required : undefined);
  function submit() {
    setIsChecked(true);
    if (name.trim() !== "" && probability !== null && staleDays !== null)
      create.mutate({ name: name.trim(), probabilityPercent: probability, staleDays });
  }
  return (
    <Dialog isOpen onClose={onClose} title={say.addStage} size="small">
      <Form
        onSubmit={submit}
        failure={create.error}
        fields={["name", "probabilityPercent", "staleDays"]}
        actions={
          <Button look="primary" type="submit" isPending={create.isPending}>
            {common.add}
          </Button>
        }
      >
        <TextField
          label={say.stageName}
          value={name}
          onChange={setName}
          maxLength={60}
          autoFocus
          error={missing(name.trim()) ?? nameProblem(problem)}
        />
        <NumberField
          label={say.probability}
          value={probability}
          onChange={setProbability}
          {...PROBABILITY_PERCENT}
          unit="%"
          error={missing(probability) ?? problem?.fieldError("probabilityPercent")}
        />
        <NumberField
          label={say.stale}
          value={staleDays}
          onChange={setStaleDays}
          {...STALE_DAYS}
          unit={say.daysUnit}
          error={missing(staleDays) ?? problem?.fieldError("staleDays")}
        />
      </Form>
    </Dialog>
  );
}
