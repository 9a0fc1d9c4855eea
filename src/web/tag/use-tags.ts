import { useQuery } from "@tanstack/react-query";
import { mayCreateTags } from "#domain/tag/policy.ts";
import { ask } from "#web/api/api.ts";
import { useMe } from "#web/app/me.ts";
import type { Option } from "#web/kit/option.ts";

export const TAGS = ["tags"] as const;
export const tagsQuery = { queryKey: TAGS, queryFn: () => ask("listTags", {}), staleTime: 60_000 };

export function useTags(enabled = true) {
  return useQuery({ ...tagsQuery, enabled });
}

export const optionOf = ({ id, name }: { readonly id: string; readonly name: string }): Option => ({ id, label: name });

/** The tags of a row of a list. */
export const namesOf = (tags: readonly { readonly name: string }[]): string => tags.map(({ name }) => name).join(", ");

/** Every tag to choose from; undefined while they are asked for. */
export function useTagOptions(enabled = true): Option[] | undefined {
  return useTags(enabled).data?.data.map(optionOf);
}

export function useMayCreateTags(): boolean {
  return mayCreateTags(useMe());
}
