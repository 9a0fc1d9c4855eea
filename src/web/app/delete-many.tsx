import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";

/** More than a page is asked before it is deleted; the rest is undone by Z. */
export const ASKED_ABOVE = 50;

type DeleteManyProps = {
  readonly isOpen: boolean;
  readonly title: string;
  readonly label: string;
  readonly onClose: () => void;
  readonly onDelete: () => void;
};

export function DeleteMany({ isOpen, title, label, onClose, onDelete }: DeleteManyProps) {
  const { common } = useWords();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      size="small"
      title={title}
      actions={
        <>
          <Button
            look="danger"
            onPress={() => {
              onClose();
              onDelete();
            }}
          >
            {label}
          </Button>
          <Button onPress={onClose}>{common.cancel}</Button>
        </>
      }
    >
      {null}
    </Dialog>
  );
}
