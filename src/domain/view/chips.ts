/**
 * What of a filter stands on a list as chips, by the names that the API gives them, and what is left for the whole tree. The
 * two together say the same as the tree; the address holds both.
 */
import { isCondition, partsOfGroup, valuesOf, type Condition, type FilterTree } from "#domain/filter/filter.ts";
import { parseFilter, writeFilter } from "#domain/filter/notation.ts";
import { simplified } from "#domain/filter/read-filter.ts";
import { isDay } from "#domain/shared/day.ts";
import type { ViewResource } from "#domain/view/view.ts";

export type Chips = Readonly<Record<string, string>>;
/** Of opportunities, `outcome` stands for "open" where it is absent, and is "all" where nothing is asked. */
export type Spread = { readonly chips: Chips; readonly rest: FilterTree | undefined };

type ChipNames = { readonly single: readonly string[]; readonly flags: readonly string[]; readonly days: readonly string[] };

/** The chips of each list. */
const CHIPS: Readonly<Record<ViewResource, ChipNames>> = {
  opportunities: {
    single: ["managerId", "teamId", "stageId", "pipelineId", "clientId", "contactId", "sourceId", "tag", "destination", "outcome"],
    flags: ["priority", "stale", "overdue", "incomplete", "missingImportant", "idle"],
    days: ["departsOn"],
  },
  clients: {
    single: ["kindId", "status", "managerId", "country", "tag"],
    flags: ["withoutOpportunity", "missingImportant"],
    days: [],
  },
  contacts: { single: ["clientId", "newsletter", "country", "tag"], flags: ["missingImportant"], days: [] },
};
/** Fields of the agency: their chips are theirs alone. */
const CUSTOM = /^(custom\.[^[]+)(?:\[(gte|lte)\])?$/;
const ALL_OUTCOMES = "all";

/** A list that shows the open ones alone unless it is told otherwise. */
const asksOutcome = ({ single }: ChipNames): boolean => single.includes("outcome");

export function spreadChips(tree: FilterTree, resource: ViewResource): Spread {
  const names = CHIPS[resource];
  const parts = isCondition(tree) || !("all" in tree) ? [tree] : tree.all;
  const chips: Record<string, string> = {};
  const rest: FilterTree[] = [];
  for (const part of parts) {
    const said = isCondition(part) ? chipsOf(part, names) : undefined;
    if (said && Object.keys(said).every((name) => chips[name] === undefined)) Object.assign(chips, said);
    else rest.push(part);
  }
  if (chips["outcome"] === "open") delete chips["outcome"];
  else if (asksOutcome(names)) chips["outcome"] ??= ALL_OUTCOMES;
  return { chips, rest: rest.length === 0 ? undefined : { all: rest } };
}

function chipsOf({ field, op, value }: Condition, { single, flags, days }: ChipNames): Chips | undefined {
  if (single.includes(field) && op === "is" && typeof value === "string") return { [field]: value };
  if (flags.includes(field) && value === true) return { [field]: "true" };
  if (field === "text" && typeof value === "string") return { q: value };
  if (CUSTOM.test(field) && typeof value !== "object") {
    if (op === "is") return { [field]: String(value) };
    if (op === "gte" || op === "lte") return { [`${field}[${op}]`]: String(value) };
  }
  if (!days.includes(field)) return undefined;
  if ((op === "gte" || op === "lte") && typeof value === "string" && isDay(value)) return { [`${field}[${op}]`]: value };
  if (op !== "between" || typeof value !== "object") return undefined;
  const [from = "", to = ""] = value.map(String);
  return isDay(from) && isDay(to) ? { [`${field}[gte]`]: from, [`${field}[lte]`]: to } : undefined;
}

/** The way back. Names that no chip has are left alone: they are not of the filter. */
export function gatherChips(chips: Readonly<Record<string, string | undefined>>, resource: ViewResource): FilterTree {
  const names = CHIPS[resource];
  const parts: FilterTree[] = [];
  const is = (field: string, value: string | boolean): void => {
    const several = typeof value === "string" && field !== "destination" && value.includes(",");
    parts.push(several ? { field, op: "in", value: value.split(",") } : { field, op: "is", value });
  };
  const outcome = chips["outcome"] ?? "open";
  for (const name of names.single) {
    const value = name === "outcome" ? (outcome === ALL_OUTCOMES ? undefined : outcome) : chips[name];
    if (value) is(name, value);
  }
  for (const name of names.flags) if (chips[name] === "true") is(name, true);
  for (const name of names.days)
    for (const op of ["gte", "lte"] as const) {
      const value = chips[`${name}[${op}]`];
      if (value) parts.push({ field: name, op, value });
    }
  for (const [name, value] of Object.entries(chips)) {
    const [, field, end] = CUSTOM.exec(name) ?? [];
    if (field && value) parts.push({ field, op: end === "gte" || end === "lte" ? end : "is", value });
  }
  if (chips["q"]) parts.push({ field: "text", op: "contains", value: chips["q"] });
  const rest = chips["filter"] === undefined ? undefined : (parseFilter(chips["filter"]) as FilterTree | undefined);
  if (rest === undefined) return { all: parts };
  return { all: [...parts, ...(!isCondition(rest) && "all" in rest ? rest.all : [rest])] };
}

/** The same conditions in another order are the same filter. */
export function isSameFilter(one: FilterTree, other: FilterTree): boolean {
  return ordered(simplified(inEnds(one))) === ordered(simplified(inEnds(other)));
}

/** Between two ends is from the one and until the other. */
function inEnds(tree: FilterTree): FilterTree {
  if (!isCondition(tree)) return "all" in tree ? { all: tree.all.map(inEnds) } : { any: tree.any.map(inEnds) };
  if (tree.op !== "between") return tree;
  const [from = "", to = ""] = valuesOf(tree);
  const { field } = tree;
  return {
    all: [
      { field, op: "gte", value: from },
      { field, op: "lte", value: to },
    ],
  };
}

function ordered(tree: FilterTree): string {
  if (isCondition(tree)) return writeFilter(tree);
  const isAll = "all" in tree;
  return `${isAll ? "all" : "any"}(${partsOfGroup(tree).map(ordered).toSorted().join(",")})`;
}
