import { heldWith } from "#domain/tag/tags.ts";
import type { RowValues } from "#domain/exchange/read-row.ts";
import { foldName } from "#domain/exchange/names.ts";
import type { ImportContext } from "#server/exchange/import-context.ts";
import type { WriteTx } from "#server/platform/database.ts";

export type TagPlan = {
  /** Where the row brings tags that the record does not have: ids, and names that are none yet. */
  readonly said: readonly string[] | undefined;
  /** What the record holds then; new words are made. Nothing where the row says nothing of tags. */
  readonly after: (tx: WriteTx) => Promise<string[] | undefined>;
};

/** Tags of a file are added to those of the record; none is taken away. */
export function planTags(context: ImportContext, values: RowValues, held: readonly string[] = []): TagPlan {
  const names = values["tags"];
  if (!Array.isArray(names)) return { said: undefined, after: () => Promise.resolve(undefined) };
  for (const name of names as string[]) context.use("tag", name);
  const missing = (names as string[]).filter((name) => !context.lists.entries.tag.has(foldName(name)));
  const known = (names as string[]).flatMap((name) => context.lists.entries.tag.get(foldName(name)) ?? []);
  const then = heldWith(context.lists.tags, held, { add: known });
  const adds = missing.length > 0 || JSON.stringify(then) !== JSON.stringify(held);
  return {
    said: adds ? [...then, ...missing] : undefined,
    after: async (tx) => {
      const ids: string[] = [];
      for (const name of names as string[]) ids.push(await context.entry(tx, "tag", name));
      return heldWith(context.lists.tags, held, { add: ids });
    },
  };
}
