import { brotliDecompressSync } from "node:zlib";

const SIGNATURE = 0x774f4632;
/** The place of a table in the list of well-known tags of WOFF2. */
const KNOWN_CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const ARBITRARY_TAG = 63;

/** The characters a WOFF2 font can draw: its `cmap`, which the format leaves as it is (https://www.w3.org/TR/WOFF2/). */
export function charactersOf(font: Buffer): Set<number> {
  if (font.readUInt32BE(0) !== SIGNATURE) throw new Error("this is not a WOFF2 font");
  const count = font.readUInt16BE(12);
  let at = 48;
  let offset = 0;
  let cmap: { offset: number; length: number } | undefined;
  const readNumber = () => {
    let value = 0;
    for (;;) {
      const byte = font.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if ((byte & 128) === 0) return value;
    }
  };
  for (let table = 0; table < count; table += 1) {
    const flags = font.readUInt8(at++);
    const known = flags & 63;
    let isCmap = known === KNOWN_CMAP;
    if (known === ARBITRARY_TAG) {
      isCmap = font.toString("latin1", at, at + 4) === "cmap";
      at += 4;
    }
    const version = flags >> 6;
    const original = readNumber();
    const isTransformed = known === GLYF || known === LOCA ? version !== 3 : version !== 0;
    const length = isTransformed ? readNumber() : original;
    if (isCmap) cmap = { offset, length };
    offset += length;
  }
  const data = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20)));
  if (!cmap) throw new Error("this font has no cmap");
  return readCmap(data.subarray(cmap.offset, cmap.offset + cmap.length));
}

function readCmap(cmap: Buffer): Set<number> {
  const found = new Set<number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) readSegments(table, found);
    if (format === 12) readGroups(table, found);
  }
  return found;
}

function readSegments(table: Buffer, found: Set<number>): void {
  const double = table.readUInt16BE(6);
  for (let segment = 0; segment < double; segment += 2) {
    const last = table.readUInt16BE(14 + segment);
    const first = table.readUInt16BE(16 + double + segment);
    const delta = table.readUInt16BE(16 + double * 2 + segment);
    const place = 16 + double * 3 + segment;
    const range = table.readUInt16BE(place);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyph = range === 0 ? (code + delta) & 0xffff : table.readUInt16BE(place + range + (code - first) * 2);
      if (glyph !== 0) found.add(code);
    }
  }
}

function readGroups(table: Buffer, found: Set<number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + group * 12;
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code += 1) found.add(code);
  }
}
