import { useQueryClient } from "@tanstack/react-query";
import { ask } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useWords } from "#web/app/words.ts";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";

/** What an act needs to know of an opportunity. */
export type Actable = {
  readonly id: string;
  readonly name: string;
  readonly stageId: string;
  readonly pipelineId: string;
  readonly version: number;
  readonly manager: { readonly id: string; readonly name: string } | null;
};

/** The gestures on one opportunity, wherever it is shown: each says what it did and can be undone. Answers whether it was done. */
export function useOpportunityActs() {
  const client = useQueryClient();
  const words = useWords();
  const { opportunity: say } = words;
  const { offerUndo } = useUndo();
  const report = useReport();
  const act = async (work: () => Promise<unknown>, said: string | undefined): Promise<boolean> => {
    try {
      await work();
      if (said !== undefined) offerUndo(said);
      await client.invalidateQueries({ queryKey: OPPORTUNITIES });
      return true;
    } catch (error) {
      report(error, OPPORTUNITIES);
      return false;
    }
  };
  return {
    move: (one: Actable, stage: { id: string; name: string }) =>
      act(
        () => ask("moveOpportunity", { params: { id: one.id }, body: { stageId: stage.id, fromStageId: one.stageId } }),
        say.moved({ name: one.name, stage: stage.name }),
      ),
    win: (one: Actable) =>
      act(() => ask("winOpportunity", { params: { id: one.id }, body: {} }, { ifMatch: one.version }), say.wonToast(one)),
    lose: (one: Actable, body: { reasonId: string; competitorId: string | null; comment: string | null }) =>
      act(() => ask("loseOpportunity", { params: { id: one.id }, body }, { ifMatch: one.version }), say.lostToast(one)),
    reopen: (one: Actable) =>
      act(() => ask("reopenOpportunity", { params: { id: one.id }, body: {} }, { ifMatch: one.version }), say.reopenedToast(one)),
    remove: (one: Actable) =>
      act(() => ask("deleteOpportunity", { params: { id: one.id } }, { ifMatch: one.version }), say.deletedToast(one)),
    restore: (id: string) => act(() => ask("restoreOpportunity", { params: { id } }), undefined),
    assign: (one: Actable, person: { id: string; name: string }) =>
      act(
        () => ask("editOpportunity", { params: { id: one.id }, body: { managerId: person.id } }, { ifMatch: one.version }),
        say.assign.done({ name: one.name, person: person.name }),
      ),
    tag: (one: Actable, tagIds: string[]) =>
      act(() => ask("editOpportunity", { params: { id: one.id }, body: { tagIds } }, { ifMatch: one.version }), words.tag.changed(one)),
    star: (one: Actable, priority: boolean) =>
      act(() => ask("editOpportunity", { params: { id: one.id }, body: { priority } }, { ifMatch: one.version }), undefined),
  };
}
