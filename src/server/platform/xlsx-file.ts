import { crc32, deflateRawSync } from "node:zlib";

/** Text stands as it is; a number is reckoned with, its figures as they are written. */
export type XlsxCell = string | { readonly number: string };

/** One sheet, as a spreadsheet opens it: the first row stays in sight. Text is text, so that no formula comes of it. */
export function xlsxOf(sheetName: string, rows: readonly (readonly XlsxCell[])[]): Buffer {
  const sheet = rows.map((cells, index) => `<row r="${index + 1}">${cells.map(cellOf).join("")}</row>`).join("");
  return zipOf([
    ["[Content_Types].xml", CONTENT_TYPES],
    ["_rels/.rels", relationTo("officeDocument", "xl/workbook.xml")],
    ["xl/workbook.xml", workbookOf(sheetName)],
    ["xl/_rels/workbook.xml.rels", relationTo("worksheet", "worksheets/sheet1.xml")],
    ["xl/worksheets/sheet1.xml", `${XML}<worksheet xmlns="${MAIN}">${FIRST_ROW_STAYS}<sheetData>${sheet}</sheetData></worksheet>`],
  ]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const FORMATS = "http://schemas.openxmlformats.org";
const MAIN = `${FORMATS}/spreadsheetml/2006/main`;
const RELATIONS = `${FORMATS}/officeDocument/2006/relationships`;
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const FIRST_ROW_STAYS =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
const CONTENT_TYPES = `${XML}<Types xmlns="${FORMATS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`;

const relationTo = (type: string, target: string): string =>
  `${XML}<Relationships xmlns="${FORMATS}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;

const workbookOf = (name: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const cellOf = (cell: XlsxCell): string =>
  typeof cell === "string" ? `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>` : `<c><v>${cell.number}</v></c>`;

/** XML holds no other control characters than these, whatever was typed. */
function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const NEEDS_VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980: the same costing gives the same file. */
const FIRST_DAY = 0x21;

function zipOf(files: readonly (readonly [name: string, text: string])[]): Buffer {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const [path, whole] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(whole);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(NEEDS_VERSION, 0);
    facts.writeUInt16LE(DEFLATED, 4);
    facts.writeUInt16LE(FIRST_DAY, 8);
    facts.writeUInt32LE(crc32(whole), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(whole.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.from("PK\u0001\u0002"), Buffer.from([NEEDS_VERSION, 0]), facts, place, path);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), facts, path, packed]);
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from("PK\u0005\u0006"), end]);
}
