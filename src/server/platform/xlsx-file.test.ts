import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { xlsxOf } from "#server/platform/xlsx-file.ts";

/** The parts of a zip by its directory, as a reader of it goes through them. */
function partsOf(file: Buffer): Record<string, string> {
  const end = file.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const parts: Record<string, string> = {};
  let at = file.readUInt32LE(end + 16);
  for (let n = file.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [packed, whole, name, local] = [
      file.readUInt32LE(at + 20),
      file.readUInt32LE(at + 24),
      file.readUInt16LE(at + 28),
      file.readUInt32LE(at + 42),
    ];
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const text = inflateRawSync(file.subarray(start, start + packed));
    expect(text.length).toBe(whole);
    parts[file.toString("utf8", at + 46, at + 46 + name)] = text.toString();
    at += 46 + name + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

test("text is text and a number a number, in a file with the parts a spreadsheet looks for", () => {
  const parts = partsOf(xlsxOf("D-2027-0001 <v1>", [["Line"], ['=1+1 & "more"\u0007', { number: "-12.50" }]]));
  expect(Object.keys(parts)).toEqual([
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
  ]);
  expect(parts["xl/workbook.xml"]).toContain('name="D-2027-0001 &lt;v1&gt;"');
  expect(parts["xl/worksheets/sheet1.xml"]).toContain(
    '<row r="2"><c t="inlineStr"><is><t xml:space="preserve">=1+1 &amp; &quot;more&quot;</t></is></c><c><v>-12.50</v></c></row>',
  );
});
