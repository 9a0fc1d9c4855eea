import { describe, expect, it } from "vitest";
import { keyOfLabel, missingImportant, type CustomField, type CustomType, optionWords } from "#domain/custom-field/custom-field.ts";
import { customChanges, mergeCustom, readCustomValue } from "#domain/custom-field/custom-value.ts";

const field = (key: string, type: CustomType, facts: Partial<CustomField> = {}): CustomField => ({
  id: key,
  recordType: "opportunity",
  key,
  label: key,
  type,
  options: [],
  important: false,
  archived: false,
  ...facts,
});
const options = [
  { id: "easy", label: "Facile", archived: false },
  { id: "hard", label: "Difficile", archived: false },
  { id: "old", label: "Ancien", archived: true },
];
const read = (type: CustomType, raw: unknown, facts: Partial<CustomField> = {}) => readCustomValue(field("one", type, facts), raw);

describe("the key of a custom field", () => {
  it("is its label in one word", () => {
    expect(keyOfLabel("Type de groupe", new Set())).toBe("typeDeGroupe");
    expect(keyOfLabel("Budget validé ?", new Set())).toBe("budgetValide");
  });
  it("begins with a letter and is never taken twice", () => {
    expect(keyOfLabel("2e choix", new Set())).toBe("field2eChoix");
    expect(keyOfLabel("日本", new Set())).toBe("field");
    expect(keyOfLabel("Budget", new Set(["budget", "budget2"]))).toBe("budget3");
    expect(keyOfLabel("Constructor", new Set())).toBe("fieldConstructor");
    expect(keyOfLabel("x".repeat(100), new Set())).toHaveLength(50);
  });
});

describe("the value of a custom field", () => {
  it("is emptied by null, nothing and an empty choice", () => {
    for (const raw of [null, "", "   "]) expect(read("text", raw)).toEqual({ value: null });
    expect(read("multiList", [], { options })).toEqual({ value: null });
  });
  it("is text without what cannot be stored, of a length", () => {
    expect(read("text", " Naples ")).toEqual({ value: "Naples" });
    expect(read("text", "a\0")).toEqual({ code: "text.unstorable" });
    expect(read("text", "a".repeat(501))).toEqual({ code: "value.tooBig" });
    expect(read("longText", "a".repeat(501))).toEqual({ value: "a".repeat(501) });
    expect(read("text", 4)).toEqual({ code: "value.type" });
  });
  it("is a number written in one way, nothing lost", () => {
    expect(read("number", "012.50")).toEqual({ value: "12.5" });
    expect(read("number", 12.5)).toEqual({ value: "12.5" });
    expect(read("number", "-0.00")).toEqual({ value: "0" });
    expect(read("number", "1000")).toEqual({ value: "1000" });
    expect(read("number", "9999999999999.9999")).toEqual({ value: "9999999999999.9999" });
    for (const raw of ["1e5", "12,5", "1.00001", "99999999999999", Number.NaN, Number.POSITIVE_INFINITY])
      expect(read("number", raw)).toEqual({ code: "number.invalid" });
  });
  it("is money of a currency, to its minor unit", () => {
    expect(read("money", { amount: "1200.5", currency: "EUR" })).toEqual({ value: { amount: "1200.50", currency: "EUR" } });
    expect(read("money", { amount: "1200.5", currency: "JPY" })).toEqual({ code: "amount.tooFine" });
    expect(read("money", { amount: "12", currency: "XXX" })).toEqual({ code: "currency.unknown" });
    expect(read("money", { amount: 12, currency: "EUR" })).toEqual({ code: "value.type" });
    expect(read("money", "12")).toEqual({ code: "value.type" });
  });
  it("is a real day, a box, a person", () => {
    expect(read("date", "2027-02-31")).toEqual({ code: "day.invalid" });
    expect(read("date", "2028-02-29")).toEqual({ value: "2028-02-29" });
    expect(read("checkbox", false)).toEqual({ value: false });
    expect(read("checkbox", "true")).toEqual({ code: "value.type" });
    expect(read("user", "claire")).toEqual({ code: "reference.unknown" });
  });
  it("is a link to the web and to nothing else", () => {
    expect(read("link", "https://example.org/a?b=c#d")).toEqual({ value: "https://example.org/a?b=c#d" });
    for (const raw of ["javascript:alert(1)", "data:text/html,x", "ftp://example.org", "https://", "example.org", "https://a b"])
      expect(read("link", raw)).toEqual({ code: "link.invalid" });
  });
  it("is an option that is offered, or was when it was chosen", () => {
    expect(read("list", "easy", { options })).toEqual({ value: "easy" });
    expect(read("list", "old", { options })).toEqual({ code: "value.notInList" });
    expect(readCustomValue(field("one", "list", { options }), "old", "old")).toEqual({ value: "old" });
    expect(read("multiList", ["hard", "easy", "hard"], { options })).toEqual({ value: ["easy", "hard"] });
    expect(readCustomValue(field("one", "multiList", { options }), ["old", "easy"], ["old"])).toEqual({ value: ["easy", "old"] });
    expect(read("multiList", ["gone"], { options })).toEqual({ code: "value.notInList" });
  });
});

describe("a change of custom fields", () => {
  const fields = [field("budgetOk", "checkbox"), field("level", "list", { options })];
  it("writes, empties, and leaves what it does not name", () => {
    expect(mergeCustom(fields, { budgetOk: true, level: "easy" }, { level: null })).toEqual({ values: { budgetOk: true }, problems: [] });
  });
  it("names a field that does not exist, and the nearest one", () => {
    expect(mergeCustom(fields, {}, { levle: "easy" }).problems).toEqual([{ key: "levle", code: "field.unknown", nearest: "level" }]);
  });
  it("is told field by field", () => {
    expect(customChanges({ a: "1", b: ["x"], c: true }, { a: "2", b: ["x"], d: { amount: "1.00", currency: "EUR" } })).toEqual({
      "custom.a": { from: "1", to: "2" },
      "custom.c": { from: true, to: null },
      "custom.d": { from: null, to: { amount: "1.00", currency: "EUR" } },
    });
  });
  it("is told in the words of the list", () => {
    expect(optionWords({ type: "multiList", options }, ["easy", "old"])).toBe("Facile, Ancien");
    expect(optionWords({ type: "list", options }, "gone")).toBeUndefined();
  });
});

describe("what is missing", () => {
  it("is an important field without a value: an unticked box is one", () => {
    const fields = [
      field("a", "text", { important: true }),
      field("b", "checkbox", { important: true }),
      field("c", "text"),
      field("d", "text", { important: true, archived: true }),
    ];
    expect(missingImportant(fields, { b: false })).toEqual(["a"]);
  });
});
