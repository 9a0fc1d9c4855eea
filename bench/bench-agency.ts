import path from "node:path";
import type pg from "pg";
import { agencyRows, CHANCE } from "#bench/agency-rows.ts";
import { BARE_TABLES } from "#bench/bare-tables.ts";
import { sizesOf } from "#bench/sizes.ts";
import { createKeyFor } from "#server/admin/accounts.ts";
import { FIRST_NAMES, LAST_NAMES } from "#server/admin/load-words.ts";
import { DiskStore } from "#server/platform/disk-store.ts";
import { Database } from "#server/platform/database.ts";
import { migrate } from "#server/platform/migrations.ts";
import { dataFolder } from "#server/platform/os-account.ts";
import { startPostgres, type EmbeddedPostgres } from "#server/platform/postgres.ts";
import { withClient } from "#server/platform/roles.ts";
import { createUser } from "#server/user/create-user.ts";
import { createWorkspace } from "#server/workspace/create-workspace.ts";

export const ROOT = path.join(import.meta.dirname, "..");
export const ADMINISTRATOR = "bench@load.example";

export type BenchAgency = {
  readonly home: string;
  readonly postgres: EmbeddedPostgres;
  /** An API key of the administrator, and one of a seller who sees their own opportunities only. */
  readonly key: string;
  readonly sellerKey: string;
  readonly stageIds: readonly string[];
};

/** The agency of the benchmark on a database of its own; filled at the first run, found again afterwards. */
export async function openBenchAgency(opportunities: number, say: (line: string) => void): Promise<BenchAgency> {
  const home = path.join(dataFolder(ROOT, process.env["ESCALE_DATA"]), `bench-${opportunities}`);
  const postgres = await startPostgres(home);
  await migrate(postgres.owner, path.join(ROOT, "migrations"));
  const database = new Database(postgres.app);
  try {
    const installation = { database, owner: postgres.owner, folder: home, files: new DiskStore(path.join(home, "files")), migrated: [] };
    if (!(await isFilled(postgres))) await fill(database, postgres, { opportunities, say });
    // What the runs before have written is behind us, for both sides.
    await withClient({ ...postgres.superuser, database: "escale" }, (client) => client.query("vacuum analyze"));
    const key = await createKeyFor(installation, { user: ADMINISTRATOR, name: "bench", readOnly: false });
    const sellerKey = await createKeyFor(installation, { user: managerEmail(1), name: "bench", readOnly: false });
    return { home, postgres, key, sellerKey, stageIds: await stagesOf(postgres) };
  } finally {
    await database.close();
  }
}

const managerEmail = (n: number): string => `seller${n}@load.example`;

async function isFilled(postgres: EmbeddedPostgres): Promise<boolean> {
  return withClient(postgres.owner as pg.ClientConfig, async (client) => {
    const { rows } = await client.query<{ filled: boolean }>("select to_regclass('bare.opportunity') is not null as filled");
    return rows[0]?.filled ?? false;
  });
}

async function stagesOf(postgres: EmbeddedPostgres): Promise<string[]> {
  return withClient(postgres.owner as pg.ClientConfig, async (client) => {
    const { rows } = await client.query<{ id: string }>("select id from stage order by position");
    return rows.map(({ id }) => id);
  });
}

type Wanted = { readonly opportunities: number; readonly say: (line: string) => void };

async function fill(database: Database, postgres: EmbeddedPostgres, { opportunities, say }: Wanted): Promise<void> {
  const from = performance.now();
  say(`  filling an agency of ${opportunities} opportunities …`);
  const workspaceId = await createWorkspace(database, {
    name: "Bench",
    country: "FR",
    currency: "EUR",
    language: "en",
    timezone: "Europe/Paris",
  });
  const person = { workspaceId, language: "en", password: null } as const;
  await createUser(database, { ...person, email: ADMINISTRATOR, name: "Claire Lambert", role: "administrator" });
  const managerIds: string[] = [];
  for (let n = 1; n <= sizesOf(opportunities).managers; n += 1) {
    const name = `${FIRST_NAMES[n * 3] ?? "Claire"} ${LAST_NAMES[n * 5] ?? "Lambert"}`;
    managerIds.push(await createUser(database, { ...person, email: managerEmail(n), name, role: "seller" }));
  }
  const stageIds = await stagesOf(postgres);
  // The cluster's own account: it may set the checks of references aside, which these rows pass by their making.
  await withClient({ ...postgres.superuser, database: "escale" }, async (client) => {
    const { rows } = await client.query<{ id: string }>("select id from pipeline");
    const statements = agencyRows(sizesOf(opportunities), { workspaceId, pipelineId: rows[0]?.id ?? "", stageIds, managerIds });
    await fillTables(client, [CHANCE, ...statements]);
    await client.query(`insert into number_counter (workspace_id, name, year, value) values ($1, 'OPP', 2026, $2)`, [
      workspaceId,
      opportunities,
    ]);
    await client.query("create schema bare");
    for (const statement of BARE_TABLES) await client.query(statement);
    await client.query("grant usage on schema bare to escale_owner; grant all on all tables in schema bare to escale_owner");
    await client.query("vacuum analyze");
  });
  say(`  filled in ${((performance.now() - from) / 1000).toFixed(0)} s`);
}

/** Indexes are made after the rows, as a restore does: many times faster at a million. */
async function fillTables(client: pg.Client, statements: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class t on t.oid = i.indrelid
     where t.relname in ('client', 'contact', 'client_contact', 'opportunity', 'opportunity_contact', 'opportunity_state', 'fact', 'search_entry')
       and not i.indisunique and t.relnamespace = 'public'::regnamespace`,
  );
  const triggers = [
    "client index_new_clients",
    "contact index_new_contacts",
    "opportunity index_new_opportunities",
    "opportunity_contact index_new_links",
  ];
  const each = (mode: string) => triggers.map((one) => `alter table ${one.replace(" ", ` enable ${mode} trigger `)}`).join("; ");
  await client.query(
    `begin; set local maintenance_work_mem = '512MB'; set local work_mem = '256MB'; set local session_replication_role = replica; ${each("always")}`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  for (const statement of statements) await client.query(statement);
  for (const { definition } of rows) await client.query(definition);
  await client.query(`${each("").replaceAll("  ", " ")}; commit`);
}
