/** The step a price was brought to, in units of its currency. */
import type { Rounding } from "#domain/quote/costing.ts";
import type { RoundedTo } from "#domain/quote/explanation.ts";
import { stepMinor } from "#domain/quote/price-rounding.ts";
import { formatAmount } from "#domain/shared/money.ts";

export function roundedStep(rounding: Rounding, currency: string): RoundedTo {
  return { to: rounding.to === "up" ? "up" : "nearest", step: formatAmount(stepMinor(rounding, currency), currency) };
}
