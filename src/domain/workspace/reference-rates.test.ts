import { expect, test } from "vitest";
import { ratesIn, readReferenceRates, writtenRate } from "#domain/workspace/reference-rates.ts";
import { fraction } from "#domain/shared/fraction.ts";

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <Cube>
    <Cube time='2026-11-20'><Cube currency='USD' rate='1.0854'/><Cube currency='JPY' rate='168.40'/></Cube>
    <Cube time="2026-11-19"><Cube currency="USD" rate="1.0800"/><Cube currency="XXQ" rate="3"/></Cube>
  </Cube>
</gesmes:Envelope>`;
const HISTORY = "Date,USD,JPY,CHF,\n2026-11-20,1.0854,168.40,N/A,\n2026-11-19,1.08,168.1,0.95,\n";
const DAILY = "Date, USD, JPY, \n20 November 2026, 1.0854, 168.40, \n";

const plain = (text: string) => readReferenceRates(text)?.map(({ day, units }) => [day, Object.fromEntries(units)]);

test("the bank's four files are read: daily and history, XML and CSV", () => {
  expect(plain(XML)).toEqual([
    ["2026-11-20", { USD: "1.0854", JPY: "168.40" }],
    ["2026-11-19", { USD: "1.0800" }],
  ]);
  expect(plain(HISTORY)).toEqual([
    ["2026-11-20", { USD: "1.0854", JPY: "168.40" }],
    ["2026-11-19", { USD: "1.08", JPY: "168.1", CHF: "0.95" }],
  ]);
  expect(plain(`\uFEFF${DAILY}`)).toEqual([["2026-11-20", { USD: "1.0854", JPY: "168.40" }]]);
});

test("what is none of them gives nothing", () => {
  for (const text of ["", "<html></html>", "Name;Amount\nNaples;12", "Date,USD\nyesterday,1.2", "<Cube currency='USD' rate='1'/>"])
    expect(readReferenceRates(text)).toBeUndefined();
});

test("for an agency in euros: one over the units; for another, units by units, the euro among them", () => {
  const [day] = readReferenceRates(HISTORY) ?? [];
  if (!day) throw new Error("not read");
  expect(ratesIn("EUR", day)).toEqual([
    { currency: "USD", onDay: "2026-11-20", rate: "0.9213193293" },
    { currency: "JPY", onDay: "2026-11-20", rate: "0.0059382423" },
  ]);
  expect(ratesIn("USD", day)).toEqual([
    { currency: "JPY", onDay: "2026-11-20", rate: "0.0064453682" },
    { currency: "EUR", onDay: "2026-11-20", rate: "1.0854" },
  ]);
  expect(ratesIn("CHF", day)).toEqual([]);
});

test("ten decimals, rounded once, half away from zero; less than the smallest is no rate", () => {
  expect(writtenRate(fraction(2n, 3n))).toBe("0.6666666667");
  expect(writtenRate(fraction(5n))).toBe("5");
  expect(writtenRate(fraction(1n, 2n * 10n ** 10n))).toBe("0.0000000001");
  expect(writtenRate(fraction(1n, 3n * 10n ** 10n))).toBeUndefined();
});
