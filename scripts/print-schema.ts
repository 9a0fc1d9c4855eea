import type pg from "pg";

/** The database on one page, from the catalogue: the same text on PostgreSQL 15 and 18. */
export async function printSchema(client: pg.Client): Promise<string> {
  const parts = [
    "-- Generated from the migrations by `npm run check -- --write`; do not edit.",
    await section(client, "Tables", TABLES),
    await section(client, "Indexes", INDEXES),
    await section(client, "Row policies", POLICIES),
    await section(client, "Functions", FUNCTIONS),
    await section(client, "Triggers", TRIGGERS),
    await section(client, "Grants", GRANTS),
  ];
  return `${parts.join("\n\n")}\n`;
}

async function section(client: pg.Client, title: string, query: string): Promise<string> {
  const { rows } = await client.query<{ line: string }>(query);
  return [`-- ${title}`, ...rows.map((row) => row.line.replace(/[ \t]+$/gm, ""))].join("\n");
}

const OURS = "relnamespace = 'public'::regnamespace and relname <> 'schema_migration'";

const TABLES = `
  select format(E'create table %s (\\n%s\\n);', c.relname, string_agg(line, E',\\n' order by place, line collate "C")) as line
  from pg_class c
  cross join lateral (
    select a.attnum::int as place, '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attidentity <> '' then ' generated always as identity' when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
           when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
      || case when a.attnotnull then ' not null' else '' end as line
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    union all
    select 10000, '  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')
  ) lines
  where c.relkind = 'r' and c.${OURS}
  group by c.relname order by c.relname collate "C"`;

const INDEXES = `
  select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i join pg_class c on c.oid = i.indrelid
  where c.${OURS} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
  order by (select relname from pg_class where oid = i.indexrelid) collate "C"`;

const POLICIES = `
  select format('create policy %s on %s for %s to %s using (%s)%s;', p.policyname, p.tablename, lower(p.cmd), array_to_string(p.roles, ', '), p.qual, coalesce(' with check (' || p.with_check || ')', '')) as line
  from pg_policies p where p.schemaname = 'public' order by p.tablename collate "C", p.policyname collate "C"`;

const FUNCTIONS = `
  select pg_get_functiondef(f.oid) || ';' as line from pg_proc f
  where f.pronamespace = 'public'::regnamespace and f.prokind in ('f', 'p') and not exists (select 1 from pg_depend d where d.objid = f.oid and d.deptype = 'e')
  order by f.proname collate "C"`;

const TRIGGERS = `
  select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and c.${OURS} order by t.tgname collate "C"`;

const GRANTS = `
  select format('grant %s on %s to %s;', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type collate "C"), g.table_name, g.grantee) as line
  from information_schema.role_table_grants g where g.table_schema = 'public' and g.grantee in ('escale_app', 'escale_app_all')
  group by g.table_name, g.grantee order by g.table_name collate "C", g.grantee collate "C"`;
