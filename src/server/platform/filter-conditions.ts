import { sql, type RawBuilder } from "kysely";
import {
  choicesOf,
  conditionsIn,
  isCondition,
  partsOfGroup,
  valuesOf,
  type Condition,
  type FilterField,
  type FilterFields,
  type FilterTree,
} from "#domain/filter/filter.ts";
import { dayFrom, spanOf, type Span } from "#domain/filter/period.ts";
import { addDays } from "#domain/shared/day.ts";
import { parseAmount } from "#domain/shared/money.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { foldText } from "#domain/shared/text.ts";
import { may } from "#domain/user/rights.ts";
import type { ReadTx } from "#server/platform/database.ts";

/** What is asked of another record, of which each row has exactly one: asked once a record, not once a row. */
type Within = (condition: RawBuilder<boolean>) => RawBuilder<boolean>;

/** How the database finds a field: its column, or what says whether one of several values is there. */
export type FieldSql =
  | { readonly column: RawBuilder<unknown>; readonly isId?: boolean; readonly within?: Within }
  /** Kept as an instant, asked by days of the agency's zone. */
  | { readonly instant: RawBuilder<unknown> }
  /** Whether one of the values is there; without values, whether there is any. */
  | { readonly some: (values: RawBuilder<unknown> | undefined) => RawBuilder<boolean> }
  | { readonly flag: RawBuilder<boolean> }
  | { readonly words: (text: string) => RawBuilder<boolean> };

export type FilterTable = { readonly fields: FilterFields; readonly sqlOf: (field: string) => FieldSql };

/** Values of what a reader may not see would be told by filtering: such a field is refused, by name. */
export function refuseHidden(tx: ReadTx, tree: FilterTree, fields: FilterFields): void {
  const hidden = conditionsIn(tree).find(({ field }) => !maySeeField(tx, fields[field]));
  if (hidden) throw new Refusal("request.forbidden", {}, [{ pointer: `/filter/${hidden.field}`, code: "field.hidden" }]);
}

export function maySeeField({ actor }: Pick<ReadTx, "actor">, field: FilterField | undefined): boolean {
  if (field?.needs === undefined) return true;
  return field.needs === "costs" ? actor.rights.costs : may(actor, field.needs, "read");
}

/** The tree as one condition, its values as parameters. What it holds was read against the same fields. */
export function treeConditions(tx: ReadTx, tree: FilterTree, table: FilterTable): RawBuilder<boolean> {
  if (isCondition(tree)) return conditionOf(tx, tree, table);
  const parts = partsOfGroup(tree).map((part) => treeConditions(tx, part, table));
  if (parts.length === 0) return sql<boolean>`true`;
  return sql<boolean>`(${sql.join(parts, "all" in tree ? sql` and ` : sql` or `)})`;
}

function conditionOf(tx: ReadTx, condition: Condition, { fields, sqlOf }: FilterTable): RawBuilder<boolean> {
  const field = fields[condition.field];
  if (!field) throw new Error(`"${condition.field}" was read and is no field`);
  const found = sqlOf(condition.field);
  if ("flag" in found) return condition.value === true ? sql<boolean>`(${found.flag})` : sql<boolean>`not (${found.flag})`;
  if ("words" in found) return found.words(String(valuesOf(condition)[0]));
  if ("some" in found) return someOf(tx, condition, { field, some: found.some });
  if ("instant" in found) return instantOf(tx, condition, found.instant);
  const asked = columnOf(tx, condition, { field, found });
  return found.within ? found.within(asked) : asked;
}

type Column = { readonly field: FilterField; readonly found: Extract<FieldSql, { readonly column: unknown }> };

function columnOf(tx: ReadTx, condition: Condition, { field, found }: Column): RawBuilder<boolean> {
  const { column } = found;
  if (condition.op === "isEmpty") return sql<boolean>`${column} is null`;
  if (condition.op === "isNotEmpty") return sql<boolean>`${column} is not null`;
  if (field.kind === "choice") return choiceOf(tx, condition, { field, column, isId: found.isId ?? field.isId ?? false });
  if (field.kind === "text") return textOf(condition, column);
  if (field.kind === "day") return dayOf(tx, condition, column);
  return figureOf(tx, condition, { field, column });
}

type Some = { readonly field: FilterField; readonly some: (values: RawBuilder<unknown> | undefined) => RawBuilder<boolean> };

function someOf(tx: ReadTx, condition: Condition, { field, some }: Some): RawBuilder<boolean> {
  const { op } = condition;
  if (op === "isEmpty") return sql<boolean>`not ${some(undefined)}`;
  if (op === "isNotEmpty") return some(undefined);
  const values = choicesOf(condition, field, tx.actor);
  const one = some(field.isId ? sql`${values}::uuid[]` : sql`${values}::text[]`);
  return op === "is" || op === "in" ? one : sql<boolean>`not ${one}`;
}

