import path from "node:path";
import { DiskStore } from "#server/platform/disk-store.ts";
import { INCOMING, type FileStore } from "#server/platform/file-store.ts";
import type { FilesSetting } from "#server/platform/files-setting.ts";
import { S3Store } from "#server/platform/s3-store.ts";

export function openFileStore(setting: FilesSetting, ownFolder: string): FileStore {
  if (setting.kind === "s3") return new S3Store(setting, path.join(ownFolder, INCOMING));
  return new DiskStore(setting.folder === undefined ? ownFolder : path.resolve(setting.folder));
}
