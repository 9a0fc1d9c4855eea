import { useSpoken } from "#web/app/words.ts";
import type { Known } from "#web/document/use-same-name.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import styles from "#web/document/document.module.css";

type SameNameProps = { readonly asked: readonly Known[]; readonly onAnswer: (asVersions: boolean) => void; readonly onClose: () => void };

/** What a file of a known name is, before anything is sent. */
export function SameNameDialog({ asked, onAnswer, onClose }: SameNameProps) {
  const { words } = useSpoken();
  const say = words.document.sameName;
  const n = asked.length;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={say.title({ n })}
      actions={
        <>
          <Button look="primary" onPress={() => onAnswer(true)} autoFocus>
            {say.versions({ n })}
          </Button>
          <Button onPress={() => onAnswer(false)}>{say.apart({ n })}</Button>
          <Button look="quiet" onPress={onClose}>
            {words.common.cancel}
          </Button>
        </>
      }
    >
      <ul className={styles.names}>
        {asked.map(({ one }) => (
          <li key={one.id}>{one.name}</li>
        ))}
      </ul>
      <p>{say.text}</p>
    </Dialog>
  );
}
