import { sql } from "kysely";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { writable } from "#server/opportunity/opportunity-store.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";

/** What became of an opportunity at a moment. */
export type Step = { readonly at: Date; readonly kind: string; readonly row: OpportunityColumns };

export function stored(row: OpportunityColumns): Record<string, unknown> {
  return { ...writable(row), destinations: row.destinations, custom: row.custom, before_closing: row.before_closing };
}

const STATE_COLUMNS = [
  "pipeline_id",
  "stage_id",
  "outcome",
  "closed_on",
  "amount_minor",
  "total_minor",
  "currency",
  "rate",
  "probability_percent",
  "likely_minor",
  "margin_minor",
  "total_home_minor",
  "likely_home_minor",
  "margin_home_minor",
  "expected_close_on",
  "departs_on",
  "manager_id",
  "team_id",
] as const;

export function statesOf(tx: WriteTx, steps: readonly Step[]): Record<string, unknown>[] {
  return steps.map(({ at, row }, index) => ({
    workspace_id: row.workspace_id,
    opportunity_id: row.id,
    valid_from: at,
    valid_until: steps[index + 1]?.at ?? null,
    change_id: tx.change.id,
    deleted: false,
    ...Object.fromEntries(STATE_COLUMNS.map((column) => [column, row[column]])),
  }));
}

/** One change for the whole load, a fact for each step. */
export async function writeHistory(tx: WriteTx, stories: readonly (readonly Step[])[]): Promise<void> {
  await insertRows(tx, "change", [
    { workspace_id: tx.actor.workspaceId, id: tx.change.id, at: tx.at, actor_id: tx.actor.userId, origin: "system", endpoint: "seed" },
  ]);
  const facts = stories.flatMap((steps) =>
    steps.map(({ at, kind, row }, index) => ({
      workspace_id: row.workspace_id,
      id: newId(),
      change_id: tx.change.id,
      at,
      actor_id: row.manager_id,
      kind,
      record_type: "opportunity",
      record_id: row.id,
      record_name: row.name,
      opportunity_id: row.id,
      client_id: row.client_id,
      fields: fieldsOf(steps[index - 1]?.row, row),
    })),
  );
  await insertRows(tx, "fact", facts);
}

const TOLD = ["name", "stage_id", "outcome", "probability_percent", "amount_minor"] as const;

function fieldsOf(before: OpportunityColumns | undefined, after: OpportunityColumns): Record<string, { from: unknown; to: unknown }> {
  const changed = TOLD.filter((column) => before?.[column] !== after[column]);
  return Object.fromEntries(changed.map((column) => [column, { from: before?.[column] ?? null, to: after[column] }]));
}

/** Many rows in one statement: the columns are those of the first. */
export async function insertRows(tx: WriteTx, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  const text = JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${text}::jsonb)`.execute(
    tx.db,
  );
}
