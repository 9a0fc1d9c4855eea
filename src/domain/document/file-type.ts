/**
 * What a file is, by its bytes and never by its name alone. A name that promises a picture or a PDF must hold one; programs
 * are refused under any spelling; only what a browser shows safely is ever shown in it.
 */
import { extensionOf } from "#domain/document/file-name.ts";

/** Shown in the browser. Everything else is downloaded; HTML and SVG always. */
export const SHOWN_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"] as const;
export type ShownType = (typeof SHOWN_TYPES)[number];

export function isShown(type: string): type is ShownType {
  return (SHOWN_TYPES as readonly string[]).includes(type);
}

/** Types a browser would run: they leave as bytes without a type of their own. */
const RUN_BY_BROWSERS = /html|svg|xml$|javascript|ecmascript|x-shockwave|multipart\/related/;

export function servedType(type: string): string {
  return RUN_BY_BROWSERS.test(type) ? "application/octet-stream" : type;
}

/** What a computer starts when its icon is pressed. */
const PROGRAMS = new Set(
  `ade adp apk app appimage appx appxbundle asp bas bat bin cer chm class cmd cnt com command cpl crt csh deb der diagcab dll dmg
   elf exe fxp gadget grp hlp hpj hta htc inf ins iso isp its jar jnlp js jse ksh lnk mad maf mag mam mau mav maw mcf mda mdb mde mdt
   mdw mdz msc msh msh1 msh2 mshxml msi msix msp mst ops osd pcd php phtml pif pkg pl plg prf prg ps1 ps1xml ps2 ps2xml psc1 psc2
   psd1 psdm1 pst py pyc pyo pyw pyz pyzw reg rpm run scf scr sct sh shb shs so sys theme tmp url vb vbe vbp vbs vhd vhdx vsmacros
   vsw webpnp website ws wsc wsf wsh xbap xll xnk`
    .trim()
    .split(/\s+/),
);
const PROGRAM_TYPES =
  /^application\/(x-msdownload|x-elf|x-mach-binary|x-ms-shortcut|java-vm|x-shockwave-flash|vnd\.android\.package-archive|x-ms-regedit|x-msi|wasm)$/;

/** Also "FILE.EXE", "file.exe." and "file.exe::$DATA". */
export function isProgram(name: string, type: string): boolean {
  return PROGRAM_TYPES.test(type) || name.split(":").some((part) => PROGRAMS.has(extensionOf(part)));
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
/** A workbook under a password is wrapped in the older container. */
const WRAPPED = ["application/x-cfb", "application/zip"];
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  png: ["image/png", "image/apng"],
  apng: ["image/png", "image/apng"],
  jpg: ["image/jpeg"],
  jpeg: ["image/jpeg"],
  jfif: ["image/jpeg"],
  gif: ["image/gif"],
  webp: ["image/webp"],
  avif: ["image/avif"],
  heic: ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"],
  bmp: ["image/bmp"],
  tif: ["image/tiff"],
  tiff: ["image/tiff"],
  svg: ["image/svg+xml"],
  pdf: ["application/pdf"],
  zip: ["application/zip"],
  docx: [`${OFFICE}.wordprocessingml.document`, ...WRAPPED],
  xlsx: [`${OFFICE}.spreadsheetml.sheet`, ...WRAPPED],
  pptx: [`${OFFICE}.presentationml.presentation`, ...WRAPPED],
};

/** The name promises another kind of file than the bytes are. */
export function contradicts(name: string, type: string): boolean {
  const promised = PROMISED[extensionOf(name)];
  return promised !== undefined && !promised.includes(type);
}

const OLD_OFFICE: Readonly<Record<string, string>> = {
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
  msg: "application/vnd.ms-outlook",
};
const TEXTS: Readonly<Record<string, string>> = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  md: "text/markdown",
  eml: "message/rfc822",
};

/** `sniffed`: by the first bytes; `text`: the beginning, when the bytes are text. */
export function typeOf(name: string, sniffed: string | undefined, text: string | undefined): string {
  const extension = extensionOf(name);
  if (sniffed === "application/x-cfb") return OLD_OFFICE[extension] ?? sniffed;
  if (sniffed !== undefined && !sniffed.endsWith("xml")) return sniffed;
  if (text === undefined) return sniffed ?? "application/octet-stream";
  return markupIn(text) ?? sniffed ?? TEXTS[extension] ?? "text/plain";
}

/** A browser guesses so: by a tag near the beginning, whatever stands before it. */
function markupIn(text: string): string | undefined {
  if (/<svg[\s>/]/i.test(text)) return "image/svg+xml";
  if (/<(!doctype\s+html|html|head|body|script|iframe|frame|embed|object|base|style|title|img|a\s)/i.test(text)) return "text/html";
  return undefined;
}

/** A drawing that would run something, or fetch something, when it is opened. */
export function isActiveDrawing(text: string): boolean {
  return /<script|<foreignobject|<!entity|\son\w+\s*=|javascript:|<iframe|<embed|<object|data:text\/html/i.test(text);
}

export const MOST_PIXELS = 250_000_000;

/** What an archive says it unpacks to, against its size: nothing of ours opens it, but somebody would. */
export function isBomb(unpackedBytes: number, bytes: number): boolean {
  return unpackedBytes > 50_000_000 + 100 * bytes;
}
