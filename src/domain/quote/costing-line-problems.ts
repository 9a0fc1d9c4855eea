/** What makes a line of a costing impossible, named by its field and its name. */
import { driversEachOf, isPerPerson, isRoom, type Costing, type CostingLine } from "#domain/quote/costing.ts";
import { isAmount, isWhole, rateProblem } from "#domain/quote/costing-values.ts";
import { exactly } from "#domain/quote/pricing-rate.ts";
import { isCountedByCapacity } from "#domain/product/product.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";

type Say = (field: string, code: string) => FieldProblem;

export function costingLineProblems(costing: Costing, index: number): FieldProblem[] {
  const line = costing.lines[index];
  if (!line) return [];
  const say: Say = (field, code) => ({ pointer: `/lines/${index}/${field}`, code, about: line.name });
  return [
    ...moneyProblems(costing, line, say),
    ...countProblems(line, say),
    ...supplierProblems(line, say),
    ...referenceProblems(costing, line, say),
    ...lineRateProblems(costing, line, say),
  ];
}

function moneyProblems({ currency, workspaceCurrency, exchangeRates }: Costing, line: CostingLine, say: Say): FieldProblem[] {
  if (line.quantityType === "percentage") return percentProblems(line, say);
  const problems: FieldProblem[] = [];
  if (!isAmount(line.unitCost)) problems.push(say("unitCost", "amount.invalid"));
  else if (!isAmount(line.unitCost, line.currency)) problems.push(say("unitCost", "amount.tooFine"));
  else if (exactly(line.unitCost).n < 0n && line.part !== "supplement") problems.push(say("unitCost", "cost.negative"));
  const isKnown = [currency, workspaceCurrency, ...exchangeRates.map((rate) => rate.currency)].includes(line.currency);
  if (!isKnown) problems.push(say("currency", "rate.missing"));
  return problems;
}

function percentProblems({ percent }: CostingLine, say: Say): FieldProblem[] {
  if (percent === null) return [say("percent", "value.required")];
  if (!isAmount(percent)) return [say("percent", "rate.invalid")];
  return exactly(percent).n < 0n ? [say("percent", "cost.negative")] : [];
}

function countProblems(line: CostingLine, say: Say): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!isWhole(line.repetitions, 0)) problems.push(say("repetitions", "value.notWhole"));
  if (isCountedByCapacity(line.quantityType) && !isWhole(line.capacity ?? 0, 1)) problems.push(say("capacity", "value.tooSmall"));
  if (line.driversEach !== null && !isWhole(line.driversEach, 0)) problems.push(say("driversEach", "value.notWhole"));
  if (line.consumers.includes("drivers") && driversEachOf(line) > 0) problems.push(say("consumers", "consumers.ownDrivers"));
  return problems;
}

function supplierProblems({ supplierFree, quantityType }: CostingLine, say: Say): FieldProblem[] {
  if (!supplierFree) return [];
  if (!isPerPerson(quantityType) && !isRoom(quantityType)) return [say("supplierFree", "supplierFree.unsuitable")];
  return isWhole(supplierFree.n, supplierFree.rule === "oneIn" ? 2 : 1) ? [] : [say("supplierFree/n", "value.tooSmall")];
}

/** A day, a vehicle in use, a room compared with, what a percentage is of: there, of the right kind, not itself. */
function referenceProblems(costing: Costing, line: CostingLine, say: Say): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (line.dayId !== null && !costing.days.some(({ id }) => id === line.dayId)) problems.push(say("dayId", "reference.unknown"));
  if (line.quantityType === "perVehicleInUse" && line.ofLineId === null) problems.push(say("ofLineId", "value.required"));
  if (line.ofLineId !== null)
    problems.push(...pointing(costing, line, { to: line.ofLineId, field: "ofLineId", say, isRight: isComparable(line) }));
  for (const [place, id] of (line.ofLineIds ?? []).entries())
    problems.push(
      ...pointing(costing, line, { to: id, field: `ofLineIds/${place}`, say, isRight: () => line.quantityType === "percentage" }),
    );
  return problems;
}

/** What a line may point at: the vehicles in use are vehicles, a room supplement compares with a room. */
function isComparable({ quantityType, part }: CostingLine): (other: CostingLine) => boolean {
  if (quantityType === "perVehicleInUse") return (other) => other.quantityType === "perCapacity";
  if (isRoom(quantityType) && part !== "base") return (other) => isRoom(other.quantityType);
  return () => false;
}

type Pointing = { readonly to: string; readonly field: string; readonly say: Say; readonly isRight: (other: CostingLine) => boolean };

function pointing(costing: Costing, line: CostingLine, { to, field, say, isRight }: Pointing): FieldProblem[] {
  if (to === line.id) return [say(field, "reference.itself")];
  const other = costing.lines.find(({ id }) => id === to);
  if (!other) return [say(field, "reference.unknown")];
  return other.part === "base" && isRight(other) ? [] : [say(field, "reference.wrongKind")];
}

function lineRateProblems(costing: Costing, line: CostingLine, say: Say): FieldProblem[] {
  const own = rateProblem("", costing.mode, line.ratePercent).map(({ code }) => say("ratePercent", code));
  if (own.length > 0) return own;
  return hasRate(costing, line) ? [] : [say("ratePercent", "pricing.noRate")];
}

/** Rates that cannot be read are told at their own field: here only whether there is one at all. */
function hasRate(costing: Costing, line: CostingLine): boolean {
  const day = costing.days.find(({ id }) => id === line.dayId);
  return [line.ratePercent, day?.ratePercent ?? null, costing.ratePercent, costing.workspaceRate?.percent ?? null].some(
    (rate) => rate !== null,
  );
}
