import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation } from "#tests/support/agency.ts";

let installation: Installation;
let owner: pg.Client;

beforeAll(async () => {
  installation = await startInstallation();
  owner = new pg.Client(installation.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await installation.stop();
});

/** Asked before the workspace is known: what is asked by must be unique in the whole installation. */
const LOOK_UPS = [
  "api_key_token_is_one_key",
  "app_user_email_is_one_user_in_the_installation",
  "personal_link_token_is_one_link",
  "session_token_is_one_session",
];

const TABLES = `from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'`;

const namesOf = async (query: string): Promise<string[]> => (await owner.query<{ name: string }>(query)).rows.map((row) => row.name);

test("every table has row policies for both roles of requests", async () => {
  expect((await namesOf(`select relname as name ${TABLES}`)).length).toBeGreaterThan(25);
  const unguarded = await namesOf(`select c.relname as name ${TABLES} and (not c.relrowsecurity or exists (
    select 1 from unnest(array['escale_app', 'escale_app_all']) role where not exists (
      select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.roles = array[role]::name[] and p.qual like '%escale.workspace%')))`);
  expect(unguarded).toEqual([]);
});

test("every primary key, unique constraint, unique index and foreign key begins with the workspace", async () => {
  const constraints = await namesOf(`
    select k.conname as name from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f') and a.attname <> 'workspace_id' and k.conrelid <> 'schema_migration'::regclass order by 1`);
  expect(constraints).toEqual(LOOK_UPS);
  const indexes = await namesOf(`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
    left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration' and a.attname is distinct from 'workspace_id' order by 1`);
  expect(indexes).toEqual(LOOK_UPS);
  const keyless = await namesOf(
    `select c.relname as name ${TABLES} and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
  );
  expect(keyless).toEqual([]);
});

test("a foreign key points within the workspace: both sides name it", async () => {
  const loose = await namesOf(`
    select k.conname as name from pg_constraint k join pg_attribute a on a.attrelid = k.confrelid and a.attnum = k.confkey[1]
    where k.connamespace = 'public'::regnamespace and k.contype = 'f' and a.attname <> 'workspace_id'`);
  expect(loose).toEqual([]);
});

// What they point at is never removed, only marked: an index over the rows that are not deleted serves as well.
test("every foreign key is indexed: the first columns of an index are its columns", async () => {
  const bare = await namesOf(`
    select k.conname as name from pg_constraint k where k.connamespace = 'public'::regnamespace and k.contype = 'f' and not exists (
      select 1 from pg_index i where i.indrelid = k.conrelid
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(?\\w+ IS NOT NULL\\)?$' or pg_get_expr(i.indpred, i.indrelid) like '%(deleted_at IS NULL)%')
        and (select array_agg(n order by n) from unnest((string_to_array(i.indkey::text, ' ')::int2[])[1:array_length(k.conkey, 1)]) n)
          = (select array_agg(n order by n) from unnest(k.conkey) n))
    order by 1`);
  expect(bare).toEqual([]);
});

test("functions that act for their owner are these, and each sets its search path", async () => {
  const { rows } = await owner.query<{ name: string; config: string[] | null }>(
    "select proname as name, proconfig as config from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1",
  );
  expect(rows.map((row) => row.name)).toEqual([
    "any_user_exists",
    "enqueue_job",
    "find_api_key",
    "find_personal_link",
    "find_session",
    "find_user_by_email",
    "learn_imported_tables",
    "search_activities",
    "search_everywhere",
    "search_records",
  ]);
  expect(rows.filter((row) => !row.config?.some((setting) => setting.startsWith("search_path=pg_catalog"))).map((row) => row.name)).toEqual(
    [],
  );
});

test("the roles of requests own nothing, bypass nothing, and cannot change what was told", async () => {
  const { rows } = await owner.query(`select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (select count(*)::int from pg_class where relowner = r.oid) as owned
    from pg_roles r where rolname in ('escale_app', 'escale_app_all', 'escale_login') and rolname <> 'escale_owner' order by 1`);
  expect(rows.length).toBeGreaterThanOrEqual(2);
  for (const row of rows)
    expect(row).toMatchObject({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 });
  const told = await namesOf(`
    select grantee || ' ' || privilege_type || ' ' || table_name as name from information_schema.role_table_grants
    where grantee in ('escale_app', 'escale_app_all', 'PUBLIC') and table_name in ('fact', 'denial', 'change', 'opportunity_state') and privilege_type not in ('SELECT', 'INSERT')
    union select grantee || ' ' || privilege_type || ' ' || table_name || '.' || column_name from information_schema.role_column_grants
    where grantee in ('escale_app', 'escale_app_all', 'PUBLIC') and table_name in ('fact', 'denial', 'change', 'opportunity_state') and privilege_type not in ('SELECT', 'INSERT') order by 1`);
  expect(told).toEqual(["escale_app_all UPDATE change.undone_by", "escale_app_all UPDATE opportunity_state.valid_until"]);
  const writes = await namesOf(`select distinct privilege_type || ' ' || table_name as name from information_schema.role_table_grants
    where grantee = 'escale_app' and privilege_type <> 'SELECT'`);
  expect(writes).toEqual([]);
});

test("facts refuse change and deletion also in practice", async () => {
  const workspaceId = await anAgency(installation);
  await anOpportunity(await aUser(installation, workspaceId));
  const app = new pg.Client(installation.app);
  await app.connect();
  for (const statement of [
    "update fact set kind = 'x'",
    "delete from fact",
    "delete from change",
    "update change set actor_id = null",
    "delete from denial",
    "truncate fact",
  ]) {
    await app.query("begin; set local role escale_app_all");
    await app.query("select set_config('escale.workspace', $1, true)", [workspaceId]);
    await expect(app.query(statement), statement).rejects.toMatchObject({ code: "42501" });
    await app.query("rollback");
  }
  await app.end();
});

test("without a workspace the roles of requests read no row of any table, and write none", async () => {
  await anOpportunity(await aUser(installation, await anAgency(installation)), { contacts: [{ contact: { lastName: "Ferrand" } }] });
  const tables = await namesOf(`select c.relname as name ${TABLES} order by 1`);
  const app = new pg.Client(installation.app);
  await app.connect();
  for (const role of ["escale_app", "escale_app_all"]) {
    for (const setting of ["", "set local escale.workspace = '';", "set local escale.sees_all = 'yes';"]) {
      await app.query(`begin; set local role ${role}; ${setting}`);
      const { rows } = await app.query(
        tables.map((table) => `select '${table}' as name, count(*)::int as rows from "${table}"`).join(" union all "),
      );
      expect(
        rows.filter((row) => row.rows > 0),
        `${role} ${setting}`,
      ).toEqual([]);
      await app.query("rollback");
    }
  }
  await app.query("begin; set local role escale_app_all");
  await expect(
    app.query("insert into team (workspace_id, id, name, created_at) select gen_random_uuid(), gen_random_uuid(), 'x', clock_timestamp()"),
  ).rejects.toMatchObject({ code: "42501" });
  await app.query("rollback");
  await app.end();
});

test("in one workspace no table shows a row of another", async () => {
  const [here, there] = [await anAgency(installation), await anAgency(installation)];
  await anOpportunity(await aUser(installation, there), { contacts: [{ contact: { lastName: "Ferrand" } }] });
  const tables = await namesOf(`select c.relname as name ${TABLES} order by 1`);
  const app = new pg.Client(installation.app);
  await app.connect();
  await app.query("begin; set local role escale_app_all");
  await app.query("select set_config('escale.workspace', $1, true)", [here]);
  const { rows } = await app.query<{ name: string; rows: number }>(
    tables
      .map((table) => `select '${table}' as name, count(*)::int as rows from "${table}" where workspace_id <> '${here}'`)
      .join(" union all "),
  );
  expect(rows.filter((row) => row.rows > 0)).toEqual([]);
  await app.query("rollback");
  await app.end();
});
