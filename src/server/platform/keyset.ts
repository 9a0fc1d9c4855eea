import { createHash } from "node:crypto";
import { sql, type RawBuilder } from "kysely";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";

/** One sortable field: its SQL, the type its cursor value is cast to, and whether it may be absent. */
export type SortField = {
  readonly expression: RawBuilder<unknown>;
  readonly cast: "text" | "date" | "bigint" | "timestamptz";
  readonly nullable: boolean;
  readonly collate?: boolean;
  /** The value stands in a table of its own, joined by this, which names the record by its own `id`. */
  readonly aside?: { readonly join: RawBuilder<unknown>; readonly id: RawBuilder<unknown> };
};

export type SortFields = Readonly<Record<string, SortField>>;

type Term = SortField & { readonly descending: boolean };
type Position = { readonly h: string; readonly v: readonly (string | null)[]; readonly i: string };

export type Keyset = { readonly terms: readonly Term[]; readonly at: Position | undefined; readonly hash: string };

/** "-amount,name" with a cursor: refused with the possible orders when a name is unknown. */
export function readKeyset(
  fields: SortFields,
  sort: string,
  rest: { readonly cursor: string | undefined; readonly filters: unknown },
): Keyset {
  const names = sort
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0 || names.length > 2) throw refuseField("/sort", "sort.unknown");
  const terms = names.map((name) => {
    const field = fields[name.replace(/^-/, "")];
    if (!field) throw new Refusal("request.invalid", { possible: Object.keys(fields) }, [{ pointer: "/sort", code: "sort.unknown" }]);
    return { ...field, descending: name.startsWith("-") };
  });
  const hash = createHash("sha256")
    .update(JSON.stringify([names, rest.filters]))
    .digest("base64url")
    .slice(0, 12);
  return { terms, at: rest.cursor === undefined ? undefined : readPosition(rest.cursor, hash, terms.length), hash };
}

function readPosition(cursor: string, hash: string, terms: number): Position {
  let position: Position;
  try {
    position = JSON.parse(Buffer.from(cursor, "base64url").toString()) as Position;
  } catch {
    throw refuseField("/cursor", "cursor.invalid");
  }
  const isWhole =
    Array.isArray(position?.v) && position.v.length === terms && typeof position.i === "string" && /^[0-9a-f-]{36}$/.test(position.i);
  if (!isWhole || !position.v.every((value) => value === null || typeof value === "string")) throw refuseField("/cursor", "cursor.invalid");
  if (position.h !== hash) throw new Refusal("cursor.mismatch");
  return position;
}

const ordered = (term: Term): RawBuilder<unknown> => (term.collate ? sql`${term.expression} collate name_order` : term.expression);

/** The order: nulls last in both directions, the id in the direction of the first field. */
export function orderOf({ terms }: Keyset, id: RawBuilder<unknown>): RawBuilder<unknown> {
  // A field that is never absent needs no "nulls last", and is read from its index both ways without it.
  return orderBy(
    terms.map((term) => (term.nullable ? orderedTerm(term, " nulls last") : orderedTerm(term))),
    { id, descending: terms[0]?.descending ?? false },
  );
}

const orderedTerm = (term: Term, absent = ""): RawBuilder<unknown> =>
  sql`${ordered(term)} ${sql.raw((term.descending ? "desc" : "asc") + absent)}`.$castTo<unknown>();

function orderBy(parts: readonly RawBuilder<unknown>[], last: { id: RawBuilder<unknown>; descending: boolean }): RawBuilder<unknown> {
  return sql`order by ${sql.join([...parts, sql`${last.id} ${sql.raw(last.descending ? "desc" : "asc")}`])}`;
}

/** The tables that hold values of the order, to stand after the records' own in the question. */
export function joinsOf({ terms }: Keyset): RawBuilder<unknown> {
  return sql`${sql.join(
    terms.map(({ aside }) => aside?.join ?? sql``),
    sql` `,
  )}`;
}

/** What the cursor carries, selected beside the row. */
export function cursorValues({ terms }: Keyset): RawBuilder<unknown> {
  return sql`json_build_array(${sql.join(terms.map((term) => sql`(${term.expression})::text`))})`;
}

/** One range of an index: which rows, and their order in it. */
type Piece = { readonly rows: RawBuilder<boolean>; readonly order: RawBuilder<unknown> };

/**
 * The pieces to read one after the other until the page is full: after the cursor among the rows that have a value,
 * then those without. Each piece is a range of the index.
 */
