import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";

type DeleteTeamDialogProps = { name: string; onClose: () => void; onDelete: () => void };

/** It cannot be undone: it is asked first. */
export function DeleteTeamDialog({ name, onClose, onDelete }: DeleteTeamDialogProps) {
  const { people, common } = useAllWords();
  const { teams: say } = people;
  function confirm() {
    onDelete();
    onClose();
  }
  const actions = (
    <>
      <Button look="danger" onPress={confirm}>
        {say.delete}
      </Button>
      <Button look="quiet" onPress={onClose} autoFocus>
        {common.cancel}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} role="alertdialog" size="small" title={say.deleteTitle({ name })} actions={actions}>
      <p>{say.deleteText}</p>
    </Dialog>
  );
}
