import type { Column } from "#web/app/record-table.tsx";
import { useWords } from "#web/app/words.ts";
import { namesOf } from "#web/tag/use-tags.ts";

type Tagged = { readonly tags: readonly { readonly name: string }[] };

/** The tags of clients and contacts, for whoever chooses this column. */
export function useTagsColumn<Row extends Tagged>(): Column<Row> {
  const { tag } = useWords();
  return {
    id: "tags",
    label: tag.title,
    width: 150,
    isCut: true,
    cell: (row) => namesOf(row.tags) || "–",
    title: (row) => namesOf(row.tags),
  };
}
