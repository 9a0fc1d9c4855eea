import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, ask } from "#web/api/api.ts";
import { Form } from "#web/app/form.tsx";
import { SecretOnce } from "#web/app/secret-once.tsx";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { KEYS } from "#web/settings/api-keys.ts";

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { settings, common } = useAllWords();
  const { security } = settings;
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [readOnly, setReadOnly] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const create = useMutation({
    mutationFn: () => ask("createKey", { body: { name: name.trim(), readOnly } }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEYS }),
  });
  const problem = create.error instanceof ApiProblem ? create.error : undefined;
  function submit() {
    setIsChecked(true);
    if (name.trim() !== "") create.mutate();
  }
  if (create.data) {
    return (
      <Dialog isOpen onClose={onClose} title={security.keyTitle} actions={<Button onPress={onClose}>{common.close}</Button>}>
        <p>{security.keyOnce}</p>
        <SecretOnce label={security.keyHint} secret={create.data.key} />
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onClose={onClose} title={security.newKey}>
      <Form
        onSubmit={submit}
        failure={create.error}
        fields={["name"]}
        actions={
          <Button look="primary" type="submit" isPending={create.isPending}>
            {security.createKey}
          </Button>
        }
      >
        <TextField
          label={security.keyName}
          hint={security.keyNameHint}
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus
          error={isChecked && name.trim() === "" ? common.required : problem?.fieldError("name")}
        />
        <Checkbox label={security.keyReadOnly} isSelected={readOnly} onChange={setReadOnly} />
      </Form>
    </Dialog>
  );
}
