/** Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, lines between rows, quotes around what holds either. */

export type Block = readonly (readonly string[])[];

const MAX_ROWS = 300;

export function readBlock(text: string): Block {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const cell = readCell(text, at);
    rows.at(-1)?.push(cell.value);
    if (cell.endsWith === "") break;
    if (cell.endsWith === "\n") rows.push([]);
    at = cell.next;
  }
  // A spreadsheet ends its last row too.
  const [last = []] = rows.slice(-1);
  const isIdle = rows.length > 1 && last.length === 1 && last[0] === "";
  return (isIdle ? rows.slice(0, -1) : rows).slice(0, MAX_ROWS);
}

type Cell = { readonly value: string; readonly next: number; readonly endsWith: "\t" | "\n" | "" };

function readCell(text: string, from: number): Cell {
  if (text[from] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)/y;
    quoted.lastIndex = from;
    const found = quoted.exec(text);
    if (found) return ended(text, quoted.lastIndex, (found[1] ?? "").replaceAll('""', '"').replace(/\s*\r?\n\s*/g, " "));
  }
  const end = text.slice(from).search(/\t|\r?\n/);
  const until = end < 0 ? text.length : from + end;
  return ended(text, until, text.slice(from, until));
}

function ended(text: string, at: number, value: string): Cell {
  const trimmed = value.trim();
  if (text[at] === "\t") return { value: trimmed, next: at + 1, endsWith: "\t" };
  if (at >= text.length) return { value: trimmed, next: at, endsWith: "" };
  return { value: trimmed, next: at + (text[at] === "\r" ? 2 : 1), endsWith: "\n" };
}

export function writeBlock(rows: Block): string {
  return rows.map((row) => row.map(writeCell).join("\t")).join("\n");
}

function writeCell(value: string): string {
  return /[\t\n\r"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
