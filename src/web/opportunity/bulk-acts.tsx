import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { ask } from "#web/api/api.ts";
import { usePeople, usePipelines } from "#web/app/me.ts";
import { useUndo } from "#web/app/undo.ts";
import { followWork, type BulkOutcome } from "#web/app/follow-work.ts";
import { showRefused } from "#web/app/work-store.ts";
import { useReport } from "#web/app/use-report.ts";
import { useWords } from "#web/app/words.ts";
import { BulkBar } from "#web/kit/bulk-bar.tsx";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { useToasts } from "#web/kit/toast.tsx";
import { BulkTags } from "#web/opportunity/bulk-tags.tsx";
import type { Filters } from "#web/opportunity/opportunity-search.ts";
import type { Selection } from "#web/opportunity/use-table-keys.ts";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";

/** More than a page is asked before it is deleted; the rest is undone by Z. */
const PAGE = 50;

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
  const run = useBulk(() => onChange(new Set()));
  const change = (what: BulkChange): void =>
    void run(isAll ? { filter: filters as never, change: what } : { ids: [...selected], change: what });
  const remove = (): void => (n > PAGE ? setIsAsked(true) : change({ delete: true }));
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
      {isTagging && <BulkTags n={n} onClose={() => setIsTagging(false)} onApply={change} />}
      <Dialog
        isOpen={isAsked}
        onClose={() => setIsAsked(false)}
        role="alertdialog"
        size="small"
        title={bulk.deleteTitle({ n })}
        actions={
          <>
            <Button
              look="danger"
              onPress={() => {
                setIsAsked(false);
                change({ delete: true });
              }}
            >
              {bulk.delete}
            </Button>
            <Button onPress={() => setIsAsked(false)}>{words.common.cancel}</Button>
          </>
        }
      >
        {null}
      </Dialog>
    </>
  );
}

/** Runs a change of many; above 200 rows it goes on as work that is followed, on whatever page one is. */
function useBulk(onDone: () => void) {
  const client = useQueryClient();
  const { opportunity: say } = useWords();
  const { offerUndo } = useUndo();
  const toasts = useToasts();
  const report = useReport();
  return async (body: Parameters<typeof ask<"changeOpportunities">>[1]["body"]): Promise<void> => {
    try {
      const answer = await ask("changeOpportunities", { body });
      const outcome = answer.jobId === null ? answer : await followWork<BulkOutcome>(answer.jobId);
      if (outcome === undefined) {
        toasts.show({ text: say.bulk.cancelled });
        return;
      }
      const { changed, skipped, refused } = outcome;
      offerUndo(say.bulkToast({ n: changed }));
      if (skipped > 0) toasts.show({ text: say.skipped({ n: skipped }), action: { label: say.bulk.why, run: () => showRefused(refused) } });
      onDone();
      await client.invalidateQueries({ queryKey: OPPORTUNITIES });
    } catch (error) {
      report(error, OPPORTUNITIES);
    }
  };
}
