import pg from "pg";
import type { Installation } from "#tests/support/agency.ts";

/** One fingerprint of every row of every table, so that "nothing changed" is a fact and not a hope. */
export async function everythingBut(installation: Installation, ...except: string[]): Promise<() => Promise<string>> {
  const client = new pg.Client(installation.owner);
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all ($1) order by 1",
    [except],
  );
  const question = tables
    .map(
      ({ name }) =>
        `select '${name}' as name, md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as print from "${name}" t`,
    )
    .join(" union all ");
  // The connection stays open for the next fingerprint; it ends with the database of the test.
  client.on("error", () => undefined);
  return async () => {
    const { rows } = await client.query<{ name: string; print: string }>(question);
    // Branches of a union may come in any order.
    return rows
      .map((row) => `${row.name} ${row.print}`)
      .toSorted()
      .join("\n");
  };
}