type Choice = { readonly field: FilterField; readonly column: RawBuilder<unknown>; readonly isId: boolean };

function choiceOf(tx: ReadTx, condition: Condition, { field, column, isId }: Choice): RawBuilder<boolean> {
  const values = choicesOf(condition, field, tx.actor);
  const isOne = condition.op === "is" || condition.op === "in";
  const cast = sql.raw(isId ? "uuid" : "text");
  // One value alone keeps the order of its index; a list of values does not.
  if (values.length === 1)
    return isOne ? sql<boolean>`${column} = ${values[0]}::${cast}` : sql<boolean>`${column} is distinct from ${values[0]}::${cast}`;
  return isOne
    ? sql<boolean>`${column} = any (${values}::${cast}[])`
    : sql<boolean>`(${column} is null or ${column} <> all (${values}::${cast}[]))`;
}

function textOf(condition: Condition, column: RawBuilder<unknown>): RawBuilder<boolean> {
  const wanted = foldText(String(valuesOf(condition)[0]));
  if (condition.op === "contains") return sql<boolean>`position(${wanted}::text in fold(${column})) > 0`;
  if (condition.op === "startsWith") return sql<boolean>`starts_with(fold(${column}), ${wanted}::text)`;
  return condition.op === "is"
    ? sql<boolean>`fold(${column}) = ${wanted}::text`
    : sql<boolean>`fold(${column}) is distinct from ${wanted}::text`;
}

/** The days a condition asks for, both ends in. */
function spanAsked({ today }: ReadTx, condition: Condition): Span {
  const [first = "", second = ""] = valuesOf(condition).map(String);
  if (condition.op === "during") return spanOf(first, today);
  const from = dayFrom(first, today);
  if (condition.op === "gte") return { from, to: null };
  if (condition.op === "lte") return { from: null, to: from };
  return { from, to: condition.op === "between" ? dayFrom(second, today) : from };
}

function dayOf(tx: ReadTx, condition: Condition, column: RawBuilder<unknown>): RawBuilder<boolean> {
  const { from, to } = spanAsked(tx, condition);
  if (condition.op === "isNot") return sql<boolean>`${column} is distinct from ${from}::date`;
  const ends = [
    ...(from === null ? [] : [sql<boolean>`${column} >= ${from}::date`]),
    ...(to === null ? [] : [sql<boolean>`${column} <= ${to}::date`]),
  ];
  return sql<boolean>`(${sql.join(ends, sql` and `)})`;
}

/** A day of the agency is from its midnight to the next: the column stays as it is and keeps its index. */
function instantOf(tx: ReadTx, condition: Condition, column: RawBuilder<unknown>): RawBuilder<boolean> {
  if (condition.op === "isEmpty") return sql<boolean>`${column} is null`;
  if (condition.op === "isNotEmpty") return sql<boolean>`${column} is not null`;
  const { from, to } = spanAsked(tx, condition);
  const midnight = (day: string): RawBuilder<unknown> => sql`(${day}::date::timestamp at time zone ${tx.agency.timezone})`;
  const ends = [
    ...(from === null ? [] : [sql<boolean>`${column} >= ${midnight(from)}`]),
    ...(to === null ? [] : [sql<boolean>`${column} < ${midnight(addDays(to, 1))}`]),
  ];
  const inside = sql<boolean>`(${sql.join(ends, sql` and `)})`;
  return condition.op === "isNot" ? sql<boolean>`(${inside}) is not true` : inside;
}

type Figure = { readonly field: FilterField; readonly column: RawBuilder<unknown> };

function figureOf({ agency }: ReadTx, condition: Condition, { field, column }: Figure): RawBuilder<boolean> {
  const [first, second] = valuesOf(condition).map((value) => {
    if (field.kind === "number") return sql`${String(value)}::numeric`;
    const minor = parseAmount(String(value), agency.currency);
    if (minor === undefined) throw refuseField(`/filter/${condition.field}`, "amount.tooFine");
    return sql`${minor.toString()}::bigint`;
  });
  switch (condition.op) {
    case "gte":
      return sql<boolean>`${column} >= ${first}`;
    case "lte":
      return sql<boolean>`${column} <= ${first}`;
    case "between":
      return sql<boolean>`(${column} >= ${first} and ${column} <= ${second})`;
    case "isNot":
      return sql<boolean>`${column} is distinct from ${first}`;
    default:
      return sql<boolean>`${column} = ${first}`;
  }
}
