import { useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import type { Option } from "#web/kit/option.ts";
import { useOpportunityActs, type Actable } from "#web/opportunity/opportunity-acts.ts";
import { useOpportunity } from "#web/opportunity/use-opportunity.ts";
import { TagPicker } from "#web/tag/tag-picker.tsx";
import { useMakeTags } from "#web/tag/make-tags.ts";
import { optionOf } from "#web/tag/use-tags.ts";

type TagsDialogProps = { readonly opportunity: Actable; readonly onClose: () => void };

/** The tags of one opportunity, wherever it is shown: a card does not tell them, they are asked for first. */
export function TagsDialog({ opportunity, onClose }: TagsDialogProps) {
  const words = useWords();
  const one = useOpportunity(opportunity.id);
  const { chosen, choose, save, isPending } = useTagging(one.data, onClose);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={words.tag.of(opportunity)}
      actions={
        <>
          <Button look="primary" onPress={() => void save()} isPending={isPending || !one.data}>
            {words.tag.save}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <Loaded query={one} label={words.opportunity.loadingOne}>
        {() => <TagPicker label={words.tag.title} hidesLabel autoFocus values={chosen} onChange={choose} />}
      </Loaded>
    </Dialog>
  );
}

function useTagging(one: Opportunity | undefined, onDone: () => void) {
  const acts = useOpportunityActs();
  const make = useMakeTags();
  const [changed, choose] = useState<readonly Option[]>();
  const [isPending, setIsPending] = useState(false);
  const chosen = changed ?? one?.tags.map(optionOf) ?? [];
  const save = async (): Promise<void> => {
    if (!one || !changed) return onDone();
    setIsPending(true);
    const tagIds = await make(changed);
    if (tagIds && (await acts.tag(one, tagIds))) onDone();
    setIsPending(false);
  };
  return { chosen, choose, save, isPending };
}
