import { useState } from "react";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import type { Option } from "#web/kit/option.ts";
import { TagPicker } from "#web/tag/tag-picker.tsx";
import { useMakeTags } from "#web/tag/make-tags.ts";
import styles from "#web/tag/tag.module.css";

type TagChange = { readonly addTagIds: string[]; readonly removeTagIds: string[] };
type BulkTagsProps = { readonly title: string; readonly onClose: () => void; readonly onApply: (change: TagChange) => void };

/** Tags that the selected records get, and those they lose; what else they have stays. */
export function BulkTags({ title, onClose, onApply }: BulkTagsProps) {
  const words = useWords();
  const { bulk } = words.tag;
  const make = useMakeTags();
  const [added, add] = useState<readonly Option[]>([]);
  const [removed, remove] = useState<readonly Option[]>([]);
  const [isPending, setIsPending] = useState(false);
  const isNothing = added.length === 0 && removed.length === 0;
  const apply = async (): Promise<void> => {
    if (isNothing) return onClose();
    setIsPending(true);
    const addTagIds = await make(added);
    setIsPending(false);
    if (!addTagIds) return;
    onApply({ addTagIds, removeTagIds: removed.map(({ id }) => id) });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={title}
      actions={
        <>
          <Button look="primary" onPress={() => void apply()} isPending={isPending}>
            {bulk.apply}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <div className={styles.fields}>
        <TagPicker label={bulk.add} autoFocus values={added} onChange={add} />
        <TagPicker label={bulk.remove} isKnownOnly hint={undefined} values={removed} onChange={remove} />
      </div>
    </Dialog>
  );
}
