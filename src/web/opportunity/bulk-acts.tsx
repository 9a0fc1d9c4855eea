import { useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { ask } from "#web/api/api.ts";
import { ASKED_ABOVE, DeleteMany } from "#web/app/delete-many.tsx";
import { usePeople, usePipelines } from "#web/app/me.ts";
import type { Selection } from "#web/app/selection.ts";
import { useBulk } from "#web/app/use-bulk.ts";
import { useWords } from "#web/app/words.ts";
import { BulkBar } from "#web/kit/bulk-bar.tsx";
import { Button } from "#web/kit/button.tsx";
import { Menu } from "#web/kit/menu.tsx";
import type { Filters } from "#web/opportunity/opportunity-search.ts";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";
import { BulkTags } from "#web/tag/bulk-tags.tsx";

type BulkChange = Parameters<typeof ask<"changeOpportunities">>[1]["body"]["change"];
type BulkProps = {
  readonly selection: Selection;
  readonly loaded: readonly Opportunity[];
  readonly count: number;
  readonly filters: Filters;
};

/** What can be done to the selected rows, or to all that match. */
export function BulkActs({ selection, loaded, count, filters }: BulkProps) {
  const words = useWords();
  const { bulk } = words.opportunity;
  const people = usePeople().data?.data.filter((person) => person.active) ?? [];
  const stages = usePipelines().data?.data.flatMap((pipeline) => pipeline.stages) ?? [];
  const { selected, isAll, change: onChange } = selection;
  const [isAsked, setIsAsked] = useState(false);
  const [isTagging, setIsTagging] = useState(false);
  const n = isAll ? count : selected.size;
  const say = { ...bulk, changed: words.opportunity.bulkToast, skipped: words.opportunity.skipped };
  const run = useBulk({ key: OPPORTUNITIES, say, onDone: () => onChange(new Set()) });
  const change = (what: BulkChange): void => {
    const which = isAll ? { filter: filters as never } : { ids: [...selected] };
    void run(() => ask("changeOpportunities", { body: { ...which, change: what } }));
  };
  const remove = (): void => (n > ASKED_ABOVE ? setIsAsked(true) : change({ delete: true }));
  const isEveryLoaded = selected.size >= loaded.length && count > loaded.length;
  return (
    <>
      <BulkBar
        label={bulk.label}
        summary={bulk.selected({ n })}
        note={
          isEveryLoaded && !isAll ? (
            <Button look="quiet" size="small" onPress={() => onChange(selected, true)}>
              {bulk.all({ n: count })}
            </Button>
          ) : undefined
        }
        clearLabel={bulk.clear}
        onClear={() => onChange(new Set())}
      >
        <Button
          look="quiet"
          onPress={() => change({ priority: !loaded.filter((row) => selected.has(row.id)).every((row) => row.priority) })}
        >
          {bulk.priority}
        </Button>
        <Menu
          label={bulk.manager}
          placement="top start"
          trigger={<Button look="quiet">{bulk.manager}</Button>}
          groups={[{ id: "people", items: people.map((person) => ({ id: person.id, label: person.name })) }]}
          onAction={(managerId) => change({ managerId })}
        />
        <Menu
          label={bulk.stage}
          placement="top start"
          trigger={<Button look="quiet">{bulk.stage}</Button>}
          groups={[{ id: "stages", items: stages.map((stage) => ({ id: stage.id, label: stage.name })) }]}
          onAction={(stageId) => change({ stageId })}
        />
        <Button look="quiet" onPress={() => setIsTagging(true)}>
          {words.tag.title}
        </Button>
        <Button look="danger-quiet" onPress={remove}>
          {bulk.delete}
        </Button>
      </BulkBar>
      {isTagging && <BulkTags title={words.tag.bulk.title({ n })} onClose={() => setIsTagging(false)} onApply={change} />}
      <DeleteMany
        isOpen={isAsked}
        title={bulk.deleteTitle({ n })}
        label={bulk.delete}
        onClose={() => setIsAsked(false)}
        onDelete={() => change({ delete: true })}
      />
    </>
  );
}
