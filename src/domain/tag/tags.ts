/**
 * Tags are words of the agency on opportunities, clients and contacts. One that was deleted stays on its records unseen,
 * and one that was merged is read as the other: taking either back gives every record its tag again.
 */
export const MOST_TAGS = 30;
export const TAG_LENGTH = 60;

export type KnownTag = { readonly id: string; readonly mergedInto: string | null; readonly isDeleted: boolean };
export type KnownTags = ReadonlyMap<string, KnownTag>;

/** The tag that a record is read as having; undefined: unknown, or deleted. */
export function seenAs(known: KnownTags, id: string): string | undefined {
  const tag = known.get(id);
  if (!tag) return undefined;
  if (tag.mergedInto !== null) return seenAs(known, tag.mergedInto);
  return tag.isDeleted ? undefined : tag.id;
}

/** What a reader sees of the tags a record holds. */
export function seenTags(known: KnownTags, held: readonly string[]): string[] {
  return [...new Set(held.flatMap((id) => seenAs(known, id) ?? []))];
}

/**
 * What a record holds once a person wants it to have these tags: the unseen ones stay, a merged one stays where the other
 * is wanted. In the order of the ids, so that the same tags are the same value.
 */
export function heldAfter(known: KnownTags, held: readonly string[], wanted: readonly string[]): string[] {
  const wishes = new Set(seenTags(known, wanted));
  const kept = held.filter((id) => {
    const seen = seenAs(known, id);
    return seen === undefined || wishes.has(seen);
  });
  const covered = new Set(seenTags(known, kept));
  return [...new Set([...kept, ...[...wishes].filter((id) => !covered.has(id))])].sort();
}

export type TagChange = { readonly add?: readonly string[] | undefined; readonly remove?: readonly string[] | undefined };

/** Some added and some taken away, whatever else the record has. What is both wanted and unwanted goes. */
export function heldWith(known: KnownTags, held: readonly string[], { add = [], remove = [] }: TagChange): string[] {
  const unwanted = new Set(seenTags(known, remove));
  const wanted = [...seenTags(known, held), ...seenTags(known, add)].filter((id) => !unwanted.has(id));
  return heldAfter(known, held, wanted);
}

/** Every id that records may hold and be read as having one of these tags. */
export function idsSeenAs(known: KnownTags, wanted: readonly string[]): string[] {
  const wishes = new Set(seenTags(known, wanted));
  return [...known.keys()].filter((id) => wishes.has(seenAs(known, id) ?? ""));
}
