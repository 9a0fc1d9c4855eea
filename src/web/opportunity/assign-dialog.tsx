import { useState } from "react";
import { usePeople } from "#web/app/me.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { useOpportunityActs, type Actable } from "#web/opportunity/opportunity-acts.ts";

/** Who follows it from now on. */
export function AssignDialog({ opportunity, onClose }: { opportunity: Actable; onClose: () => void }) {
  const words = useWords();
  const { assign: say } = words.opportunity;
  const acts = useOpportunityActs();
  const people = usePeople().data?.data.filter((person) => person.active) ?? [];
  const before = opportunity.manager?.id ?? "";
  const [managerId, setManagerId] = useState(before);
  const [isPending, setIsPending] = useState(false);
  const assign = async (): Promise<void> => {
    const person = people.find((one) => one.id === managerId);
    if (!person || managerId === before) return onClose();
    setIsPending(true);
    await acts.assign(opportunity, person);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={say.title(opportunity)}
      actions={
        <>
          <Button look="primary" onPress={() => void assign()} isPending={isPending}>
            {say.confirm}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <RadioGroup
        label={words.opportunity.field.manager}
        options={people.map((person) => ({ id: person.id, label: person.name }))}
        value={managerId}
        onChange={setManagerId}
        autoFocus
        onEnter={() => void assign()}
      />
    </Dialog>
  );
}
