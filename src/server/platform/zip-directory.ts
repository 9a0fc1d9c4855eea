import { open, type FileHandle } from "node:fs/promises";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 65_535;
/** A directory larger than this is no document's. */
const MOST_DIRECTORY = 20_000_000;
const UNKNOWN = 0xffffffff;

/** How many bytes an archive says it unpacks to, from its directory alone; endless when it does not say. */
export async function unpackedBytes(path: string): Promise<number> {
  const file = await open(path);
  try {
    const directory = await directoryOf(file);
    return directory === undefined ? 0 : sumOf(directory);
  } finally {
    await file.close();
  }
}

async function directoryOf(file: FileHandle): Promise<Buffer | undefined> {
  const { size } = await file.stat();
  const tail = await piece(file, Math.max(0, size - END_BYTES - LONGEST_COMMENT), Math.min(size, END_BYTES + LONGEST_COMMENT));
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || at + END_BYTES > tail.length || tail.readUInt32LE(at) !== END) return undefined;
  const [length, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  // Of more than four gigabytes, or with a directory that is a bomb by itself.
  if (length === UNKNOWN || offset === UNKNOWN || length > MOST_DIRECTORY) return Buffer.alloc(0);
  return piece(file, offset, length);
}

function sumOf(directory: Buffer): number {
  if (directory.length === 0) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let at = 0; at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY;) {
    sum += directory.readUInt32LE(at + 24);
    at += ENTRY_BYTES + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return sum;
}

async function piece(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
