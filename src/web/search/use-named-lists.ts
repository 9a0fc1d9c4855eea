import { Bookmark, Tag } from "lucide-react";
import { useMemo } from "react";
import { spansOf } from "#domain/shared/text-match.ts";
import { VIEW_RESOURCES, type ViewResource } from "#domain/view/view.ts";
import type { Answer } from "#web/api/api.ts";
import { useSpoken } from "#web/app/words.ts";
import type { PaletteGroup, PaletteRow } from "#web/search/palette-row.ts";
import { useTags } from "#web/tag/use-tags.ts";
import { useAllViews } from "#web/view/use-views.ts";
import { hrefOf } from "#web/view/view-address.ts";
import type { FirstWords } from "#words/en-first.ts";

const SHOWN = 4;

/** Lists that are found by a name: what has a tag, and saved views. */
export function useNamedLists(text: string): PaletteGroup[] {
  const { words } = useSpoken();
  const isAsked = text !== "";
  const tags = useTags(isAsked).data?.data;
  const views = useAllViews();
  return useMemo(() => {
    if (!isAsked) return [];
    const terms = text.split(/\s+/).filter((term) => term !== "");
    const holds = ({ name }: { readonly name: string }): boolean => terms.every((term) => spansOf(name, [term]).length > 0);
    const { group } = words.search;
    const tagged = (tags ?? []).filter(holds).flatMap((tag) => rowsOfTag(tag, words));
    const saved = (views ?? [])
      .filter((view) => view.can.use && holds(view))
      .map((view): PaletteRow => ({
        key: `view-${view.id}`,
        icon: Bookmark,
        name: view.name,
        context: titleOf(view.resource, words),
        href: hrefOf(view, view.shape),
        isFound: "exact",
      }));
    return [
      { id: "tag", title: group.tag, rows: tagged.slice(0, SHOWN) },
      { id: "view", title: group.view, rows: saved.slice(0, SHOWN) },
    ].filter(({ rows }) => rows.length > 0);
  }, [isAsked, text, tags, views, words]);
}

type TagInfo = Answer<"listTags">["data"][number];

/** One for each list that has records with it, and of those how many. */
function rowsOfTag({ id, name, usage }: TagInfo, words: FirstWords): PaletteRow[] {
  return VIEW_RESOURCES.flatMap((resource): PaletteRow[] => {
    const n = usage[resource] ?? 0;
    if (n === 0) return [];
    const href = resource === "opportunities" ? `/opportunities/list?outcome=all&tag=${id}` : `/${resource}?tag=${id}`;
    return [{ key: `tag-${resource}-${id}`, icon: Tag, name, context: countOf(resource, n, words), href, isFound: "exact" }];
  });
}

function titleOf(resource: ViewResource, words: FirstWords): string {
  return { opportunities: words.opportunity, clients: words.client, contacts: words.contact }[resource].title;
}

function countOf(resource: ViewResource, n: number, words: FirstWords): string {
  return { opportunities: words.opportunity, clients: words.client, contacts: words.contact }[resource].count({ n });
}
