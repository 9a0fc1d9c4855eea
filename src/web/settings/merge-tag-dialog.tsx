import { useState } from "react";
import type { Tag } from "#contract/tag.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { useEditTag } from "#web/settings/use-edit-tag.ts";
import { optionOf } from "#web/tag/use-tags.ts";

type MergeTagDialogProps = { readonly tag: Tag; readonly others: readonly Tag[]; readonly onClose: () => void };

/** Which tag stays. */
export function MergeTagDialog({ tag, others, onClose }: MergeTagDialogProps) {
  const words = useAllWords();
  const { settings: say } = words.tag;
  const [intoId, setIntoId] = useState<string | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const { merge, isPending } = useEditTag(tag);
  const run = async (): Promise<void> => {
    setIsAsked(true);
    const into = others.find(({ id }) => id === intoId);
    if (!into) return;
    await merge(into);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={say.mergeTitle(tag)}
      actions={
        <>
          <Button look="primary" onPress={() => void run()} isPending={isPending}>
            {say.confirmMerge}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <ChoiceField
        label={say.mergeInto}
        hint={say.mergeText(tag)}
        autoFocus
        options={others.filter(({ id }) => id !== tag.id).map(optionOf)}
        value={intoId}
        onChange={setIntoId}
        error={isAsked && intoId === null ? words.common.required : undefined}
      />
    </Dialog>
  );
}
