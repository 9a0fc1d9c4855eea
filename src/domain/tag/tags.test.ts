import fc from "fast-check";
import { expect, test } from "vitest";
import { heldAfter, heldWith, idsSeenAs, seenTags, type KnownTag } from "#domain/tag/tags.ts";

const tag = (id: string, rest: Partial<KnownTag> = {}): [string, KnownTag] => [id, { id, mergedInto: null, isDeleted: false, ...rest }];
const known = new Map([
  tag("ski"),
  tag("senior"),
  tag("aînés", { mergedInto: "senior", isDeleted: true }),
  tag("seniors", { mergedInto: "aînés", isDeleted: true }),
  tag("old", { isDeleted: true }),
]);

test("a deleted tag is not seen, a merged one is seen as the other, once", () => {
  expect(seenTags(known, ["old", "aînés", "senior", "seniors", "nowhere"])).toEqual(["senior"]);
});

test("what is not seen stays with the record, whatever a person wants it to have", () => {
  expect(heldAfter(known, ["old", "ski"], ["senior"])).toEqual(["old", "senior"]);
  expect(heldAfter(known, ["old", "ski"], [])).toEqual(["old"]);
});

test("a merged tag stays where the other is wanted, and goes with it", () => {
  expect(heldAfter(known, ["aînés"], ["senior", "ski"])).toEqual(["aînés", "ski"]);
  expect(heldAfter(known, ["aînés", "ski"], ["ski"])).toEqual(["ski"]);
  expect(heldWith(known, ["aînés", "ski"], { remove: ["senior"] })).toEqual(["ski"]);
});

test("tags are added to and taken from what the record has", () => {
  expect(heldWith(known, ["ski"], { add: ["senior"] })).toEqual(["senior", "ski"]);
  expect(heldWith(known, ["ski", "senior"], { add: ["ski"], remove: ["ski"] })).toEqual(["senior"]);
});

test("a list filtered by a tag finds the records of those merged into it", () => {
  expect(idsSeenAs(known, ["senior"]).sort()).toEqual(["aînés", "senior", "seniors"]);
  expect(idsSeenAs(known, ["seniors"]).sort()).toEqual(["aînés", "senior", "seniors"]);
  expect(idsSeenAs(known, ["old"])).toEqual([]);
});

test("the record is seen to have exactly what was wanted, in whichever order it was told", () => {
  const some = fc.array(fc.constantFrom(...known.keys()), { maxLength: 6 });
  fc.assert(
    fc.property(some, some, (held, wanted) => {
      const after = heldAfter(known, held, wanted);
      expect(seenTags(known, after).sort()).toEqual(seenTags(known, wanted).sort());
      expect(heldAfter(known, after, wanted.toReversed())).toEqual(after);
    }),
  );
});
