import path from "node:path";
import { fileURLToPath } from "node:url";
import { webRootOf } from "#server/main/application.ts";
import { Database } from "#server/platform/database.ts";
import { migrate } from "#server/platform/migrations.ts";
import type { FileStore } from "#server/platform/file-store.ts";
import { openFileStore } from "#server/platform/open-file-store.ts";
import { openDatabases, type Opened } from "#server/platform/open-databases.ts";
import { dataFolder } from "#server/platform/os-account.ts";
import { readSettings } from "#server/platform/settings-from-environment.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

/** The installation of this machine, as its host sees it: its database, running or started for the occasion. */
export type Installation = {
  readonly database: Database;
  readonly owner: Opened["owner"];
  /** Of the data; undefined when they are on another machine. */
  readonly folder: string | undefined;
  /** Where the bytes of documents are. */
  readonly files: FileStore;
  /** Migrations that were applied on the way in. */
  readonly migrated: readonly string[];
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Opens the database, brings its schema up to date, and leaves everything as found when the work is done. */
export async function withInstallation<T>(environment: Environment, work: (installation: Installation) => Promise<T>): Promise<T> {
  const { settings } = readSettings(environment, webRootOf(ROOT));
  const home = dataFolder(ROOT, settings.data);
  const opened = await openDatabases(settings, home);
  const files = openFileStore(settings.files, path.join(home, "files"));
  try {
    const migrated = await migrate(opened.owner, path.join(ROOT, "migrations"));
    const database = new Database(opened.app);
    try {
      return await work({ database, owner: opened.owner, folder: opened.folder, files, migrated });
    } finally {
      await database.close();
    }
  } finally {
    await opened.stop();
  }
}
