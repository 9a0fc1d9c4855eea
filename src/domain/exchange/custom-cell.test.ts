import { describe, expect, it } from "vitest";
import type { CustomField, CustomType } from "#domain/custom-field/custom-field.ts";
import { readCustomCell, valueOfCell } from "#domain/exchange/custom-cell.ts";
import { mapHeaders } from "#domain/exchange/fields.ts";

const options = [
  { id: "a", label: "Vols, trains", archived: false },
  { id: "b", label: "Hôtels", archived: false },
  { id: "c", label: "Ancien", archived: true },
];
const field = (type: CustomType, facts: Partial<CustomField> = {}): CustomField => ({
  id: "id",
  recordType: "opportunity",
  key: "key",
  label: "Label",
  type,
  options,
  important: false,
  archived: false,
  ...facts,
});
const read = (type: CustomType, cell: string) => readCustomCell(field(type), cell, { order: "dmy", decimal: "comma" });

describe("a cell of a custom field", () => {
  it("is read as its type", () => {
    expect(read("date", "12/06/2027")).toBe("2027-06-12");
    expect(read("number", "1 234,50")).toBe("1234.5");
    expect(read("checkbox", "oui")).toBe(true);
    expect(read("money", "1 200,50 €")).toBe("1200.50");
    expect(read("money", "1200,50 USD")).toBe("1200.50 USD");
    expect(read("link", "https://example.org")).toBe("https://example.org");
  });
  it("is a label of the list, whatever its capitals and accents", () => {
    expect(read("list", "hotels")).toBe("Hôtels");
    expect(read("multiList", "Vols, trains; hôtels")).toEqual(["Vols, trains", "Hôtels"]);
    expect(read("list", "Ancien")).toEqual({ code: "value.notInList" });
  });
  it("says what is wrong with it", () => {
    expect(read("date", "31/02/2027")).toEqual({ code: "day.invalid" });
    expect(read("number", "beaucoup")).toEqual({ code: "number.invalid" });
    expect(read("link", "javascript:alert(1)")).toEqual({ code: "link.invalid" });
    expect(read("money", "12 XXX")).toEqual({ code: "currency.unknown" });
  });
  it("becomes the value that is kept", () => {
    const known = { currency: "EUR", user: (text: string) => (text === "Claire" ? "u1" : undefined) };
    expect(valueOfCell(field("multiList"), ["Hôtels"], known)).toEqual(["b"]);
    expect(valueOfCell(field("money"), "12.50", known)).toEqual({ amount: "12.50", currency: "EUR" });
    expect(valueOfCell(field("money"), "12.50 USD", known)).toEqual({ amount: "12.50", currency: "USD" });
    expect(valueOfCell(field("user"), "Claire", known)).toBe("u1");
    expect(valueOfCell(field("user"), "Hugo", known)).toBeUndefined();
  });
});

describe("the column of a custom field", () => {
  it("is known by its label and its key, before words that many fields share", () => {
    const custom = [field("list", { key: "groupType", label: "Type de groupe" }), field("text", { key: "budget", label: "CA" })];
    const mapped = mapHeaders("opportunities", ["Nom", "TYPE DE GROUPE", "ca"], custom);
    expect(mapped.map((one) => one.field)).toEqual(["name", "custom.groupType", "custom.budget"]);
    expect(mapHeaders("opportunities", ["groupType", "custom.budget"], custom).map((one) => one.field)).toEqual([
      "custom.groupType",
      "custom.budget",
    ]);
  });
});
