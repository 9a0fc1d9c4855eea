import { open } from "node:fs/promises";
import { contradicts, isActiveDrawing, isBomb, isProgram, MOST_PIXELS, typeOf } from "#domain/document/file-type.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import { lookAtPicture, type Picture } from "#server/platform/picture.ts";
import { unpackedBytes } from "#server/platform/zip-directory.ts";

export type Inspected = { readonly contentType: string } & Picture;

const NO_PICTURE: Picture = { width: null, height: null, thumbnail: null };
const PICTURES = /^image\/(png|apng|jpeg|gif|webp|avif|tiff)$/;
const TEXT_BYTES = 65_536;
const DRAWING_BYTES = 5_000_000;

/** What a file is, by its bytes; what must not be taken in is refused by its field. */
export async function inspectFile(path: string, name: string, byteSize: number): Promise<Inspected> {
  const sniffed = await sniff(path);
  const text = sniffed === undefined || sniffed.endsWith("xml") ? readableText(await firstBytes(path, TEXT_BYTES)) : undefined;
  const contentType = typeOf(name, sniffed, text);
  if (isProgram(name, contentType)) throw refuseField("/file", "file.program");
  if (contradicts(name, contentType)) throw refuseField("/file", "file.contradicts");
  if (contentType === "image/svg+xml") await refuseActive(path, byteSize);
  if (/zip|opendocument|openxmlformats/.test(contentType) && isBomb(await unpackedBytes(path), byteSize))
    throw refuseField("/file", "file.bomb");
  return { contentType, ...(PICTURES.test(contentType) ? await lookAtPicture(path, MOST_PIXELS) : NO_PICTURE) };
}

/** Its library is read with the first file; a broken file is of no known type. */
async function sniff(path: string): Promise<string | undefined> {
  const { fileTypeFromFile } = await import("file-type");
  const found = await fileTypeFromFile(path).catch(() => undefined);
  return found?.mime.split(";")[0];
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** As text in one of the usual encodings; undefined when these are no letters. */
function readableText(bytes: Buffer): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  // oxlint-disable-next-line no-control-regex
  return bytes.some((byte) => byte < 9 || (byte > 13 && byte < 27)) ? undefined : new TextDecoder("windows-1252").decode(bytes);
}

async function refuseActive(path: string, byteSize: number): Promise<void> {
  const text = byteSize <= DRAWING_BYTES ? readableText(await firstBytes(path, byteSize)) : undefined;
  if (text === undefined || isActiveDrawing(text)) throw refuseField("/file", "file.active");
}
