import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { ask } from "#web/api/api.ts";
import { usePeople, usePipelines } from "#web/app/me.ts";
import { useUndo } from "#web/app/undo.ts";
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
const POLL_MS = 700;

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

/** Runs a change of many; above 200 rows it goes on as a job that is waited for. */
function useBulk(onDone: () => void) {
  const client = useQueryClient();
  const { opportunity: say } = useWords();
  const { offerUndo } = useUndo();
  const toasts = useToasts();
  const report = useReport();
  return async (body: Parameters<typeof ask<"changeOpportunities">>[1]["body"]): Promise<void> => {
    try {
      const answer = await ask("changeOpportunities", { body });
      if (answer.jobId !== null) toasts.show({ text: say.bulk.running });
      const { changed, skipped } = answer.jobId === null ? answer : await finished(answer.jobId);
      offerUndo(say.bulkToast({ n: changed }));
      if (skipped > 0) toasts.show({ text: say.skipped({ n: skipped }) });
      onDone();
      await client.invalidateQueries({ queryKey: OPPORTUNITIES });
    } catch (error) {
      report(error, OPPORTUNITIES);
    }
  };
}

async function finished(id: string): Promise<{ changed: number; skipped: number }> {
  for (;;) {
    const job = await ask("showJob", { params: { id } });
    if (job.state === "done") return job.result as { changed: number; skipped: number };
    if (job.state === "failed" || job.state === "cancelled") throw new Error(job.state);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
