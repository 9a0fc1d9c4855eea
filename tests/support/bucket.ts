import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import S3rver from "@20minutes/s3rver";

export type Bucket = { readonly setting: string; readonly folder: string; readonly stop: () => Promise<void> };

export const KEYS = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };

/** A store that speaks S3 and checks signatures, with one bucket. */
export async function aBucket(): Promise<Bucket> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "escale-bucket-"));
  const server = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory: folder, configureBuckets: [{ name: "documents" }] });
  const { port } = (await server.run()) as AddressInfo;
  return {
    setting: `s3://${KEYS.accessKeyId}:${KEYS.secretAccessKey}@documents/agency?endpoint=http://127.0.0.1:${port}`,
    folder,
    stop: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
