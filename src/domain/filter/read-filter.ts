/** What came over the wire as a filter, or a refusal that points at what is wrong and says the nearest known name. */
import {
  isCondition,
  MOST_CONDITIONS,
  MOST_DEEP,
  MOST_VALUES,
  OPERATORS_OF,
  partsOfGroup,
  type Condition,
  type FilterField,
  type FilterFields,
  type FilterTree,
  type FilterValue,
  type Operator,
} from "#domain/filter/filter.ts";
import { isDayValue, isPeriod, PERIODS } from "#domain/filter/period.ts";
import { nearestName } from "#domain/shared/nearest-name.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DECIMAL = /^-?\d{1,13}(\.\d{1,4})?$/;
const STORABLE = /^[^\0]*$/;

type Ask = { readonly fields: FilterFields; readonly counted: { conditions: number } };

export function readFilter(input: unknown, fields: FilterFields): FilterTree {
  return readTree({ fields, counted: { conditions: 0 } }, input, { pointer: "/filter", depth: 1 });
}

type Place = { readonly pointer: string; readonly depth: number };

function readTree(ask: Ask, input: unknown, { pointer, depth }: Place): FilterTree {
  if (typeof input !== "object" || input === null || Array.isArray(input)) throw refuseField(pointer, "value.type");
  const { all, any, ...rest } = input as Readonly<Record<string, unknown>>;
  if (all === undefined && any === undefined) return readCondition(ask, rest, pointer);
  const [word, parts] = all === undefined ? (["any", any] as const) : (["all", all] as const);
  const [extra] = [...Object.keys(rest), ...(all !== undefined && any !== undefined ? ["any"] : [])];
  if (extra !== undefined) throw refuseField(`${pointer}/${extra}`, "field.unknown");
  if (depth > MOST_DEEP) throw refuseField(pointer, "filter.tooDeep");
  if (!Array.isArray(parts)) throw refuseField(`${pointer}/${word}`, "value.type");
  // Any of nothing would be nothing at all: it is a mistake.
  if (word === "any" && parts.length === 0) throw refuseField(`${pointer}/any`, "value.tooSmall");
  if (parts.length > MOST_CONDITIONS) throw refuseField(`${pointer}/${word}`, "filter.tooMany");
  const read = parts.map((part: unknown, index) => readTree(ask, part, { pointer: `${pointer}/${word}/${index}`, depth: depth + 1 }));
  return word === "all" ? { all: read } : { any: read };
}

function readCondition({ fields, counted }: Ask, input: Readonly<Record<string, unknown>>, pointer: string): Condition {
  const { field, op, value, ...rest } = input;
  const [extra] = Object.keys(rest);
  if (extra !== undefined) throw refuseUnknown(`${pointer}/${extra}`, extra, ["all", "any", "field", "op", "value"]);
  counted.conditions += 1;
  if (counted.conditions > MOST_CONDITIONS) throw refuseField(pointer, "filter.tooMany");
  if (typeof field !== "string") throw refuseField(`${pointer}/field`, "value.required");
  const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (!known) throw refuseUnknown(`${pointer}/field`, field, Object.keys(fields));
  const possible: readonly string[] = OPERATORS_OF[known.kind];
  if (typeof op !== "string") throw refuseField(`${pointer}/op`, "value.required");
  if (!possible.includes(op)) throw refuseUnknown(`${pointer}/op`, op, possible);
  const operator = op as Operator;
  if (operator === "isEmpty" || operator === "isNotEmpty") {
    if (value !== undefined && value !== null) throw refuseField(`${pointer}/value`, "value.invalid");
    return { field, op: operator };
  }
  return { field, op: operator, value: readValue(known, operator, { value, pointer: `${pointer}/value` }) };
}

function refuseUnknown(pointer: string, name: string, known: readonly string[]): Refusal {
  return new Refusal("request.invalid", { suggestions: { [name]: nearestName(name, known) } }, [{ pointer, code: "field.unknown" }]);
}

type Given = { readonly value: unknown; readonly pointer: string };

function readValue(field: FilterField, op: Operator, { value, pointer }: Given): FilterValue {
  if (value === undefined || value === null) throw refuseField(pointer, "value.required");
  if (field.kind === "flag") {
    if (value === true || value === "true") return true;
    if (value === false || value === "false") return false;
    throw refuseField(pointer, "value.type");
  }
  if (op !== "in" && op !== "notIn" && op !== "between") return readOne(field, op, { value, pointer });
  if (!Array.isArray(value)) throw refuseField(pointer, "value.type");
  const wanted = op === "between" ? value.length === 2 : value.length > 0;
  if (!wanted) throw refuseField(pointer, "value.tooSmall");
  if (value.length > MOST_VALUES) throw refuseField(pointer, "value.tooBig");
  return value.map((one: unknown, index) => readOne(field, op, { value: one, pointer: `${pointer}/${index}` }));
}

function readOne(field: FilterField, op: Operator, { value, pointer }: Given): string | number {
  if (field.kind === "number") {
    const figure = typeof value === "string" && DECIMAL.test(value) ? Number(value) : value;
    if (typeof figure !== "number" || !Number.isFinite(figure)) throw refuseField(pointer, "value.type");
    if (Math.abs(figure) > 1e12) throw refuseField(pointer, "value.tooBig");
    return figure;
  }
  if (field.kind === "money") {
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string" || !DECIMAL.test(text)) throw refuseField(pointer, "amount.invalid");
    return text;
  }
  if (typeof value !== "string") throw refuseField(pointer, "value.type");
  if (field.kind === "day") return readDay(op, value, pointer);
  if (field.kind === "choice" || field.kind === "choices") return readChoice(field, value, pointer);
  const text = value.trim();
  if (text === "") throw refuseField(pointer, "value.required");
  if (text.length > 200) throw refuseField(pointer, "value.tooBig");
  if (!STORABLE.test(text) || !text.isWellFormed()) throw refuseField(pointer, "text.unstorable");
  return text;
}

function readDay(op: Operator, value: string, pointer: string): string {
  if (op === "during" && !isPeriod(value)) throw refuseUnknownValue(pointer, value, PERIODS);
  if (op !== "during" && !isDayValue(value)) throw refuseField(pointer, "day.invalid");
  return value;
}

function readChoice({ isId, values, self }: FilterField, value: string, pointer: string): string {
  if (self !== undefined && value === self) return value;
  if (isId) {
    if (!UUID.test(value)) throw refuseField(pointer, "value.format");
    return value.toLowerCase();
  }
  if (values) {
    if (!values.includes(value)) throw refuseUnknownValue(pointer, value, values);
    return value;
  }
  const text = value.trim();
  if (text === "" || text.length > 200) throw refuseField(pointer, "value.format");
  if (!STORABLE.test(text) || !text.isWellFormed()) throw refuseField(pointer, "text.unstorable");
  return text;
}

function refuseUnknownValue(pointer: string, value: string, known: readonly string[]): Refusal {
  return new Refusal("request.invalid", { suggestions: { [value.slice(0, 60)]: nearestName(value, known) } }, [
    { pointer, code: "value.notInList" },
  ]);
}

/** A tree without what says nothing: groups of one are what is in them, groups in groups of their own kind are one. */
export function simplified(tree: FilterTree): FilterTree {
  if (isCondition(tree)) return tree;
  const isAll = "all" in tree;
  const parts = partsOfGroup(tree)
    .map(simplified)
    .flatMap((part) => (!isCondition(part) && "all" in part === isAll ? partsOfGroup(part) : [part]));
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return isAll ? { all: parts } : { any: parts };
}
