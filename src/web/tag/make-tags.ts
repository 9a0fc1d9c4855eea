import { useQueryClient } from "@tanstack/react-query";
import { foldText } from "#domain/shared/text.ts";
import { TAG_LENGTH } from "#domain/tag/tags.ts";
import { ask } from "#web/api/api.ts";
import { useReport } from "#web/app/use-report.ts";
import type { Option } from "#web/kit/option.ts";
import { TAGS, tagsQuery } from "#web/tag/use-tags.ts";

/** What was typed and is no tag yet has its text as id. Commas and semicolons part tags in files. */
const isNew = ({ id, label }: Option): boolean => id === label;
const nameOf = (label: string): string =>
  label
    .replace(/[,;\s]+/g, " ")
    .trim()
    .slice(0, TAG_LENGTH);

/** Makes the tags that are none yet; answers the ids of all, or undefined when that was refused. */
export function useMakeTags(): (wanted: readonly Option[]) => Promise<string[] | undefined> {
  const client = useQueryClient();
  const report = useReport();
  return async (wanted) => {
    if (!wanted.some(isNew)) return wanted.map(({ id }) => id);
    try {
      const known = new Map((await client.query({ ...tagsQuery, staleTime: 0 })).data.map(({ id, name }) => [foldText(name), id]));
      const ids: string[] = [];
      for (const one of wanted) {
        const name = isNew(one) ? nameOf(one.label) : "";
        if (name === "") ids.push(...(isNew(one) ? [] : [one.id]));
        else {
          const id = known.get(foldText(name)) ?? (await ask("createTag", { body: { name } })).id;
          known.set(foldText(name), id);
          ids.push(id);
        }
      }
      return [...new Set(ids)];
    } catch (error) {
      report(error, TAGS);
      return undefined;
    } finally {
      await client.invalidateQueries({ queryKey: TAGS });
    }
  };
}
