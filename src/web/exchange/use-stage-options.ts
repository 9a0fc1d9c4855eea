import { usePipelines } from "#web/app/me.ts";
import { useAllWords } from "#web/app/words.ts";
import type { Option } from "#web/kit/option.ts";

/** Where an opportunity of a file may stand: every stage, and the two ends. */
export function useStageOptions(): Option[] {
  const { opportunity } = useAllWords();
  const pipelines = usePipelines().data?.data ?? [];
  const stages = pipelines.flatMap(({ name, stages: own }) =>
    own.map((stage) => ({ id: stage.id, label: stage.name, ...(pipelines.length > 1 ? { detail: name } : {}) })),
  );
  return [...stages, { id: "won", label: opportunity.outcome.won }, { id: "lost", label: opportunity.outcome.lost }];
}
