import type pg from "pg";

type Column = {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly element: string | null;
  readonly required: boolean;
  readonly optional: boolean;
  readonly generated: boolean;
};

const READ: Readonly<Record<string, string>> = {
  int2: "number",
  int4: "number",
  float8: "number",
  bool: "boolean",
  uuid: "string",
  text: "string",
  date: "string",
  bytea: "Buffer",
  int8: "string",
  numeric: "string",
  timestamptz: "Date",
  jsonb: "Json",
};
const WRITE: Readonly<Record<string, string>> = {
  int8: "string | number | bigint",
  numeric: "string | number",
  timestamptz: "Date | string",
  jsonb: "string",
};

const QUERY = `
  select c.relname as table, a.attname as name, t.typname as type, e.typname as element, a.attnotnull as required,
    a.atthasdef or a.attidentity <> '' as optional, a.attgenerated <> '' or a.attidentity = 'a' as generated
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  order by c.relname collate "C", a.attnum`;

/** The types of the tables as the queries see them, from the migrated database itself. */
export async function databaseTypes(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Column>(QUERY);
  const tables = [...new Set(rows.map((row) => row.table))];
  const interfaces = tables.map(
    (table) =>
      `export interface ${pascal(table)}Table {\n${rows
        .filter((row) => row.table === table)
        .map((column) => `  ${column.name}: ${typeOf(column)};`)
        .join("\n")}\n}`,
  );
  const all = `export interface DB {\n${tables.map((table) => `  ${table}: ${pascal(table)}Table;`).join("\n")}\n}`;
  return [
    "// Generated from the migrations by `npm run check -- --write`; do not edit.",
    'import type { ColumnType, GeneratedAlways } from "kysely";',
    "export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };",
    ...interfaces,
    all,
    "",
  ].join("\n");
}

function typeOf(column: Column): string {
  const none = column.required ? "" : " | null";
  const read = (column.element ? `${READ[column.element] ?? "unknown"}[]` : (READ[column.type] ?? "unknown")) + none;
  if (column.generated) return `GeneratedAlways<${read}>`;
  const write = WRITE[column.type] && !column.element ? `${WRITE[column.type]}${none}` : read;
  if (read === write && !column.optional) return read;
  return `ColumnType<${read}, ${write}${column.optional ? " | undefined" : ""}, ${write}>`;
}

function pascal(name: string): string {
  return name.replace(/(^|_)(\w)/g, (_all, _gap, letter: string) => letter.toUpperCase());
}
