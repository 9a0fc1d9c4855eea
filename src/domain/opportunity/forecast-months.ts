/**
 * The forecast by month, by signature or by departure. Won counts at 100 %, lost not at all. Nothing is dropped or moved
 * silently: without the date in question an opportunity is undated, past it and still open it is overdue in its own month.
 * Months and undated together are the sum of the records, in each series, to the cent.
 */
import { instalmentsOf, periodStart, convert, likelyOf, totalOf, type Instalment, type Value } from "#domain/opportunity/forecast.ts";
import { monthOf, type Day } from "#domain/shared/day.ts";
import { divide, fraction, multiply, percent, roundHalfAway, type Fraction } from "#domain/shared/fraction.ts";

/** `marginMinor` is of the whole value; `rate` leads to the workspace's minor units. */
export type Forecastable = {
  readonly value: Value;
  readonly marginMinor: bigint;
  readonly rate: Fraction;
  readonly outcome: "open" | "won" | "lost";
  readonly probabilityPercent: number;
  readonly expectedCloseOn: Day | null;
  readonly closedOn: Day | null;
  readonly departsOn: Day | null;
};

export type Figures = {
  readonly count: number;
  readonly potentialMinor: bigint;
  readonly likelyMinor: bigint;
  readonly marginMinor: bigint;
};
export type ForecastMonth = Figures & { readonly month: string; readonly overdue: number };
export type Forecast = { readonly months: readonly ForecastMonth[]; readonly undated: Figures };

const NOTHING: Figures = { count: 0, potentialMinor: 0n, likelyMinor: 0n, marginMinor: 0n };

/** Open: the expected close date; won: the day it was really won. Recurring values spread from there, one step a period. */
export function forecastBySignature(records: Iterable<Forecastable>, today: Day): Forecast {
  return forecast(records, today, (record) => ({
    first: record.outcome === "won" ? record.closedOn : record.expectedCloseOn,
    value: record.value,
  }));
}

/** The whole value, recurring too, on the day of departure. */
export function forecastByDeparture(records: Iterable<Forecastable>, today: Day): Forecast {
  return forecast(records, today, (record) => ({
    first: record.departsOn,
    value: { kind: "fixed", amountMinor: totalOf(record.value) },
  }));
}

type Placing = { readonly first: Day | null; readonly value: Value };

function forecast(records: Iterable<Forecastable>, today: Day, place: (record: Forecastable) => Placing): Forecast {
  const months = new Map<string, ForecastMonth>();
  let undated = NOTHING;
  for (const record of records) {
    if (record.outcome === "lost") continue;
    const { first, value } = place(record);
    if (first === null) {
      undated = sum(undated, wholeOf(record));
      continue;
    }
    const overdueIn = record.outcome === "open" && first < today ? monthOf(first) : undefined;
    for (const [month, figures] of spreadOf({ ...record, value }, first)) {
      const before = months.get(month) ?? { ...NOTHING, month, overdue: 0 };
      months.set(month, { month, overdue: before.overdue + (month === overdueIn ? 1 : 0), ...sum(before, figures) });
    }
  }
  return { months: [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1)), undated };
}

function wholeOf(record: Forecastable): Figures {
  const probability = probabilityOf(record);
  return {
    count: 1,
    potentialMinor: convert(totalOf(record.value), record.rate),
    likelyMinor: likelyOf(totalOf(record.value), probability, record.rate),
    marginMinor: likelyOf(record.marginMinor, probability, record.rate),
  };
}

/** The months one record falls in; it counts once in each, however many instalments it has there. */
function spreadOf(record: Forecastable, first: Day): Map<string, Figures> {
  const months = new Map<string, Figures>();
  const collect = (series: "potentialMinor" | "likelyMinor" | "marginMinor", instalments: readonly Instalment[]): void => {
    for (const { on, minor } of instalments) {
      const before = months.get(monthOf(on)) ?? { ...NOTHING, count: 1 };
      months.set(monthOf(on), { ...before, [series]: before[series] + minor });
    }
  };
  const probability = probabilityOf(record);
  collect("potentialMinor", instalmentsOf(record.value, first, 100, record.rate));
  collect("likelyMinor", instalmentsOf(record.value, first, probability, record.rate));
  collect("marginMinor", marginInstalments(record, first));
  return months;
}

/** The margin spreads and rounds like the amount: each rounded, the last the rounded whole less the others. */
function marginInstalments(record: Forecastable, first: Day): Instalment[] {
  const whole = wholeOf(record).marginMinor;
  const { value } = record;
  if (value.kind === "fixed") return [{ on: first, minor: whole }];
  const share = multiply(percent(probabilityOf(record)), record.rate);
  const each = roundHalfAway(multiply(divide(fraction(record.marginMinor), fraction(value.periods)), share));
  const last = value.periods - 1;
  return Array.from({ length: value.periods }, (_, index) => ({
    on: periodStart(first, value.period, index),
    minor: index === last ? whole - each * BigInt(last) : each,
  }));
}

function probabilityOf({ outcome, probabilityPercent }: Forecastable): number {
  return outcome === "won" ? 100 : probabilityPercent;
}

function sum(a: Figures, b: Figures): Figures {
  return {
    count: a.count + b.count,
    potentialMinor: a.potentialMinor + b.potentialMinor,
    likelyMinor: a.likelyMinor + b.likelyMinor,
    marginMinor: a.marginMinor + b.marginMinor,
  };
}
