import { sql } from "kysely";
import type { WriteTx } from "#server/platform/database.ts";

/** OPP-2026-0001: the next number of the year in this agency. Taken late: others wait for it until the commit. */
export async function nextNumber(tx: WriteTx, prefix: string, count = 1): Promise<string> {
  return numberText(prefix, tx.today, await takeNumbers(tx, prefix, count));
}

/** Takes `count` numbers at once and returns the first. */
export async function takeNumbers(tx: WriteTx, prefix: string, count: number): Promise<number> {
  const year = Number(tx.today.slice(0, 4));
  const { rows } = await sql<{ value: number }>`
    insert into number_counter (workspace_id, name, year, value) values (${tx.actor.workspaceId}, ${prefix}, ${year}, ${count})
    on conflict (workspace_id, name, year) do update set value = number_counter.value + ${count} returning value`.execute(tx.db);
  return (rows[0]?.value ?? count) - count + 1;
}

export function numberText(prefix: string, today: string, value: number): string {
  return `${prefix}-${today.slice(0, 4)}-${String(value).padStart(4, "0")}`;
}
