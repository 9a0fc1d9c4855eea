import { describe, expect, test } from "vitest";
import {
  currencySymbol,
  formatBytes,
  formatDay,
  formatInstant,
  formatMoney,
  formatNearDay,
  formatNumber,
  formatPercent,
  formatRange,
  formatRelativeDays,
  formatSigned,
} from "#web/kit/format.ts";

const NBSP = "\u00a0";

describe("money", () => {
  test.each([
    ["en", "€48,250.50"],
    ["fr", `48${NBSP}250,50${NBSP}€`],
    ["it", `48.250,50${NBSP}€`],
  ])("is written as in %s, without the narrow space the fonts lack", (locale, text) => {
    expect(formatMoney({ amount: "48250.50", currency: "EUR" }, locale)).toBe(text);
  });

  test("groups thousands in Italian from four figures on", () => {
    expect(formatMoney({ amount: "1489.00", currency: "EUR" }, "it")).toBe(`1.489${NBSP}€`);
    expect(formatNumber(1489, "it")).toBe("1.489");
  });

  test("leaves out cents when there are none, unless the column wants them", () => {
    expect(formatMoney({ amount: "40600.00", currency: "EUR" }, "fr")).toBe(`40${NBSP}600${NBSP}€`);
    expect(formatMoney({ amount: "40600.00", currency: "EUR" }, "fr", "always")).toBe(`40${NBSP}600,00${NBSP}€`);
    expect(formatMoney({ amount: "179.95", currency: "EUR" }, "fr", "never")).toBe(`180${NBSP}€`);
  });

  test("takes the true minus sign in every language", () => {
    expect(formatMoney({ amount: "-250.00", currency: "EUR" }, "fr")).toBe(`\u2212250${NBSP}€`);
    expect(formatMoney({ amount: "-250.00", currency: "EUR" }, "en")).toBe("\u2212€250");
    expect(formatMoney({ amount: "-250.00", currency: "EUR" }, "it")).toBe(`\u2212250${NBSP}€`);
  });

  test("keeps every digit of an amount larger than a float holds", () => {
    expect(formatMoney({ amount: "9007199254740993.01", currency: "EUR" }, "en")).toBe("€9,007,199,254,740,993.01");
  });

  test("has no cents where the currency has none", () => {
    expect(formatMoney({ amount: "1250", currency: "JPY" }, "fr", "always")).toBe(`1${NBSP}250${NBSP}JPY`.replace("JPY", currencyIn("fr")));
  });

  test("shows the symbol alone beside a field", () => {
    expect(currencySymbol("EUR", "fr")).toBe("€");
    expect(currencySymbol("CHF", "it")).toBe("CHF");
  });

  test("always signs a difference", () => {
    expect(formatSigned("1 200 €", false)).toBe("+1 200 €");
    expect(formatSigned("\u2212250 €", true)).toBe("\u2212250 €");
  });
});

test.each([
  ["en", "16.9%"],
  ["fr", `16,9${NBSP}%`],
  ["it", "16,9%"],
])("a percentage is written as in %s", (locale, text) => {
  expect(formatPercent("16.9", locale)).toBe(text);
});

test("a percentage keeps its decimals when a column must align", () => {
  expect(formatPercent(19, "fr", 1)).toBe(`19,0${NBSP}%`);
});

describe("days", () => {
  test.each([
    ["en", "12 Jun 2027"],
    ["fr", "12 juin 2027"],
    ["it", "12 giu 2027"],
  ])("are written as in %s", (locale, text) => {
    expect(formatDay("2027-06-12", locale)).toBe(text);
  });

  test("are dd/MM/yyyy in figures in every language", () => {
    expect(["en", "fr", "it"].map((locale) => formatDay("2027-06-12", locale, "numeric"))).toEqual(Array(3).fill("12/06/2027"));
  });

  test("are said in full with their weekday", () => {
    expect(formatDay("2027-06-12", "fr", "full")).toBe("samedi 12 juin 2027");
    expect(formatDay("2027-06-12", "fr", "weekday")).toBe("sam. 12 juin 2027");
  });

  test("begin a French month with 1er", () => {
    expect(formatDay("2026-12-01", "fr", "short")).toBe("1er déc.");
    expect(formatDay("2026-12-01", "it", "short")).toBe("1 dic");
  });

  test("show the year only when it is another one", () => {
    expect(formatNearDay("2026-11-30", "2026-11-24", "fr")).toBe("30 nov.");
    expect(formatNearDay("2027-02-03", "2026-11-24", "fr")).toBe("3 févr. 2027");
  });
});

describe("a range says once what both ends share", () => {
  test("the month and the year", () => {
    expect(formatRange("2027-06-12", "2027-06-19", "fr")).toEqual({ start: "12", end: "19 juin 2027" });
  });
  test("the year", () => {
    expect(formatRange("2027-05-29", "2027-06-03", "it")).toEqual({ start: "29 mag", end: "3 giu 2027" });
  });
  test("nothing", () => {
    expect(formatRange("2027-12-29", "2028-01-02", "fr")).toEqual({ start: "29 déc. 2027", end: "2 janv. 2028" });
  });
  test("everything: one day", () => {
    expect(formatRange("2027-06-12", "2027-06-12", "en")).toEqual({ start: "12 Jun 2027" });
    expect(formatRange("2027-06-12", null, "en")).toEqual({ start: "12 Jun 2027" });
  });
});

test("an instant is told in the workspace's zone", () => {
  expect(formatInstant("2026-11-24T09:42:00Z", "fr", "Europe/Paris")).toBe("24 nov. 2026, 10:42");
});

test.each([
  ["en", "in 12 days"],
  ["fr", `dans 12${NBSP}jours`],
  ["it", "tra 12 giorni"],
])("a distance in days is told as in %s", (locale, text) => {
  expect(formatRelativeDays(12, locale).replace(/\s/g, " ")).toBe(text.replace(/\s/g, " "));
});

function currencyIn(locale: string): string {
  const parts = new Intl.NumberFormat(locale, { style: "currency", currency: "JPY" }).formatToParts(1);
  return parts.find(({ type }) => type === "currency")?.value ?? "";
}

test.each([
  [10, "1 kB", `1${NBSP}ko`],
  [36_400, "36 kB", `36${NBSP}ko`],
  [1_240_000, "1.2 MB", `1,2${NBSP}Mo`],
  [999_600, "1 MB", `1${NBSP}Mo`],
  [2_500_000_000, "2.5 GB", `2,5${NBSP}Go`],
])("%d bytes are written as people say them", (bytes, english, french) => {
  expect([formatBytes(bytes, "en"), formatBytes(bytes, "fr")].map((text) => text.replace(" ", NBSP))).toEqual([
    english.replace(" ", NBSP),
    french,
  ]);
});
