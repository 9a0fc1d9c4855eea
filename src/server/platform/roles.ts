import pg from "pg";
import type { Secrets } from "#server/platform/postgres-cluster.ts";

/** Sees its scope; sees the workspace. Neither may log in, own a table or bypass row security. */
const APPLICATION_ROLES = ["escale_app", "escale_app_all"];

/** The embedded cluster: an owner that is no superuser, a login for requests that may only become the application roles. */
export async function prepareEmbedded(superuser: pg.ClientConfig, secrets: Secrets): Promise<void> {
  await withClient(superuser, async (client) => {
    await client.query("select pg_advisory_lock(7310993)");
    if ((await client.query("select 1 from pg_database where datname = 'escale'")).rowCount) return;
    for (const role of APPLICATION_ROLES) await createRole(client, `${role} nologin`);
    await createRole(client, `escale_owner login password '${secrets.owner}'`);
    await createRole(client, `escale_login login noinherit password '${secrets.login}'`);
    await client.query("grant escale_app, escale_app_all to escale_login, escale_owner");
    await client.query("create database escale owner escale_owner");
  });
  await withClient({ ...superuser, database: "escale" }, prepareDatabase);
}

/** What only the cluster's account may do in a new database. Also for the databases of tests. */
export async function prepareDatabase(client: pg.Client): Promise<void> {
  await client.query("create extension if not exists pg_trgm");
  await client.query("create extension if not exists unaccent");
  await client.query("alter schema public owner to escale_owner");
}

async function createRole(client: pg.Client, role: string): Promise<void> {
  await client.query(`do $$ begin create role ${role}; exception when duplicate_object then null; end $$`);
}

export async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...config, application_name: `escale:${process.pid}`, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database of somebody else's: its user is the owner. Makes the roles if it may, else says what an administrator must run. */
export async function prepareExternal(owner: pg.ClientConfig): Promise<void> {
  await withClient(owner, async (client) => {
    const { rows } = await client.query<{ version: number; user: string; superuser: boolean; missing: string[]; extensions: string[] }>(
      `select current_setting('server_version_num')::int as version, current_user as user,
         (select rolsuper from pg_roles where rolname = current_user) as superuser,
         array(select r from unnest($1::text[]) r where not exists (select 1 from pg_roles where rolname = r) or not pg_has_role(current_user, r, 'member')) as missing,
         array(select e from unnest(array['pg_trgm', 'unaccent']) e where not exists (select 1 from pg_extension where extname = e)) as extensions`,
      [APPLICATION_ROLES],
    );
    const found = rows[0];
    if (!found) return;
    if (found.version < 150_000) throw new Error("Escale needs PostgreSQL 15 or newer.");
    const needed = [
      ...found.missing.map((role) => `do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$;`),
      ...found.missing.map((role) => `grant ${role} to "${found.user}";`),
      ...found.extensions.map((extension) => `create extension if not exists ${extension};`),
    ];
    if (needed.length > 0) await runOrSay(client, needed);
  });
}

async function runOrSay(client: pg.Client, statements: readonly string[]): Promise<void> {
  try {
    for (const statement of statements) await client.query(statement);
  } catch (error) {
    const { rows } = await client.query<{ name: string }>("select current_database() as name");
    throw new Error(
      `The database's user may not prepare it (${(error as Error).message}). An administrator of the database must run once, in ${rows[0]?.name ?? "it"}:\n  ${statements.join("\n  ")}`,
      { cause: error },
    );
  }
}

/** Refuses to serve when the role of a request could pass by the row policies. */
export async function refuseUnsafeRoles(config: pg.ClientConfig): Promise<void> {
  await withClient(config, async (client) => {
    const { rows } = await client.query<{ rolname: string }>(
      `select r.rolname from pg_roles r
       where r.rolname = any ($1) and (r.rolsuper or r.rolbypassrls or exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')))`,
      [APPLICATION_ROLES],
    );
    if (rows.length > 0)
      throw new Error(
        `The role ${rows.map((row) => row.rolname).join(", ")} is a superuser, bypasses row security or owns a table: Escale does not serve requests with it.`,
      );
  });
}
