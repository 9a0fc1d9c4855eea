import { useState } from "react";
import type { FilterTree } from "#domain/filter/filter.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { areComplete, draftGroupOf, treeOf } from "#web/view/filter-draft.ts";
import { FilterGroup } from "#web/view/filter-group.tsx";
import { useFilterWords } from "#web/view/use-filter-fields.ts";

type FilterDialogProps = {
  readonly tree: FilterTree;
  readonly onApply: (tree: FilterTree) => void;
  readonly onClose: () => void;
};

/** The whole filter, chips included: all of, any of, one in the other. */
export function FilterDialog({ tree, onApply, onClose }: FilterDialogProps) {
  const say = useFilterWords();
  const { common } = useWords();
  const [draft, setDraft] = useState(() => draftGroupOf(tree));
  const [isAsked, setIsAsked] = useState(false);
  const apply = (): void => {
    setIsAsked(true);
    if (areComplete(draft)) onApply(treeOf(draft) ?? { all: [] });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={say.title}
      actions={
        <>
          <Button look="primary" onPress={apply}>
            {say.apply}
          </Button>
          <Button onPress={onClose}>{common.cancel}</Button>
          {draft.parts.length > 0 && (
            <Button look="quiet" onPress={() => setDraft({ ...draft, parts: [] })}>
              {say.clear}
            </Button>
          )}
        </>
      }
    >
      <FilterGroup group={draft} depth={1} onChange={setDraft} isAsked={isAsked} />
    </Dialog>
  );
}
