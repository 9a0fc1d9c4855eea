import { useQuery } from "@tanstack/react-query";
import type { FilterField, FilterFields } from "#domain/filter/filter.ts";
import { OPPORTUNITY_FILTER_FIELDS } from "#domain/opportunity/filter-fields.ts";
import { atLeast } from "#domain/user/rights.ts";
import { ask } from "#web/api/api.ts";
import { countryOptions } from "#web/app/countries.ts";
import { useClientKinds, useCompetitors, useLostReasons, useMe, usePeople, usePipelines, useSources, useTeams } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import type { Option } from "#web/kit/option.ts";
import { filterWords, type FilterWords } from "#words/filter-words.ts";

export const FIELDS: FilterFields = OPPORTUNITY_FILTER_FIELDS;

export function useFilterWords(): FilterWords {
  return filterWords[useSpoken().locale];
}

export function nameOfField(field: string, say: FilterWords): string {
  return (say.fields as Readonly<Record<string, string>>)[field] ?? field;
}

/** The fields whose values the reader may see, by their names. */
export function useFilterFields(): readonly Option[] {
  const say = useFilterWords();
  const { rights } = useMe();
  const isSeen = ({ needs }: FilterField): boolean =>
    needs === undefined || (needs === "costs" ? rights.costs : atLeast(rights[needs], "read"));
  return Object.entries(FIELDS)
    .filter(([, field]) => isSeen(field))
    .map(([id]) => ({ id, label: nameOfField(id, say) }));
}

/** What a field may be, where that is a list that can be shown. */
export function useFieldOptions(): Readonly<Record<string, readonly Option[]>> {
  const say = useFilterWords();
  const { words, locale } = useSpoken();
  const { rights } = useMe();
  const named = (rows: readonly { id: string; name: string }[] | undefined): Option[] =>
    (rows ?? []).map(({ id, name }) => ({ id, label: name }));
  const pipelines = usePipelines().data?.data ?? [];
  const tags = useQuery({ queryKey: ["tags", "filter"], queryFn: () => ask("listTags", {}), staleTime: 60_000 }).data?.data;
  return {
    managerId: [{ id: "me", label: say.me }, ...named(usePeople().data?.data)],
    teamId: [{ id: "mine", label: say.mine }, ...named(useTeams().data?.data)],
    pipelineId: named(pipelines),
    stageId: pipelines.flatMap((pipeline) =>
      pipeline.stages.map(({ id, name }) => ({ id, label: pipelines.length > 1 ? `${pipeline.name} · ${name}` : name })),
    ),
    outcome: (["open", "won", "lost"] as const).map((id) => ({ id, label: words.opportunity.outcome[id] })),
    sourceId: named(useSources().data?.data),
    lostReasonId: named(useLostReasons().data?.data),
    clientKindId: named(useClientKinds().data?.data),
    competitorId: named(useCompetitors(atLeast(rights.opportunities, "read")).data?.data),
    country: countryOptions(locale),
    tag: named(tags),
  };
}
