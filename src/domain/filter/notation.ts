/**
 * A filter as it stands in an address: short, and readable without decoding it.
 * all(managerId~is~me,any(amount~gte~5000,departsOn~during~nextQuarter),stageId~in~A*B)
 */
import { isCondition, MOST_DEEP, partsOfGroup, valuesOf, type FilterTree } from "#domain/filter/filter.ts";

const SPECIAL = /[~(),*!]/g;
const LISTS = new Set(["in", "notIn", "between"]);

const escape = (text: string): string => text.replace(SPECIAL, (sign) => `!${sign.charCodeAt(0).toString(16)}`);
const unescape = (text: string): string => text.replace(/!([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

export function writeFilter(tree: FilterTree): string {
  if (!isCondition(tree)) return `${"all" in tree ? "all" : "any"}(${partsOfGroup(tree).map(writeFilter).join(",")})`;
  const { field, op, value } = tree;
  const values = typeof value === "boolean" ? [String(value)] : valuesOf(tree).map((one) => escape(String(one)));
  return [escape(field), op, ...(value === undefined ? [] : [values.join("*")])].join("~");
}

/** What such a text says, not yet judged: undefined when it is none. JSON is read too. */
export function parseFilter(text: string): unknown {
  if (text.trimStart().startsWith("{")) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined;
    }
  }
  const read = parsePart(text, 0, 0);
  return read && read.end === text.length ? read.part : undefined;
}

type Read = { readonly part: unknown; readonly end: number };

function parsePart(text: string, at: number, depth: number): Read | undefined {
  const word = text.startsWith("all(", at) ? "all" : text.startsWith("any(", at) ? "any" : undefined;
  if (word === undefined) return parseCondition(text, at);
  if (depth > MOST_DEEP + 1) return undefined;
  const parts: unknown[] = [];
  let end = at + 4;
  if (text[end] === ")") return { part: { [word]: parts }, end: end + 1 };
  for (;;) {
    const read = parsePart(text, end, depth + 1);
    if (!read) return undefined;
    parts.push(read.part);
    if (text[read.end] === ")") return { part: { [word]: parts }, end: read.end + 1 };
    if (text[read.end] !== ",") return undefined;
    end = read.end + 1;
  }
}

function parseCondition(text: string, at: number): Read | undefined {
  const [whole = ""] = /^[^,()]*/.exec(text.slice(at)) ?? [];
  const [field, op, values, ...rest] = whole.split("~");
  if (!field || !op || rest.length > 0) return undefined;
  const value = values === undefined ? undefined : LISTS.has(op) ? values.split("*").map(unescape) : unescape(values);
  return { part: { field: unescape(field), op, ...(value === undefined ? {} : { value }) }, end: at + whole.length };
}
