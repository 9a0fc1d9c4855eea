import { expect, test } from "vitest";
import { participantProblems, paxOf, payersOf } from "#domain/opportunity/participants.ts";

const unknown = { adults: null, children: null, infants: null, freePlaces: null };

test("adults, children and infants travel; those without a free place pay", () => {
  const group = { adults: 38, children: 3, infants: 1, freePlaces: 2 };
  expect(paxOf(group)).toBe(42);
  expect(payersOf(group)).toBe(40);
});

test("nobody counted yet is unknown, not zero", () => {
  expect(paxOf(unknown)).toBeNull();
  expect(payersOf({ ...unknown, freePlaces: 2 })).toBeNull();
  expect(paxOf({ ...unknown, infants: 0 })).toBe(0);
});

test("refuses more free places than travellers, once these are counted", () => {
  expect(participantProblems({ ...unknown, adults: 1, freePlaces: 2 })).toEqual([{ pointer: "/freePlaces", code: "freePlaces.tooMany" }]);
  expect(participantProblems({ ...unknown, freePlaces: 2 })).toEqual([]);
  expect(participantProblems({ ...unknown, adults: 2, freePlaces: 2 })).toEqual([]);
});

test("refuses fewer than nobody, and parts of persons", () => {
  expect(participantProblems({ ...unknown, adults: -1, children: 1.5 })).toEqual([
    { pointer: "/adults", code: "value.tooSmall" },
    { pointer: "/children", code: "value.type" },
  ]);
});
