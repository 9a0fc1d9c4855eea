import { useState, type ReactNode } from "react";
import { closeNewRecord } from "#web/app/new-record-store.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { Sheet } from "#web/kit/sheet.tsx";
import styles from "#web/contact/alike.module.css";

type RecordSheetProps = {
  readonly title: string;
  readonly note: string;
  readonly submitLabel: string;
  readonly onSubmit: () => void;
  readonly isPending: boolean;
  /** More than the name was typed: leaving is asked about. */
  readonly isStarted: boolean;
  readonly children: ReactNode;
};

/** The sheet of a new client, contact, product or supplier. */
export function RecordSheet({ title, note, submitLabel, onSubmit, isPending, isStarted, children }: RecordSheetProps) {
  const { words } = useSpoken();
  const say = words.contact.leave;
  const [isLeaving, setIsLeaving] = useState(false);
  const leave = (): void => (isStarted ? setIsLeaving(true) : closeNewRecord());
  return (
    <Sheet
      isOpen
      onClose={leave}
      title={title}
      note={note}
      onSubmit={onSubmit}
      footer={
        <>
          <Button type="submit" look="primary" isPending={isPending} kbd="mod+enter">
            {submitLabel}
          </Button>
          <Button look="quiet" onPress={leave} className={styles.end}>
            {words.common.close}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>{children}</div>
      {isLeaving && (
        <Dialog
          isOpen
          onClose={() => setIsLeaving(false)}
          title={say.question}
          role="alertdialog"
          size="small"
          actions={
            <>
              <Button look="danger" onPress={closeNewRecord}>
                {say.discard}
              </Button>
              <Button onPress={() => setIsLeaving(false)}>{say.keep}</Button>
            </>
          }
        >
          {null}
        </Dialog>
      )}
    </Sheet>
  );
}
