import type pg from "pg";
import { startPostgres } from "#server/platform/postgres.ts";
import { prepareExternal } from "#server/platform/roles.ts";
import type { Settings } from "#server/platform/settings-from-environment.ts";

export type Opened = {
  /** Owns the schema. */
  readonly owner: pg.PoolConfig;
  /** May only become the application roles. */
  readonly app: pg.PoolConfig;
  /** In words, for who started it. */
  readonly where: string;
  readonly stop: () => Promise<void>;
};

/** `where` of a database that is not ours: its disk is not ours to look at either. */
export const EXTERNAL = "DATABASE_URL";

/** The embedded PostgreSQL beside the data, or somebody else's (DATABASE_URL). */
export async function openDatabases(settings: Settings, home: string): Promise<Opened> {
  if (!settings.databaseUrl) {
    const postgres = await startPostgres(home);
    return { owner: postgres.owner, app: postgres.app, where: home, stop: postgres.stop };
  }
  const owner = { connectionString: settings.databaseUrl };
  await prepareExternal(owner);
  const app = settings.appDatabaseUrl ? { connectionString: settings.appDatabaseUrl } : owner;
  return { owner, app, where: EXTERNAL, stop: async () => undefined };
}
