import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import type { Loose, TestUser } from "#tests/support/agency.ts";

export const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

export function aPicture(width = 640, height = 480): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "#2b6f8f" } })
    .png()
    .toBuffer();
}

/** A PNG that says it is this large and is nothing. */
export function anEndlessPicture(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** An archive with one empty file that says how much it unpacks to. */
export function anArchive(unpacked: number, name = "a.txt"): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length, 16);
  return Buffer.concat([local, Buffer.from(name), entry, Buffer.from(name), end]);
}

type Sent = { readonly name?: string; readonly bytes?: Uint8Array | string; readonly headers?: Record<string, string> };

export const send = (user: TestUser, path: string, { name = "Programme.pdf", bytes = PDF, headers = {} }: Sent = {}) =>
  user.ask("POST", `${path}?fileName=${encodeURIComponent(name)}`, {
    body: bytes,
    headers: { "content-type": "application/octet-stream", ...headers },
  });

export async function aDocument(user: TestUser, opportunityId: string, sent: Sent = {}): Promise<Loose> {
  const answer = await send(user, `/opportunities/${opportunityId}/documents`, sent);
  if (answer.status !== 201) throw new Error(`the builder was refused: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
