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
  /** The folder of the data, when they are on this machine. */
  readonly folder: string | undefined;
  readonly warning: string | undefined;
  readonly stop: () => Promise<void>;
};

/** The embedded PostgreSQL beside the data, or somebody else's (DATABASE_URL). */
export async function openDatabases(settings: Settings, home: string): Promise<Opened> {
  if (!settings.databaseUrl) {
    const postgres = await startPostgres(home);
    return { owner: postgres.owner, app: postgres.app, where: home, folder: home, warning: undefined, stop: postgres.stop };
  }
  const owner = { connectionString: settings.databaseUrl };
  const { where, isSuperuser } = await prepareExternal(owner);
  const app = settings.appDatabaseUrl ? { connectionString: settings.appDatabaseUrl } : owner;
  const warning = isSuperuser ? "DATABASE_URL names a superuser: an ordinary user who owns the database is enough, and safer." : undefined;
  return { owner, app, where, folder: undefined, warning, stop: async () => undefined };
}
