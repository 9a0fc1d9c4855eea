import type { Table, TableRow } from "#server/exchange/read-table.ts";
import type { Mapping } from "#server/exchange/understand.ts";

/** The file with what was corrected on the screen: a row by itself, else a value wherever it stands in its column. */
export function correctedTable(table: Table, { corrections = {}, replacements = {} }: Mapping): Table {
  const columns = new Map(table.headers.map((header, index) => [header, index]));
  const replaced = Object.entries(replacements).flatMap(([header, values]) => {
    const index = columns.get(header);
    return index === undefined ? [] : [{ index, values: new Map(Object.entries(values)) }];
  });
  if (replaced.length === 0 && Object.keys(corrections).length === 0) return table;
  const correct = (row: TableRow): TableRow => {
    const cells = [...row.cells];
    for (const { index, values } of replaced) cells[index] = values.get((cells[index] ?? "").trim()) ?? cells[index] ?? "";
    for (const [header, value] of Object.entries(corrections[String(row.line)] ?? {})) {
      const index = columns.get(header);
      if (index !== undefined) cells[index] = value;
    }
    return { line: row.line, cells: Array.from(cells, (cell) => cell ?? "") };
  };
  return { ...table, rows: table.rows.map(correct) };
}
