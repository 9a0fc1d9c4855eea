import { expect, test } from "vitest";
import { nearestName, nearNameOf } from "#domain/shared/nearest-name.ts";

test("a misspelt name is answered with the nearest known one", () => {
  expect(nearestName("ESCALE_ROLLE", ["ESCALE_DATA", "ESCALE_ROLE"])).toBe("ESCALE_ROLE");
  expect(nearestName("StageID", ["stageId", "sort"])).toBe("stageId");
});

test("another word is no misspelling", () => {
  expect(nearNameOf("opportunites", ["opportunities", "clients"])).toBe("opportunities");
  expect(nearNameOf("invoices", ["opportunities", "clients"])).toBeUndefined();
  expect(nearNameOf("x", [])).toBeUndefined();
});
