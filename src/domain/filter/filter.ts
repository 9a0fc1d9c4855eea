/**
 * A filter is a tree: all of, any of, or one condition on a field. Which fields there are, and of what kind, each list says
 * in a table put together in one place; what can be asked of a kind stands here.
 */

import { foldText } from "#domain/shared/text.ts";

export type FieldKind = "text" | "words" | "choice" | "choices" | "number" | "money" | "day" | "flag";

export const OPERATORS = [
  "is",
  "isNot",
  "in",
  "notIn",
  "contains",
  "startsWith",
  "gte",
  "lte",
  "between",
  "during",
  "isEmpty",
  "isNotEmpty",
] as const;
export type Operator = (typeof OPERATORS)[number];

/** What can be asked of each kind of field, the most asked first. */
export const OPERATORS_OF: Readonly<Record<FieldKind, readonly Operator[]>> = {
  text: ["contains", "startsWith", "is", "isNot", "isEmpty", "isNotEmpty"],
  words: ["contains"],
  choice: ["is", "isNot", "in", "notIn", "isEmpty", "isNotEmpty"],
  choices: ["is", "isNot", "in", "notIn", "isEmpty", "isNotEmpty"],
  number: ["gte", "lte", "between", "is", "isNot", "isEmpty", "isNotEmpty"],
  money: ["gte", "lte", "between", "is", "isNot", "isEmpty", "isNotEmpty"],
  day: ["during", "gte", "lte", "between", "is", "isNot", "isEmpty", "isNotEmpty"],
  flag: ["is"],
};

/** A right beyond that of the list itself, without which a field may not be asked for: its values would be told. */
export type FieldRight = "costs" | "clients" | "contacts" | "activities" | "opportunities";

export type FilterField = {
  readonly kind: FieldKind;
  /** Ids of records; else the closed list of `values`, else any text. */
  readonly isId?: boolean;
  readonly values?: readonly string[];
  /** A word that stands for the one who asks: their own id, their own teams. */
  readonly self?: "me" | "mine";
  readonly needs?: FieldRight;
  /** Accents and capitals of the choices make no difference. */
  readonly folds?: boolean;
};
export type FilterFields = Readonly<Record<string, FilterField>>;

export type FilterValue = string | number | boolean | readonly (string | number)[];
export type Condition = { readonly field: string; readonly op: Operator; readonly value?: FilterValue };
export type FilterTree = { readonly all: readonly FilterTree[] } | { readonly any: readonly FilterTree[] } | Condition;

export const MOST_DEEP = 5;
export const MOST_CONDITIONS = 50;
export const MOST_VALUES = 200;

export function isCondition(tree: FilterTree): tree is Condition {
  return "field" in tree;
}

export function partsOfGroup(tree: Exclude<FilterTree, Condition>): readonly FilterTree[] {
  return "all" in tree ? tree.all : tree.any;
}

/** Every condition of a tree, in reading order. */
export function conditionsIn(tree: FilterTree): readonly Condition[] {
  return isCondition(tree) ? [tree] : partsOfGroup(tree).flatMap(conditionsIn);
}

/** One value and a list of values are asked the same way. */
export function valuesOf({ value }: Condition): readonly (string | number)[] {
  if (value === undefined || typeof value === "boolean") return [];
  return typeof value === "object" ? value : [value];
}

/** "me" and "mine" are whoever asks, also in a view that somebody else saved. */
export type Asker = { readonly userId: string; readonly teamIds: readonly string[] };

export function choicesOf(condition: Condition, { self, folds }: FilterField, asker: Asker): string[] {
  return valuesOf(condition)
    .map(String)
    .flatMap((value) => {
      if (value !== self) return [folds ? foldText(value) : value];
      return self === "me" ? [asker.userId] : asker.teamIds;
    });
}
