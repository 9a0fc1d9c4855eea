import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { Form } from "#web/app/form.tsx";
import { nameProblem } from "#web/app/problem-text.ts";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { PIPELINES, type Pipeline } from "#web/settings/use-edit-pipelines.ts";

type NewPipelineDialogProps = { /** Its stages are copied. */ model: Pipeline; onClose: () => void };

export function NewPipelineDialog({ model, onClose }: NewPipelineDialogProps) {
  const { settings, common } = useAllWords();
  const { pipelines: say } = settings;
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const create = useMutation({
    mutationFn: () => {
      const stages = model.stages.map((stage) => ({
        name: stage.name,
        probabilityPercent: stage.probabilityPercent,
        staleDays: stage.staleDays,
      }));
      return ask("createPipeline", { body: { name: name.trim(), stages } });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: PIPELINES });
      onClose();
    },
  });
  function submit() {
    setIsChecked(true);
    if (name.trim() !== "") create.mutate();
  }
  return (
    <Dialog isOpen onClose={onClose} title={say.add} size="small">
      <Form
        onSubmit={submit}
        failure={create.error}
        fields={["name"]}
        actions={
          <Button look="primary" type="submit" isPending={create.isPending}>
            {common.create}
          </Button>
        }
      >
        <TextField
          label={say.name}
          hint={say.stagesFrom({ name: model.name })}
          value={name}
          onChange={setName}
          maxLength={60}
          autoFocus
          error={isChecked && name.trim() === "" ? common.required : nameProblem(create.error)}
        />
      </Form>
    </Dialog>
  );
}
