import type { FastifyReply, FastifyRequest } from "fastify";
import { isShown, servedType } from "#domain/document/file-type.ts";
import type { ByteRange, FileStore } from "#server/platform/file-store.ts";
import type { FileAnswer, KeptAnswer } from "#server/platform/request.ts";

/** Never shown in the page: a file is downloaded, under a name that holds no header of its own. */
export function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  reply.header("content-disposition", dispositionOf("attachment", file.name));
  return reply.type(file.type).send(file.body);
}

function dispositionOf(way: "attachment" | "inline", name: string): string {
  const ascii = name
    .normalize("NFD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\]/g, "");
  return `${way}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percented)}`;
}

const percented = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** A sandboxed page can show a picture, but no browser starts its PDF viewer in one: that one may do nothing else. */
const ALONE = "default-src 'none'; sandbox; frame-ancestors 'none'";
const IN_OUR_PAGE = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

/** From the store, in pieces as they are read: whole, or the range that was asked for. */
export async function sendKept(request: FastifyRequest, reply: FastifyReply, { files, kept }: Kept): Promise<FastifyReply> {
  const isInline = kept.isInline && isShown(kept.type);
  const tag = `"${kept.tag}"`;
  reply.headers({ etag: tag, "accept-ranges": "bytes", "x-content-type-options": "nosniff" });
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  reply
    .header("content-disposition", dispositionOf(isInline ? "inline" : "attachment", kept.name))
    .header("content-security-policy", isInline && kept.type === "application/pdf" ? IN_OUR_PAGE : ALONE)
    .type(servedType(kept.type));
  const range =
    request.headers["if-range"] === undefined || request.headers["if-range"] === tag
      ? rangeOf(request.headers.range, kept.size)
      : undefined;
  if (range === "beyond") return reply.code(416).header("content-range", `bytes */${kept.size}`).send();
  const stream = await files.read(kept.key, range);
  if (range) reply.code(206).header("content-range", `bytes ${range.from}-${range.to}/${kept.size}`);
  reply.header("content-length", range ? range.to - range.from + 1 : kept.size);
  return reply.send(stream);
}

type Kept = { readonly files: FileStore; readonly kept: KeptAnswer };

/** One range of bytes; several at once, or none that can be read, is the whole. */
function rangeOf(header: string | undefined, size: number): ByteRange | "beyond" | undefined {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  if (from === "") return Number(to) === 0 ? "beyond" : { from: Math.max(0, size - Number(to)), to: size - 1 };
  if (Number(from) >= size) return "beyond";
  const last = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return last < Number(from) ? undefined : { from: Number(from), to: last };
}
