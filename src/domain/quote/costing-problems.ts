/**
 * What makes a costing impossible (RULES 2.1), each named by its field: never NaN, never a silent zero. A negative margin or
 * price is no problem: it is shown.
 */
import { costingLineProblems } from "#domain/quote/costing-line-problems.ts";
import type { Costing, FreePlaceRule } from "#domain/quote/costing.ts";
import { circleProblems } from "#domain/quote/percentage-circles.ts";
import { isAmount, isPercentage, isWhole, problem, rateProblem } from "#domain/quote/costing-values.ts";
import { quoteRate, exactly } from "#domain/quote/pricing-rate.ts";
import { baseFor, type Taken } from "#domain/quote/group-total.ts";
import { add, compare, fraction, ZERO } from "#domain/shared/fraction.ts";
import { isCurrency } from "#domain/shared/money.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";

export function costingProblems(costing: Costing): FieldProblem[] {
  return [
    ...baseProblems(costing),
    ...freePlaceProblems(costing.freePlaces),
    ...rateProblems(costing),
    ...exchangeProblems(costing),
    ...discountProblems(costing),
    ...planProblems(costing),
    ...identityProblems(costing),
    ...costing.lines.flatMap((_, index) => costingLineProblems(costing, index)),
    ...circleProblems(costing),
  ];
}

function baseProblems({ bases, children, leaders }: Costing): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (bases.length === 0) problems.push(problem("/bases", "bases.none"));
  for (const [index, base] of bases.entries()) {
    if (!isWhole(base, 1)) problems.push(problem(`/bases/${index}`, "value.tooSmall"));
    else if (bases.indexOf(base) < index) problems.push(problem(`/bases/${index}`, "bases.twice", String(base)));
  }
  if (!isWhole(children, 0)) problems.push(problem("/children", "value.tooSmall"));
  else if (bases.some((base) => base < children)) problems.push(problem("/children", "children.tooMany"));
  if (!isWhole(leaders, 0)) problems.push(problem("/leaders", "value.tooSmall"));
  return problems;
}

function freePlaceProblems(rule: FreePlaceRule): FieldProblem[] {
  if (rule.rule === "none") return [];
  if (rule.rule !== "thresholds") return isWhole(rule.n, rule.rule === "oneIn" ? 2 : 1) ? [] : [problem("/freePlaces/n", "value.tooSmall")];
  const { thresholds } = rule;
  return thresholds.flatMap((threshold, index) => {
    const pointer = `/freePlaces/thresholds/${index}`;
    if (!isWhole(threshold, 1)) return [problem(pointer, "value.tooSmall")];
    return threshold <= (thresholds[index - 1] ?? 0) ? [problem(pointer, "thresholds.order")] : [];
  });
}

function rateProblems(costing: Costing): FieldProblem[] {
  const { mode, ratePercent, freePlacesRatePercent, workspaceRate, days, vat } = costing;
  const problems = [
    ...rateProblem("/ratePercent", mode, ratePercent),
    ...rateProblem("/freePlacesRatePercent", mode, freePlacesRatePercent),
    ...(workspaceRate ? rateProblem("/workspaceRate/percent", workspaceRate.mode, workspaceRate.percent) : []),
    ...days.flatMap((day, index) => rateProblem(`/days/${index}/ratePercent`, mode, day.ratePercent)),
  ];
  if (!isPercentage(vat.percent)) problems.push(problem("/vat/percent", "value.percent"));
  const needsRate = costing.freePlaces.rule !== "none" && freePlacesRatePercent === null;
  if (needsRate && problems.length === 0 && !quoteRate(costing)) problems.push(problem("/ratePercent", "pricing.noRate"));
  return problems;
}

function exchangeProblems({ currency, workspaceCurrency, exchangeRates, bufferPercent }: Costing): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!isCurrency(currency)) return [problem("/currency", "currency.unknown")];
  for (const [index, { rate }] of exchangeRates.entries())
    if (!isAmount(rate) || exactly(rate).n <= 0n) problems.push(problem(`/exchangeRates/${index}/rate`, "rate.invalid"));
  if (currency !== workspaceCurrency && !exchangeRates.some((one) => one.currency === currency))
    problems.push(problem("/currency", "rate.missing", currency));
  if (!isPercentage(bufferPercent)) problems.push(problem("/bufferPercent", "value.percent"));
  return problems;
}

function discountProblems({ discounts, currency }: Costing): FieldProblem[] {
  return discounts.flatMap(({ kind, value }, index) => {
    const pointer = `/discounts/${index}/value`;
    if (kind === "percent") return isPercentage(value) ? [] : [problem(pointer, "value.percent")];
    if (!isAmount(value) || exactly(value).n < 0n) return [problem(pointer, "amount.invalid")];
    return isAmount(value, currency) ? [] : [problem(pointer, "amount.tooFine")];
  });
}

function planProblems({ paymentPlan }: Costing): FieldProblem[] {
  const problems = paymentPlan.flatMap(({ percent, daysBeforeDeparture }, index) => [
    ...(isPercentage(percent) ? [] : [problem(`/paymentPlan/${index}/percent`, "value.percent")]),
    ...(daysBeforeDeparture === null || isWhole(daysBeforeDeparture, 0)
      ? []
      : [problem(`/paymentPlan/${index}/daysBeforeDeparture`, "value.tooSmall")]),
  ]);
  if (problems.length > 0 || paymentPlan.length === 0) return problems;
  const whole = paymentPlan.map(({ percent }) => exactly(percent)).reduce(add, ZERO);
  return compare(whole, fraction(100n)) === 0 ? [] : [problem("/paymentPlan", "plan.notWhole")];
}

/** Two lines or days of one name tag could not be told apart by those who refer to them. */
function identityProblems({ days, lines }: Costing): FieldProblem[] {
  const twice = (list: string, ids: readonly string[]): FieldProblem[] =>
    ids.flatMap((id, index) => (ids.indexOf(id) < index ? [problem(`/${list}/${index}/id`, "link.twice")] : []));
  return [
    ...twice(
      "days",
      days.map(({ id }) => id),
    ),
    ...twice(
      "lines",
      lines.map(({ id }) => id),
    ),
  ];
}

/** Those who take a supplement or an option: of a line that is one, and no more than pay. */
export function takenProblems(costing: Costing, payers: number, taken: readonly Taken[]): FieldProblem[] {
  const problems = taken.flatMap(({ lineId, takers }, index) => {
    const line = costing.lines.find(({ id }) => id === lineId);
    if (!line) return [problem(`/taken/${index}/lineId`, "reference.unknown")];
    if (line.part === "base") return [problem(`/taken/${index}/lineId`, "reference.wrongKind", line.name)];
    if (!isWhole(takers, 0)) return [problem(`/taken/${index}/takers`, "value.tooSmall", line.name)];
    return takers > payers ? [problem(`/taken/${index}/takers`, "takers.tooMany", line.name)] : [];
  });
  if (!isWhole(payers, 1)) return [problem("/payers", "value.tooSmall"), ...problems];
  return baseFor(costing.bases, payers) === undefined ? [problem("/payers", "payers.belowMinimum"), ...problems] : problems;
}
