import { expect, test } from "vitest";
import { beginsWordForOpportunity, meansOpportunity } from "#domain/opportunity/words-for-opportunity.ts";

test.each(["lead", "Deals", "AFFAIRE", "trattativa", "opportunité", "opportunità"])("%s means an opportunity", (word) => {
  expect(meansOpportunity(word)).toBe(true);
});

test("a name is no word for an opportunity; its first three letters already say it", () => {
  expect(["leader", "Lea", "deal-maker", ""].filter(meansOpportunity)).toEqual([]);
  expect([beginsWordForOpportunity("tra"), beginsWordForOpportunity("Affai"), beginsWordForOpportunity("af")]).toEqual([true, true, false]);
});
