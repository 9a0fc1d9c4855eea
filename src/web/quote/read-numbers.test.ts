import { expect, it } from "vitest";
import { readNumbers } from "#web/quote/read-numbers.ts";

it("numbers of people are read whatever stands between them, each once and rising", () => {
  expect(readNumbers("20 25, 30;40 25", 12)).toEqual([20, 25, 30, 40]);
  expect(readNumbers("40", 12)).toEqual([40]);
});

it("what is no number of people is not read", () => {
  for (const text of ["", "twenty", "0 20", "20.5", "501", "-3"]) expect(readNumbers(text, 12)).toBeUndefined();
  expect(readNumbers("1 2 3", 2)).toBeUndefined();
});
