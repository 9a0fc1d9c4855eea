import { useState } from "react";
import type { User } from "#contract/user.ts";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { Select } from "#web/kit/select.tsx";

const NOBODY = "nobody";

type DeactivateDialogProps = { user: User; users: readonly User[]; onClose: () => void; onDeactivate: (heir: string | undefined) => void };

/** Asks where the open opportunities go; without any there is nothing to choose. */
export function DeactivateDialog({ user, users, onClose, onDeactivate }: DeactivateDialogProps) {
  const { people, common } = useAllWords();
  const { user: say } = people;
  const [heir, setHeir] = useState<string | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const hasOpen = user.openOpportunities > 0;
  const others = users.filter((other) => other.active && other.id !== user.id).map(({ id, name }) => ({ id, label: name }));
  function submit() {
    setIsChecked(true);
    if (!hasOpen || heir === NOBODY) onDeactivate(undefined);
    else if (heir !== null) onDeactivate(heir);
  }
  const actions = (
    <>
      <Button look="danger" onPress={submit}>
        {say.deactivate}
      </Button>
      <Button look="quiet" onPress={onClose}>
        {common.cancel}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={say.deactivateTitle({ name: user.name })} actions={actions}>
      <p>{say.deactivateText({ name: user.name })}</p>
      {hasOpen && (
        <Select
          label={say.handOver({ count: user.openOpportunities })}
          options={[...others, { id: NOBODY, label: say.nobody }]}
          value={heir}
          onChange={setHeir}
          placeholder="…"
          error={isChecked && heir === null ? common.required : undefined}
          autoFocus
        />
      )}
    </Dialog>
  );
}
