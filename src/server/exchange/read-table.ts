import { detect } from "chardet";
import { parse } from "csv-parse";
import iconv from "iconv-lite";
import { MIXED_ENCODING, SEPARATORS, type Encoding, type Separator } from "#domain/exchange/file-format.ts";
import { refuseField } from "#domain/shared/refusal.ts";

export type Table = {
  readonly encoding: string;
  readonly separator: string;
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
};
/** `line` is where the row begins in the file, the first line being 1. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

const MOST_COLUMNS = 500;
const MOST_ROWS = 1_000_000;
/** Encodings that office programs write; others are taken for the most usual. */
const USUAL = new Set([
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "UTF-16LE",
  "UTF-16BE",
  "macintosh",
]);

type Chosen = { readonly encoding?: Encoding | undefined; readonly separator?: Separator | undefined };

/** Reads a CSV file as it is: encoding and separator are found unless chosen, every row keeps its line. */
export async function readTable(file: Buffer, chosen: Chosen = {}): Promise<Table> {
  if (file.length === 0) throw refuseField("/file", "file.empty");
  const encoding = chosen.encoding ?? encodingOf(file);
  const text = textOf(file, encoding).replace(/^\uFEFF/, "");
  const declared = /^sep=(.)\r?\n/.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const separator = chosen.separator ?? declared?.[1] ?? separatorOf(body);
  const rows = await parseRows(body, separator, declared ? 1 : 0);
  const [head, ...data] = rows;
  if (!head || head.cells.every((cell) => cell.trim() === "")) throw refuseField("/file", "file.noHeader");
  if (head.cells.length > MOST_COLUMNS) throw refuseField("/file", "file.tooManyColumns");
  return { encoding, separator, headers: uniqueHeaders(head.cells), rows: data };
}

function encodingOf(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return "UTF-16LE";
  if (file[0] === 0xfe && file[1] === 0xff) return "UTF-16BE";
  const wide = wideEncodingOf(file.subarray(0, 4000));
  if (wide !== undefined) return wide;
  if (isUtf8(file)) return "UTF-8";
  // A sample is enough to tell a code page.
  const found = detect(file.subarray(0, 200_000)) ?? "";
  if (found === "UTF-8" || hasUtf8Letters(file)) return MIXED_ENCODING;
  return USUAL.has(found) ? found : "windows-1252";
}

/** UTF-16 without its mark: in what Europe writes, every second byte is zero. */
function wideEncodingOf(sample: Buffer): "UTF-16LE" | "UTF-16BE" | undefined {
  if (sample.length < 4) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (odd > many && even < odd / 4) return "UTF-16LE";
  return even > many && odd < even / 4 ? "UTF-16BE" : undefined;
}

/** Accented letters of UTF-8 beside bytes that are none: a file put together from several. */
function hasUtf8Letters(file: Buffer): boolean {
  const text = file.toString("latin1");
  const letters = text.match(/[\xC3-\xC5][\x80-\xBF](?![\x80-\xBF])/g)?.length ?? 0;
  return letters > 0 && letters * 4 > (text.match(/[\xA0-\xFF]/g)?.length ?? 0);
}

function textOf(file: Buffer, encoding: string): string {
  return encoding === MIXED_ENCODING ? textOfMixed(file) : iconv.decode(file, encoding);
}

function textOfMixed(file: Buffer): string {
  const parts: string[] = [];
  for (let from = 0; from < file.length;) {
    const end = file.indexOf(0x0a, from);
    const line = file.subarray(from, end < 0 ? file.length : end + 1);
    parts.push(isUtf8(line) ? line.toString("utf8") : iconv.decode(line, "windows-1252"));
    from += line.length;
  }
  return parts.join("");
}

function isUtf8(file: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(file);
    return true;
  } catch {
    return false;
  }
}

/** The sign that cuts the first lines into the most cells, and the same number in each. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, "")
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== "")
    .slice(0, 10);
  const marked = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const isEven = counts.every((count) => count === counts[0]);
    return { separator, mark: (counts[0] ?? 0) * (isEven ? 2 : 1) };
  });
  return marked.toSorted((a, b) => b.mark - a.mark)[0]?.separator ?? ",";
}

type Parsed = { readonly record: string[]; readonly info: { readonly lines: number } };

/** Piece by piece: requests are answered between two. */
async function parseRows(text: string, separator: string, skipped: number): Promise<TableRow[]> {
  const parser = parse({ delimiter: separator, relax_column_count: true, skip_empty_lines: true, info: true, max_record_size: 2_000_000 });
  const rows: TableRow[] = [];
  let line = 1 + skipped;
  parser.write(text);
  parser.end();
  try {
    for await (const piece of parser as AsyncIterable<Parsed>) {
      rows.push({ line, cells: piece.record });
      line = piece.info.lines + 1 + skipped;
      if (rows.length > MOST_ROWS) throw refuseField("/file", "file.tooManyRows");
      if (rows.length % 2000 === 0) await new Promise((go) => setImmediate(go));
    }
  } catch (error) {
    throw refusalOfParser(error);
  }
  return rows;
}

const PARSER_CODES: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "file.quoteNotClosed",
  CSV_INVALID_CLOSING_QUOTE: "file.quoteMisplaced",
  INVALID_OPENING_QUOTE: "file.quoteMisplaced",
  CSV_MAX_RECORD_SIZE: "file.rowTooLong",
};

function refusalOfParser(error: unknown): unknown {
  const code = PARSER_CODES[(error as { code?: string }).code ?? ""];
  return code === undefined ? error : refuseField("/file", code);
}

/** Two columns of one name stay two: "Phone", "Phone (2)". */
function uniqueHeaders(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const name = header.trim().slice(0, 200) || "–";
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
