import { statfs } from "node:fs/promises";
import type pg from "pg";
import { examineFiles, type Finding } from "#server/admin/examine-files.ts";
import type { Installation } from "#server/admin/installation.ts";
import { withClient } from "#server/platform/roles.ts";

const LEAST_FREE_BYTES = 1_000_000_000;

/** What a host looks at first when something is wrong: each with what was found. */
export async function examine(installation: Installation): Promise<Finding[]> {
  const inDatabase = await withClient(installation.owner as pg.ClientConfig, examineDatabase);
  const disk = installation.folder === undefined ? [] : [await freeSpace(installation.folder)];
  return [...inDatabase, ...(await examineFiles(installation)), ...disk];
}

async function examineDatabase(client: pg.Client): Promise<Finding[]> {
  const one = async <T extends pg.QueryResultRow>(query: string): Promise<T> => {
    const [row] = (await client.query<T>(query)).rows;
    if (!row) throw new Error("the database answered nothing");
    return row;
  };
  const server = await one<{ version: string; size: string }>(
    "select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size",
  );
  const schema = await one<{ count: string; newest: string | null }>("select count(*), max(name) as newest from schema_migration");
  const people = await one<{ workspaces: string; users: string; administrators: string }>(
    `select (select count(*) from workspace) as workspaces, (select count(*) from app_user where disabled_at is null) as users,
      (select count(*) from app_user where disabled_at is null and role = 'administrator') as administrators`,
  );
  const open = await one<{ tables: string[] | null }>(
    `select array_agg(c.relname::text order by c.relname) as tables from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity`,
  );
  const opportunities = await one<{ count: string; stateless: string }>(
    `select count(*), count(*) filter (where not exists (select 1 from opportunity_state s
      where s.workspace_id = o.workspace_id and s.opportunity_id = o.id and s.valid_until is null)) as stateless from opportunity o`,
  );
  return [
    { name: "database", isWell: true, said: `PostgreSQL ${server.version}, ${server.size}` },
    { name: "schema", isWell: true, said: `${schema.count} migrations, the newest ${schema.newest ?? "none"}` },
    {
      name: "people",
      isWell: people.workspaces === "0" || people.administrators !== "0",
      said: `${people.workspaces} workspaces, ${people.users} users, ${people.administrators} administrators`,
    },
    {
      name: "row policies",
      isWell: open.tables === null,
      said: open.tables === null ? "every table of a workspace is protected" : `missing on ${open.tables.join(", ")}`,
    },
    {
      name: "history",
      isWell: opportunities.stateless === "0",
      said: `${opportunities.count} opportunities, ${opportunities.stateless} without a present state`,
    },
  ];
}

async function freeSpace(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return { name: "disk", isWell: free > LEAST_FREE_BYTES, said: `${(free / 1e9).toFixed(1)} GB free in ${folder}` };
}
