import type { FactField } from "#web/timeline/timeline-event.ts";
import type { FirstWords } from "#words/en-first.ts";

type Named = { readonly id: string; readonly name: string };

/** When nothing but the tags changed: which came and which went. */
export function tagSentence(fields: readonly FactField[], words: FirstWords): string | undefined {
  const [field, ...others] = fields;
  if (field?.field !== "tagIds" || others.length > 0) return undefined;
  const added = missingFrom(field.from, field.to);
  const removed = missingFrom(field.to, field.from);
  return added.length + removed.length === 0 ? undefined : words.tag.told({ added, removed });
}

/** Names that the one list has and the other has not. */
function missingFrom(one: unknown, other: unknown): string[] {
  const had = new Set((one as readonly Named[]).map(({ id }) => id));
  return (other as readonly Named[]).flatMap(({ id, name }) => (had.has(id) ? [] : [name]));
}
