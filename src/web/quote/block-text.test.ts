import { describe, expect, it } from "vitest";
import { readBlock, writeBlock } from "#web/quote/block-text.ts";

describe("a block from a spreadsheet", () => {
  it("is rows of cells, with the line after the last row left out", () => {
    expect(readBlock("Coach\tper group\t5900,00\r\nGuide\t\t180\r\n")).toEqual([
      ["Coach", "per group", "5900,00"],
      ["Guide", "", "180"],
    ]);
    expect(readBlock("22,00")).toEqual([["22,00"]]);
    expect(readBlock("")).toEqual([[""]]);
  });

  it("keeps empty rows and cells inside it", () => {
    expect(readBlock("a\t\n\n\tb\n")).toEqual([["a", ""], [""], ["", "b"]]);
  });

  it("takes a quoted cell as one, its lines joined and its quotes single", () => {
    expect(readBlock('"Hotel ""Bella Vista""\n4 stars"\t812\n"a\tb"')).toEqual([['Hotel "Bella Vista" 4 stars', "812"], ["a\tb"]]);
  });

  it("leaves a quote that encloses nothing as it stands", () => {
    expect(readBlock('"Coach\t3\n5" pipe\t4')).toEqual([
      ['"Coach', "3"],
      ['5" pipe', "4"],
    ]);
  });

  it("comes back as it was written", () => {
    const rows = [
      ['Hotel "Bella"', "1,5"],
      ["a\tb", ""],
    ];
    expect(readBlock(writeBlock(rows))).toEqual(rows);
  });
});
