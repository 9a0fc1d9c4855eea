import { expect, test } from "vitest";
import { canFilter } from "#web/app/filter-value.ts";

const ID = "01a214b3-b63e-7000-ae27-1bb9e5e85171";

test.each([
  ["tag", ID],
  ["tag", `${ID},${ID}`],
  ["managerId", "me"],
  ["teamId", "mine"],
  ["stale", "true"],
  ["outcome", "all"],
  ["departsOn[gte]", "2027-06-12"],
  ["country", "IT"],
  ["status", "prospect"],
  ["q", "Naples"],
  ["custom.kind", "x"],
  ["filter", `stageId~in~${Array.from({ length: 9 }, () => ID).join("*")}`],
])("%s may be %s", (name, value) => {
  expect(canFilter(name, value)).toBe(true);
});

test.each([
  ["tag", "x"],
  ["tag", `${ID},x`],
  ["clientId", "me"],
  ["managerId", "mine"],
  ["stale", "1"],
  ["outcome", "maybe"],
  ["departsOn[gte]", "2027-02-30"],
  ["country", "Italy"],
  ["newsletter", "perhaps"],
  ["q", "x".repeat(201)],
])("%s is nothing that may be %s", (name, value) => {
  expect(canFilter(name, value)).toBe(false);
});
