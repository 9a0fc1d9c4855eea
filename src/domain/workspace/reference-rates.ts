/**
 * The reference rates of the European Central Bank, from the files it publishes (eurofxref-daily and eurofxref-hist, XML or
 * CSV): how many units of each currency one euro buys, day by day. An agency's rate of a currency is how many units of the
 * agency's currency one unit buys: units(own) ÷ units(currency), reckoned exactly and rounded once to ten decimals.
 */
import { isDay, dayOf, type Day } from "#domain/shared/day.ts";
import { divide, fraction, multiply, parseDecimal, roundHalfAway, type Fraction } from "#domain/shared/fraction.ts";
import { isCurrency } from "#domain/shared/money.ts";

/** One day of the file: units for one euro, by currency, as they were written. */
export type ReferenceDay = { readonly day: Day; readonly units: ReadonlyMap<string, string> };

export type AgencyRate = { readonly currency: string; readonly onDay: Day; readonly rate: string };

const DECIMALS = 10;
const EURO = "EUR";

/** Undefined for what is none of the files. */
export function readReferenceRates(text: string): ReferenceDay[] | undefined {
  const days = text.trimStart().startsWith("<") ? readXml(text) : readCsv(text);
  return days.length === 0 ? undefined : days;
}

/** The rates of each day in the agency's currency; a day without the agency's currency gives none. */
export function ratesIn(own: string, { day, units }: ReferenceDay): AgencyRate[] {
  const perEuro = own === EURO ? fraction(1n) : unitsOf(units.get(own));
  if (perEuro === undefined) return [];
  const all = [...units, [EURO, "1"] as const];
  return all.flatMap(([currency, text]) => {
    const one = unitsOf(text);
    if (one === undefined || currency === own) return [];
    const rate = writtenRate(divide(perEuro, one));
    return rate === undefined ? [] : [{ currency, onDay: day, rate }];
  });
}

function unitsOf(text: string | undefined): Fraction | undefined {
  const parsed = text === undefined ? undefined : parseDecimal(text);
  return parsed && parsed.n > 0n ? parsed : undefined;
}

/** Ten decimals, without zeros at the end; what is less than the smallest of them is no rate. */
export function writtenRate(rate: Fraction): string | undefined {
  const scaled = roundHalfAway(multiply(rate, fraction(10n ** BigInt(DECIMALS)))).toString();
  if (scaled === "0") return undefined;
  const figures = scaled.padStart(DECIMALS + 1, "0");
  return `${figures.slice(0, -DECIMALS)}.${figures.slice(-DECIMALS)}`.replace(/\.?0+$/, "");
}

/** `<Cube time='2026-11-20'><Cube currency='USD' rate='1.0854'/>…</Cube>`: nothing else of the file is looked at. */
function readXml(text: string): ReferenceDay[] {
  const days: { day: Day; units: Map<string, string> }[] = [];
  for (const [, attributes = ""] of text.matchAll(/<Cube\s([^<>]{1,200})>/g)) {
    const time = attributeOf(attributes, "time");
    if (time !== undefined && isDay(time)) days.push({ day: time, units: new Map() });
    const currency = attributeOf(attributes, "currency");
    const rate = attributeOf(attributes, "rate");
    if (currency !== undefined && rate !== undefined && isCurrency(currency)) days.at(-1)?.units.set(currency, rate);
  }
  return days.filter(({ units }) => units.size > 0);
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`${name}\\s*=\\s*['"]([^'"]{1,40})['"]`).exec(attributes)?.[1];
}

/** "Date, USD, JPY" above, a day a line: "2026-11-20,1.0854,168.4" or "20 November 2026, 1.0854, 168.4". */
function readCsv(text: string): ReferenceDay[] {
  const [head = "", ...lines] = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const [date, ...names] = cellsOf(head);
  if (date?.toLowerCase() !== "date") return [];
  return lines.flatMap((line) => {
    const [written = "", ...cells] = cellsOf(line);
    const day = readDay(written);
    if (day === undefined) return [];
    const units = new Map(
      names.flatMap((name, index) => (isCurrency(name) && isRate(cells[index]) ? [[name, String(cells[index])] as const] : [])),
    );
    return units.size === 0 ? [] : [{ day, units }];
  });
}

const cellsOf = (line: string): string[] => line.split(",").map((cell) => cell.trim());
const isRate = (cell: string | undefined): boolean => cell !== undefined && /^\d{1,12}(\.\d{1,12})?$/.test(cell);

const MONTHS = "january february march april may june july august september october november december".split(" ");

function readDay(written: string): Day | undefined {
  if (isDay(written)) return written;
  const [, date = "", month = "", year = ""] = /^(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})$/.exec(written) ?? [];
  const index = MONTHS.findIndex((name) => month !== "" && name.startsWith(month.toLowerCase()));
  const day = dayOf(Number(year), index + 1, Number(date));
  return isDay(day) ? day : undefined;
}
