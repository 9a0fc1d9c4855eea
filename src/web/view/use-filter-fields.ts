import { useQuery } from "@tanstack/react-query";
import { createContext, use, useMemo } from "react";
import { CLIENT_FILTER_FIELDS } from "#domain/client/filter-fields.ts";
import { CONTACT_FILTER_FIELDS } from "#domain/contact/filter-fields.ts";
import { nameOfRegion, REGION_COUNTRIES, regionsOf } from "#domain/client/region.ts";
import { keyToldAs, TOLD_AS, type CustomRecord } from "#domain/custom-field/custom-field.ts";
import { customFilterFields } from "#domain/custom-field/custom-filter-fields.ts";
import type { FilterField, FilterFields } from "#domain/filter/filter.ts";
import { OPPORTUNITY_FILTER_FIELDS } from "#domain/opportunity/filter-fields.ts";
import { atLeast } from "#domain/user/rights.ts";
import type { ViewResource } from "#domain/view/view.ts";
import { ask } from "#web/api/api.ts";
import { countryOptions } from "#web/app/countries.ts";
import { useClientKinds, useCompetitors, useLostReasons, useMe, usePeople, usePipelines, useSources, useTeams } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { useCustomFields } from "#web/custom-field/use-custom-fields.ts";
import type { Option } from "#web/kit/option.ts";
import { filterWords, type FilterWords } from "#words/filter-words.ts";
import { listFilterWords } from "#words/list-filter-words.ts";

/** Of which list a filter is put together. */
export const FilteredList = createContext<ViewResource>("opportunities");
export const useFilteredList = (): ViewResource => use(FilteredList);

const FIELDS: Readonly<Record<ViewResource, FilterFields>> = {
  opportunities: OPPORTUNITY_FILTER_FIELDS,
  clients: CLIENT_FILTER_FIELDS,
  contacts: CONTACT_FILTER_FIELDS,
};
const RECORDS: Readonly<Record<ViewResource, CustomRecord>> = { opportunities: "opportunity", clients: "client", contacts: "contact" };

export function useFilterWords(): FilterWords {
  return filterWords[useSpoken().locale];
}

/** "Opportunities that match". */
export function useFilterIntro(): string {
  const list = useFilteredList();
  const { locale } = useSpoken();
  return list === "opportunities" ? filterWords[locale].intro : listFilterWords[locale].intro[list];
}

/** What the list is filtered by: fields of the product and of the agency. */
export function useFields(): FilterFields {
  const list = useFilteredList();
  const custom = useCustomFields(RECORDS[list]);
  return useMemo(() => ({ ...FIELDS[list], ...customFilterFields(custom) }), [list, custom]);
}

export function useFieldNames(): (field: string) => string {
  const list = useFilteredList();
  const { locale } = useSpoken();
  const custom = useCustomFields(RECORDS[list]);
  return useMemo(() => {
    const own: Readonly<Record<string, string>> = list === "opportunities" ? filterWords[locale].fields : listFilterWords[locale][list];
    return (field) => own[field] ?? custom.find(({ key }) => key === keyToldAs(field))?.label ?? field;
  }, [list, locale, custom]);
}

/** The fields whose values the reader may see, by their names. */
export function useFilterFields(): readonly Option[] {
  const nameOf = useFieldNames();
  const { rights } = useMe();
  const isSeen = ({ needs }: FilterField): boolean =>
    needs === undefined || (needs === "costs" ? rights.costs : atLeast(rights[needs], "read"));
  return Object.entries(useFields())
    .filter(([, field]) => isSeen(field))
    .map(([id]) => ({ id, label: nameOf(id) }));
}

const named = (rows: readonly { id: string; name: string }[] | undefined): Option[] =>
  (rows ?? []).map(({ id, name }) => ({ id, label: name }));

const LANGUAGES = { en: "English", fr: "Français", it: "Italiano" } as const;

/** What a field may be, where that is a list that can be shown. */
export function useFieldOptions(): Readonly<Record<string, readonly Option[]>> {
  const say = useFilterWords();
  const { words, locale } = useSpoken();
  const { rights } = useMe();
  const pipelines = usePipelines().data?.data ?? [];
  const tags = useQuery({ queryKey: ["tags", "filter"], queryFn: () => ask("listTags", {}), staleTime: 60_000 }).data?.data;
  const people = [{ id: "me", label: say.me }, ...named(usePeople().data?.data)];
  const kinds = named(useClientKinds().data?.data);
  const { status } = words.client;
  const { newsletter, gender } = words.contact;
  return {
    ...useCustomOptions(people),
    managerId: people,
    teamId: [{ id: "mine", label: say.mine }, ...named(useTeams().data?.data)],
    pipelineId: named(pipelines),
    stageId: pipelines.flatMap((pipeline) =>
      pipeline.stages.map(({ id, name }) => ({ id, label: pipelines.length > 1 ? `${pipeline.name} · ${name}` : name })),
    ),
    outcome: (["open", "won", "lost"] as const).map((id) => ({ id, label: words.opportunity.outcome[id] })),
    sourceId: named(useSources().data?.data),
    lostReasonId: named(useLostReasons().data?.data),
    clientKindId: kinds,
    kindId: kinds,
    competitorId: named(useCompetitors(atLeast(rights.opportunities, "read")).data?.data),
    country: countryOptions(locale),
    region: REGION_COUNTRIES.flatMap(regionsOf).map((region) => ({ id: region.code, label: nameOfRegion(region, locale) })),
    tag: named(tags),
    status: (["prospect", "client"] as const).map((id) => ({ id, label: status[id] })),
    newsletter: (["subscribed", "refused", "unknown"] as const).map((id) => ({ id, label: newsletter[id] })),
    gender: (["female", "male", "none"] as const).map((id) => ({ id, label: gender[id] })),
    language: Object.entries(LANGUAGES).map(([id, label]) => ({ id, label })),
  };
}

function useCustomOptions(people: readonly Option[]): Readonly<Record<string, readonly Option[]>> {
  const fields = useCustomFields(RECORDS[useFilteredList()]);
  return Object.fromEntries(
    fields
      .filter(({ type }) => type === "list" || type === "multiList" || type === "user")
      .map(({ key, type, options }) => [TOLD_AS + key, type === "user" ? people : options]),
  );
}