function piecesAfter(keyset: Keyset, id: RawBuilder<unknown>): Piece[] {
  const { terms, at } = keyset;
  const [first] = terms;
  const order = orderOf(keyset, id);
  if (first?.aside) return piecesAside(keyset, id, first.aside);
  if (!at || !first) return [{ rows: sql<boolean>`true`, order }];
  const [value] = at.v;
  if (value === null || value === undefined)
    return [{ rows: sql<boolean>`${first.expression} is null and ${beyond(keyset, id, 1)}`, order }];
  const main = { rows: rangeAfter(keyset, id, value), order };
  return first.nullable ? [main, { rows: sql<boolean>`${first.expression} is null`, order }] : [main];
}

function rangeAfter(keyset: Keyset, id: RawBuilder<unknown>, value: string): RawBuilder<boolean> {
  const [first] = keyset.terms;
  if (!first) return sql<boolean>`true`;
  const later = first.descending ? "<" : ">";
  if (keyset.terms.length === 1)
    return sql<boolean>`(${ordered(first)}, ${id}) ${sql.raw(later)} (${typed(value, first)}, ${keyset.at?.i}::uuid)`;
  return sql<boolean>`${ordered(first)} ${sql.raw(later + "=")} ${typed(value, first)} and ${beyond(keyset, id, 0)}`;
}

/** The records that have the value, by the index of the values; then the others, by what else the order says. */
function piecesAside(keyset: Keyset, id: RawBuilder<unknown>, aside: NonNullable<SortField["aside"]>): Piece[] {
  const { terms, at } = keyset;
  const [first, ...rest] = terms;
  if (!first) return [];
  const { descending } = first;
  const value = at?.v[0];
  const restOrder = rest.map((term) => orderedTerm(term, term.nullable ? " nulls last" : ""));
  const held = sql<boolean>`${first.expression} is not null`;
  const main = {
    rows: value === null || value === undefined ? held : sql<boolean>`${held} and ${rangeAfter(keyset, aside.id, value)}`,
    order: orderBy([orderedTerm(first), ...restOrder], { id: aside.id, descending }),
  };
  const isBeyond = at !== undefined && (value === null || value === undefined);
  const without = {
    rows: sql<boolean>`${aside.id} is null and ${isBeyond ? beyond(keyset, id, 1) : sql`true`}`,
    order: orderBy(restOrder, { id, descending }),
  };
  return isBeyond ? [without] : [main, without];
}

function typed(value: string, term: Term): RawBuilder<unknown> {
  return term.collate ? sql`${value}::text collate name_order` : sql`${value}::${sql.raw(term.cast)}`;
}

/** Rows strictly after the cursor from the nth term on, then by id. */
function beyond({ terms, at }: Keyset, id: RawBuilder<unknown>, from: number): RawBuilder<boolean> {
  const later = terms[0]?.descending ? "<" : ">";
  const term = terms[from];
  if (!at) return sql<boolean>`true`;
  if (!term) return sql<boolean>`${id} ${sql.raw(later)} ${at.i}::uuid`;
  const value = at.v[from];
  const rest = beyond({ terms, at, hash: "" }, id, from + 1);
  if (value === null || value === undefined) return sql<boolean>`(${term.expression} is null and ${rest})`;
  const after = sql`${ordered(term)} ${sql.raw(term.descending ? "<" : ">")} ${typed(value, term)}`;
  const same = sql`(${ordered(term)} = ${typed(value, term)} and ${rest})`;
  return term.nullable ? sql<boolean>`(${after} or ${term.expression} is null or ${same})` : sql<boolean>`(${after} or ${same})`;
}

export type Keyed = { readonly id: string; readonly cursor_values: unknown };

/** Reads one page piece by piece; one row more than asked tells whether there is a next page. */
export async function readPage<Row extends Keyed>(
  keyset: Keyset,
  limit: number,
  read: (piece: RawBuilder<boolean>, limit: number, order: RawBuilder<unknown>) => Promise<Row[]>,
  id: RawBuilder<unknown>,
): Promise<{ rows: Row[]; nextCursor: string | null }> {
  const rows: Row[] = [];
  for (const piece of piecesAfter(keyset, id)) {
    if (rows.length > limit) break;
    rows.push(...(await read(piece.rows, limit + 1 - rows.length, piece.order)));
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > limit && last ? cursorAfter(keyset, last) : null };
}

export function cursorAfter(keyset: Keyset, row: Keyed): string {
  const position: Position = { h: keyset.hash, v: row.cursor_values as (string | null)[], i: row.id };
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}
