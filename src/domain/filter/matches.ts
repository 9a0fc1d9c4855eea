/** Whether a record is in a filter: what the database answers, said without it. Tests hold the two against each other. */
import { choicesOf, isCondition, valuesOf, type Asker, type Condition, type FilterFields, type FilterTree } from "#domain/filter/filter.ts";
import { dayFrom, spanOf } from "#domain/filter/period.ts";
import type { Day } from "#domain/shared/day.ts";
import { parseAmount } from "#domain/shared/money.ts";
import { foldText } from "#domain/shared/text.ts";

/** Money in minor units of the agency's currency, instants as days in its zone, several choices as a list. */
export type Matchable = Readonly<Record<string, string | number | bigint | boolean | readonly string[] | null>>;

export type Matching = {
  readonly fields: FilterFields;
  readonly asker: Asker;
  readonly today: Day;
  readonly currency: string;
};

export function matches(tree: FilterTree, record: Matchable, on: Matching): boolean {
  if (isCondition(tree)) return holds(tree, record, on);
  return "all" in tree ? tree.all.every((part) => matches(part, record, on)) : tree.any.some((part) => matches(part, record, on));
}

function holds(condition: Condition, record: Matchable, on: Matching): boolean {
  const field = on.fields[condition.field];
  const held = record[condition.field] ?? null;
  if (!field) return false;
  const isEmpty = held === null || (Array.isArray(held) && held.length === 0);
  if (condition.op === "isEmpty") return isEmpty;
  if (condition.op === "isNotEmpty") return !isEmpty;
  if (field.kind === "flag") return held === condition.value;
  if (field.kind === "choice" || field.kind === "choices") {
    const wanted = choicesOf(condition, field, on.asker);
    const have = held === null ? [] : Array.isArray(held) ? (held as readonly string[]) : [String(held)];
    const isOne = have.some((value) => wanted.includes(value));
    return condition.op === "is" || condition.op === "in" ? isOne : !isOne;
  }
  if (held === null) return condition.op === "isNot";
  if (field.kind === "text" || field.kind === "words") return holdsText(condition, foldText(String(held)));
  if (field.kind === "day") return holdsDay(condition, String(held), on.today);
  const figures = valuesOf(condition).map((value) => (field.kind === "money" ? (parseAmount(String(value), on.currency) ?? 0n) : value));
  return within(condition, held as number | bigint, figures as readonly (number | bigint)[]);
}

function holdsText(condition: Condition, held: string): boolean {
  const wanted = foldText(String(valuesOf(condition)[0]));
  if (condition.op === "contains") return held.includes(wanted);
  if (condition.op === "startsWith") return held.startsWith(wanted);
  return condition.op === "is" ? held === wanted : held !== wanted;
}

function holdsDay(condition: Condition, held: Day, today: Day): boolean {
  const [first = "", second = ""] = valuesOf(condition).map(String);
  if (condition.op === "during") {
    const { from, to } = spanOf(first, today);
    return (from === null || held >= from) && (to === null || held <= to);
  }
  return within(condition, held, [dayFrom(first, today), dayFrom(second, today)]);
}

function within<Value extends string | number | bigint>({ op }: Condition, held: Value, [first, second]: readonly Value[]): boolean {
  if (first === undefined) return false;
  if (op === "is") return held === first;
  if (op === "isNot") return held !== first;
  if (op === "gte") return held >= first;
  if (op === "lte") return held <= first;
  return second !== undefined && held >= first && held <= second;
}
