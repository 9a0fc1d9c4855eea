import { describe, expect, it } from "vitest";
import type { CustomField, CustomType } from "#domain/custom-field/custom-field.ts";
import { figureOf, readCustomFilter } from "#domain/custom-field/custom-filter.ts";

const field = (key: string, type: CustomType): CustomField => ({
  id: `id-${key}`,
  recordType: "opportunity",
  key,
  label: key,
  type,
  options: [],
  important: false,
  archived: false,
});
const fields = [
  field("level", "list"),
  field("budgetOk", "checkbox"),
  field("size", "number"),
  field("day", "date"),
  field("note", "longText"),
];

describe("the figure of a value", () => {
  it("is whole and keeps the order", () => {
    expect(figureOf("number", "12.5")).toBe("125000");
    expect(figureOf("number", "-0.0001")).toBe("-1");
    expect(figureOf("money", "9999999999999.9999")).toBe("99999999999999999");
    expect(figureOf("date", "1970-01-02")).toBe("1");
    expect(figureOf("date", "1969-12-31")).toBe("-1");
    expect(figureOf("date", "2027-02-30")).toBeUndefined();
    expect(figureOf("number", "1e3")).toBeUndefined();
  });
});

describe("a filter by a custom field", () => {
  it("reads a choice, a box, bounds and words", () => {
    const { conditions, problems } = readCustomFilter(fields, {
      level: "a,b",
      budgetOk: "true",
      "size[gte]": "10",
      "day[lte]": "1970-01-11",
      note: "vol",
    });
    expect(problems).toEqual([]);
    expect(conditions).toEqual([
      { kind: "choice", fieldId: "id-level", values: ["a", "b"], orNone: false },
      { kind: "range", fieldId: "id-budgetOk", from: "1", to: "1" },
      { kind: "range", fieldId: "id-size", from: "100000", to: null },
      { kind: "range", fieldId: "id-day", from: null, to: "10" },
      { kind: "words", key: "note", words: "vol" },
    ]);
  });
  it("finds records without a value", () => {
    expect(readCustomFilter(fields, { level: ["a", "none"], size: "none" }).conditions).toEqual([
      { kind: "choice", fieldId: "id-level", values: ["a"], orNone: true },
      { kind: "none", fieldId: "id-size" },
    ]);
  });
  it("names what it does not understand", () => {
    expect(readCustomFilter(fields, { levle: "a", "level[gte]": "a", budgetOk: "yes", size: "big", "day[gte]": "soon" }).problems).toEqual([
      { name: "levle", code: "field.unknown", nearest: "level" },
      { name: "level", code: "field.unknown" },
      { name: "budgetOk", code: "value.notInList" },
      { name: "size", code: "number.invalid" },
      { name: "day", code: "day.invalid" },
    ]);
  });
});
