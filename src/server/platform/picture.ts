import type { Sharp, SharpOptions } from "sharp";
import { refuseField } from "#domain/shared/refusal.ts";

export type Picture = { readonly width: number | null; readonly height: number | null; readonly thumbnail: Buffer | null };

type Open = (path: string, options: SharpOptions) => Sharp;

/** Twice the size it is shown at, for fine screens. */
const THUMBNAIL = 320;
/** Above this many pixels only JPEG is made small: it is read at the small size. */
const DECODED_PIXELS = 50_000_000;
const AT_ONCE = 2;

let opening: Promise<Open> | undefined;
let looking = 0;
const waiting: (() => void)[] = [];

/** Decoded outside of the event loop, in few threads, and only by the formats of photographs. */
async function library(): Promise<Open> {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: [
      "VipsForeignLoadPngFile",
      "VipsForeignLoadJpegFile",
      "VipsForeignLoadWebpFile",
      "VipsForeignLoadNsgifFile",
      "VipsForeignLoadTiffFile",
      "VipsForeignLoadHeifFile",
    ],
  });
  return sharp;
}

/** Its size and a small copy. One that cannot be decoded is a file like any other. */
export async function lookAtPicture(path: string, mostPixels: number): Promise<Picture> {
  await turn();
  try {
    const open = await (opening ??= library());
    const { width, height, format } = await open(path, { limitInputPixels: false })
      .metadata()
      .catch(() => ({ width: undefined, height: undefined, format: undefined }));
    if (width === undefined || height === undefined) return { width: null, height: null, thumbnail: null };
    if (width * height > mostPixels) throw refuseField("/file", "file.pixels");
    const isSmallEnough = format === "jpeg" || width * height <= DECODED_PIXELS;
    return { width, height, thumbnail: isSmallEnough ? await small(open, path, mostPixels) : null };
  } finally {
    release();
  }
}

async function small(open: Open, path: string, mostPixels: number): Promise<Buffer | null> {
  return open(path, { limitInputPixels: mostPixels, sequentialRead: true, failOn: "error" })
    .autoOrient()
    .resize({ width: THUMBNAIL, height: THUMBNAIL, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 72 })
    .timeout({ seconds: 8 })
    .toBuffer()
    .catch(() => null);
}

async function turn(): Promise<void> {
  if (looking < AT_ONCE) looking += 1;
  else await new Promise<void>((go) => waiting.push(go));
}

/** The place goes to who waits longest. */
function release(): void {
  const next = waiting.shift();
  if (next) next();
  else looking -= 1;
}
