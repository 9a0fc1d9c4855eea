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
  await client.connect().catch((error: unknown) => {
    throw new Error(`The database on ${client.host} cannot be entered: ${(error as Error).message}`, { cause: error });
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

type Found = {
  readonly version: number;
  readonly user: string;
  readonly base: string;
  readonly superuser: boolean;
  /** Roles that are not there, and those that the user is no member of. */
  readonly absent: readonly string[];
  readonly missing: readonly string[];
  readonly extensions: readonly string[];
  readonly makes_tables: boolean;
  readonly makes_schemas: boolean;
};

/** A database of somebody else's: its user is the owner. Makes the roles if it may, else says what an administrator must run. */
export async function prepareExternal(owner: pg.ClientConfig): Promise<{ readonly where: string; readonly isSuperuser: boolean }> {
  return withClient(owner, async (client) => {
    await client.query("select pg_advisory_lock(7310993)");
    const { rows } = await client.query<Found>(
      `select current_setting('server_version_num')::int as version, current_user as user, current_database() as base,
         (select rolsuper from pg_roles where rolname = current_user) as superuser,
         array(select r from unnest($1::text[]) r where not exists (select 1 from pg_roles where rolname = r) order by r) as absent,
         array(select r from unnest($1::text[]) r where not exists (select 1 from pg_roles where rolname = r and pg_has_role(current_user, oid, 'member')) order by r) as missing,
         array(select e from unnest(array['pg_trgm', 'unaccent']) e where not exists (select 1 from pg_extension where extname = e) order by e) as extensions,
         has_schema_privilege('public', 'create') as makes_tables, has_database_privilege(current_database(), 'create') as makes_schemas`,
      [APPLICATION_ROLES],
    );
    const found = rows[0];
    if (!found) throw new Error("The database answered nothing.");
    if (found.version < 150_000) throw new Error("Escale needs PostgreSQL 15 or newer.");
    await runOrSay(client, neededOn(found));
    return { where: `PostgreSQL on ${client.host}:${client.port}, database ${found.base}`, isSuperuser: found.superuser };
  });
}

function neededOn({ user, base, absent, missing, extensions, makes_tables, makes_schemas }: Found): string[] {
  const name = pg.escapeIdentifier(user);
  return [
    ...absent.map((role) => `do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$;`),
    ...missing.map((role) => `grant ${role} to ${name};`),
    ...extensions.map((extension) => `create extension if not exists ${extension};`),
    ...(makes_schemas ? [] : [`grant create on database ${pg.escapeIdentifier(base)} to ${name};`]),
    ...(makes_tables ? [] : [`grant create on schema public to ${name};`]),
  ];
}

async function runOrSay(client: pg.Client, statements: readonly string[]): Promise<void> {
  try {
    for (const statement of statements) await client.query(statement);
  } catch (error) {
    const { rows } = await client.query<{ name: string }>("select current_database() as name");
    throw new Error(
      `The database's user may not prepare it (${(error as Error).message}). An administrator of the database must run once, in the database ${rows[0]?.name ?? ""}:\n\n  ${statements.join("\n  ")}\n\nThen start Escale again.`,
      { cause: error },
    );
  }
}

const PASSES_BY = `(r.rolsuper or r.rolbypassrls or exists (
  select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace))`;

/** Refuses to serve when the role of a request, or a login made for requests alone, could pass by the row policies. */
export async function refuseUnsafeRoles({ owner, app }: { readonly owner: pg.ClientConfig; readonly app: pg.ClientConfig }): Promise<void> {
  const unsafe = await withClient(owner, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select r.rolname as name from pg_roles r where r.rolname = any ($1) and ${PASSES_BY}`,
      [APPLICATION_ROLES],
    );
    return rows.map(({ name }) => name);
  });
  if (app !== owner) unsafe.push(...(await withClient(app, unsafeLogin)));
  if (unsafe.length > 0)
    throw new Error(
      `The role ${unsafe.join(", ")} is a superuser, bypasses row security or owns a table: Escale does not serve requests with it.`,
    );
}

async function unsafeLogin(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; passes: boolean; missing: string[] }>(
    `select r.rolname as name, ${PASSES_BY} as passes,
       array(select m from unnest($1::text[]) m where not pg_has_role(r.oid, m, 'member')) as missing
     from pg_roles r where r.rolname = session_user`,
    [APPLICATION_ROLES],
  );
  const login = rows[0];
  if (!login) return [];
  if (login.missing.length > 0 && !login.passes)
    throw new Error(
      `The user of ESCALE_APP_DATABASE_URL may not become the application's roles. An administrator of the database must run once:\n\n  grant ${login.missing.join(", ")} to ${pg.escapeIdentifier(login.name)};`,
    );
  return login.passes ? [login.name] : [];
}
