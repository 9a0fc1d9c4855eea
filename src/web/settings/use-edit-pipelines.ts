import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask, type Answer } from "#web/api/api.ts";
import { rememberInverse, useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllWords } from "#web/app/words.ts";

export const PIPELINES = ["pipelines"];
export type Pipeline = Answer<"listPipelines">["data"][number];
export type Stage = Pipeline["stages"][number];
export type StageChange = { readonly name?: string; readonly probabilityPercent?: number; readonly staleDays?: number };

type EditPipelines = {
  readonly editPipeline: (pipeline: Pipeline, change: { readonly name?: string; readonly stageIds?: string[] }) => void;
  readonly deletePipeline: (pipeline: Pipeline) => void;
  readonly editStage: (stage: Stage, change: StageChange) => void;
  readonly deleteStage: (stage: Stage) => void;
};

/** What the settings change of pipelines; boards and lists are counted again afterwards. */
export function useEditPipelines(): EditPipelines {
  const client = useQueryClient();
  const report = useReport();
  const { offerUndo } = useUndo();
  const { deleted } = useAllWords().settings.pipelines;
  const { mutate } = useMutation({
    scope: { id: "pipelines" },
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSuccess: () => void client.invalidateQueries({ queryKey: ["opportunities"] }),
    onError: (error) => report(error, PIPELINES),
    onSettled: () => client.invalidateQueries({ queryKey: PIPELINES }),
  });
  return {
    editPipeline: ({ id, version, name, stages }, body) =>
      mutate(async () => {
        const saved = await ask("editPipeline", { params: { id }, body }, { ifMatch: version });
        const before = body.stageIds ? { stageIds: stages.map((stage) => stage.id) } : { name };
        rememberInverse(() => ask("editPipeline", { params: { id }, body: before }, { ifMatch: saved.version }));
      }),
    deletePipeline: ({ id, version, name }) =>
      mutate(async () => {
        await ask("deletePipeline", { params: { id } }, { ifMatch: version });
        offerUndo(deleted({ name }));
      }),
    editStage: ({ id, version, name, probabilityPercent, staleDays }, body) =>
      mutate(async () => {
        const saved = await ask("editStage", { params: { id }, body }, { ifMatch: version });
        rememberInverse(() =>
          ask("editStage", { params: { id }, body: { name, probabilityPercent, staleDays } }, { ifMatch: saved.version }),
        );
      }),
    deleteStage: ({ id, version, name }) =>
      mutate(async () => {
        await ask("deleteStage", { params: { id } }, { ifMatch: version });
        offerUndo(deleted({ name }));
      }),
  };
}
