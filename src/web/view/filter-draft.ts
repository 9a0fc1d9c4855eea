import {
  isCondition,
  OPERATORS_OF,
  partsOfGroup,
  type FilterField,
  type FilterFields,
  type FilterTree,
  type FilterValue,
  type Operator,
} from "#domain/filter/filter.ts";

/** A filter while it is put together: every part has a key of its own, and a value may be missing. */
export type DraftCondition = {
  readonly key: number;
  readonly field: string;
  readonly op: Operator;
  readonly value: FilterValue | undefined;
};
export type DraftGroup = { readonly key: number; readonly kind: "all" | "any"; readonly parts: readonly Draft[] };
export type Draft = DraftCondition | DraftGroup;

let keys = 0;
const newKey = (): number => (keys += 1);

export function isGroup(draft: Draft): draft is DraftGroup {
  return "parts" in draft;
}

export function draftOf(tree: FilterTree): Draft {
  if (isCondition(tree)) return { key: newKey(), field: tree.field, op: tree.op, value: tree.value };
  return { key: newKey(), kind: "all" in tree ? "all" : "any", parts: partsOfGroup(tree).map(draftOf) };
}

/** A filter always begins as a group. */
export function draftGroupOf(tree: FilterTree): DraftGroup {
  const draft = draftOf(tree);
  return isGroup(draft) ? draft : { key: newKey(), kind: "all", parts: [draft] };
}

export function newGroup(first: DraftCondition): DraftGroup {
  return { key: newKey(), kind: "any", parts: [first] };
}

export function newCondition(field: string, fields: FilterFields): DraftCondition {
  const [op = "is"] = operatorsOf(field, fields);
  return { key: newKey(), field, op, value: valueAtFirst(fields[field]) };
}

const FOUND_BY_NAME = ["clientId", "contactId"];

/** Records that are found by typing are asked for one by one. */
export function operatorsOf(field: string, fields: FilterFields): readonly Operator[] {
  const kind = fields[field]?.kind ?? "text";
  return FOUND_BY_NAME.includes(field) ? OPERATORS_OF[kind].filter((op) => op !== "in" && op !== "notIn") : OPERATORS_OF[kind];
}

function valueAtFirst(field: FilterField | undefined): FilterValue | undefined {
  if (field?.kind === "flag") return true;
  return field?.kind === "day" ? "thisMonth" : undefined;
}

const LISTS: readonly Operator[] = ["in", "notIn"];

/** Another comparison keeps the value if it still fits. */
export function withOperator(condition: DraftCondition, op: Operator, field: FilterField | undefined): DraftCondition {
  const { value } = condition;
  const kindOf = (one: Operator): string =>
    LISTS.includes(one)
      ? "list"
      : one === "between" || one === "during"
        ? one
        : one.startsWith("isE") || one === "isNotEmpty"
          ? "none"
          : "one";
  if (kindOf(op) === kindOf(condition.op)) return { ...condition, op };
  if (kindOf(op) === "list") return { ...condition, op, value: typeof value === "string" ? [value] : undefined };
  if (op === "during") return { ...condition, op, value: "thisMonth" };
  const first = typeof value === "object" ? value[0] : undefined;
  return { ...condition, op, value: kindOf(op) === "one" && field?.kind !== "day" ? first : undefined };
}

export function isComplete({ op, value }: DraftCondition): boolean {
  if (op === "isEmpty" || op === "isNotEmpty") return true;
  if (value === undefined || value === "") return false;
  if (typeof value !== "object") return true;
  return op === "between" ? value.length === 2 && value.every((one) => one !== "") : value.length > 0;
}

export function areComplete(draft: Draft): boolean {
  return isGroup(draft) ? draft.parts.every(areComplete) : isComplete(draft);
}

/** Groups that hold nothing ask for nothing. */
export function treeOf(draft: Draft): FilterTree | undefined {
  if (!isGroup(draft)) return { field: draft.field, op: draft.op, ...(draft.value === undefined ? {} : { value: draft.value }) };
  const parts = draft.parts.map(treeOf).filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return draft.kind === "all" ? { all: parts } : { any: parts };
}
