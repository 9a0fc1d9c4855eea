/**
 * The payment plan (RULES 2.7). Amount k = round(total × cumulative %) − what came before, so the sum is exact. What is due
 * by booking day is one first row with all its names; the others keep their order; without a departure they are undated.
 */
import type { Costing, Instalment } from "#domain/quote/costing.ts";
import { exactly } from "#domain/quote/pricing-rate.ts";
import { addDays, type Day } from "#domain/shared/day.ts";
import { add, fraction, multiply, roundHalfAway, ZERO, type Fraction } from "#domain/shared/fraction.ts";

export type Due = {
  readonly names: readonly string[];
  /** Null: not known yet. */
  readonly dueOn: Day | null;
  readonly isAtBooking: boolean;
  readonly percent: Fraction;
  readonly amountMinor: bigint;
};

type Row = Omit<Due, "amountMinor">;

export function paymentPlan(totalMinor: bigint, costing: Pick<Costing, "paymentPlan" | "bookedOn" | "departsOn">): readonly Due[] {
  let cumulative = ZERO;
  let beforeMinor = 0n;
  return rowsOf(costing).map((row) => {
    cumulative = add(cumulative, row.percent);
    const upToMinor = roundHalfAway(multiply(fraction(totalMinor), multiply(cumulative, fraction(1n, 100n))));
    const amountMinor = upToMinor - beforeMinor;
    beforeMinor = upToMinor;
    return { ...row, amountMinor };
  });
}

function rowsOf({ paymentPlan: plan, bookedOn, departsOn }: Pick<Costing, "paymentPlan" | "bookedOn" | "departsOn">): readonly Row[] {
  const rows = plan.map((instalment): Row => rowOf(instalment, { bookedOn, departsOn }));
  const first = rows.filter(({ isAtBooking }) => isAtBooking);
  const later = rows.filter(({ isAtBooking }) => !isAtBooking);
  if (first.length === 0) return later;
  const names = first.flatMap((row) => row.names);
  return [{ names, dueOn: bookedOn, isAtBooking: true, percent: first.map(({ percent }) => percent).reduce(add, ZERO) }, ...later];
}

function rowOf({ name, daysBeforeDeparture, percent }: Instalment, { bookedOn, departsOn }: Pick<Costing, "bookedOn" | "departsOn">): Row {
  const share = exactly(percent);
  if (daysBeforeDeparture === null) return { names: [name], dueOn: bookedOn, isAtBooking: true, percent: share };
  const dueOn = departsOn === null ? null : addDays(departsOn, -daysBeforeDeparture);
  const isAtBooking = dueOn !== null && bookedOn !== null && dueOn <= bookedOn;
  return { names: [name], dueOn, isAtBooking, percent: share };
}
