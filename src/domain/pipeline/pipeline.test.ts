import { expect, test } from "vitest";
import { CLIENT_KIND_WORDS, clientKindsFor, DEFAULT_STAGES, SALES, stageProblems } from "#domain/pipeline/pipeline.ts";

test("a workspace starts with five stages, their probabilities and days until stale", () => {
  expect(DEFAULT_STAGES.map(({ word, probabilityPercent, staleDays }) => [word, probabilityPercent, staleDays])).toEqual([
    ["enquiryReceived", 10, 3],
    ["needQualified", 25, 7],
    ["quoteInProgress", 50, 5],
    ["proposalSent", 70, 10],
    ["negotiation", 80, 7],
  ]);
  expect(DEFAULT_STAGES.flatMap(stageProblems)).toEqual([]);
});

test("a stage has 1 to 99 % and 1 to 365 days, in whole numbers", () => {
  expect(stageProblems({ probabilityPercent: 0, staleDays: 0 }).map(({ pointer, code }) => [pointer, code])).toEqual([
    ["/probabilityPercent", "value.tooSmall"],
    ["/staleDays", "value.tooSmall"],
  ]);
  expect(stageProblems({ probabilityPercent: 100, staleDays: 366 }).map(({ code }) => code)).toEqual(["value.tooBig", "value.tooBig"]);
  expect(stageProblems({ probabilityPercent: 12.5, staleDays: Number.NaN }).map(({ code }) => code)).toEqual(["value.type", "value.type"]);
  expect(stageProblems({ probabilityPercent: 99, staleDays: 365 })).toEqual([]);
});

test("the kinds of client of what an agency sells come first, and none is left out", () => {
  expect(clientKindsFor([])).toEqual([...CLIENT_KIND_WORDS]);
  expect(clientKindsFor(["individuals"]).slice(0, 3)).toEqual(["couple", "family", "individual"]);
  expect(clientKindsFor(["companies", "groups"]).slice(0, 6)).toEqual([
    "association",
    "worksCouncil",
    "school",
    "groupOfFriends",
    "institution",
    "company",
  ]);
  for (const sells of [[], ["groups"], [...SALES]] as const)
    expect(clientKindsFor(sells).toSorted()).toEqual([...CLIENT_KIND_WORDS].toSorted());
});
