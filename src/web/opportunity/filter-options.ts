import { usePeople, usePipelines, useSources, useTeams } from "#web/app/me.ts";
import { useWords } from "#web/app/words.ts";
import { useTagOptions } from "#web/tag/use-tags.ts";

/** What a filter is chosen from; undefined where something is typed. */
export function useFilterOptions(name: string): { id: string; label: string }[] | undefined {
  const words = useWords();
  const people = usePeople().data?.data ?? [];
  const teams = useTeams().data?.data ?? [];
  const pipelines = usePipelines().data?.data ?? [];
  const sources = useSources().data?.data ?? [];
  const tags = useTagOptions(name === "tag");
  const named = (rows: readonly { id: string; name: string }[]) => rows.map((row) => ({ id: row.id, label: row.name }));
  if (name === "managerId") return [{ id: "me", label: words.common.me }, ...named(people.filter((person) => person.active))];
  if (name === "teamId") return [{ id: "mine", label: words.view.myTeams }, ...named(teams)];
  if (name === "sourceId") return named(sources);
  if (name === "tag") return tags ?? [];
  if (name === "pipelineId") return named(pipelines);
  if (name !== "stageId") return undefined;
  // Two pipelines may have a stage of the same name.
  return pipelines.flatMap(({ name: of, stages }) =>
    stages.map((stage) => ({ id: stage.id, label: pipelines.length > 1 ? `${of} · ${stage.name}` : stage.name })),
  );
}
