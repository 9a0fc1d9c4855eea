import { sql } from "kysely";
import { Refusal } from "#domain/shared/refusal.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { writeOpportunities } from "#server/opportunity/write-opportunities.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { insertMany } from "#server/platform/insert-many.ts";
import { updateMany, type Step } from "#server/platform/update-many.ts";

/** A row refers only to those of the tables before its own. */
const TABLES = ["client", "contact", "client_contact", "opportunity", "opportunity_state", "opportunity_contact", "external_id"] as const;
type Table = (typeof TABLES)[number];

type Changing = "client" | "contact" | "opportunity";
type Row = Step["before"];

/** What some hundred lines of a file make and change, written together: a statement for each table, not for each record. */
export class ImportBatch {
  readonly #rows = new Map<Table, object[]>();
  readonly #steps: Readonly<Record<Changing, Map<string, Step>>> = { client: new Map(), contact: new Map(), opportunity: new Map() };

  put(table: Table, row: object): void {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  /** A record is written once, however many steps it takes; a step begins where the one before it ended. */
  change<One extends Row>(table: Changing, before: One, after: One | undefined): void {
    if (after === undefined || after.version === before.version) return;
    const steps = this.#steps[table];
    const earlier = steps.get(before.id);
    if (earlier && earlier.after.version !== before.version) throw new Refusal("record.stale");
    steps.set(before.id, { before: earlier?.before ?? before, after });
  }

  async flush(tx: WriteTx): Promise<void> {
    for (const table of TABLES) {
      const rows = this.#rows.get(table) ?? [];
      this.#rows.delete(table);
      // The id of a record that was taken back or deleted points at the new one.
      const again = sql`on conflict (workspace_id, record_type, source, external) do update set record_id = excluded.record_id`;
      await insertMany(tx, table, rows, table === "external_id" ? again : sql``);
    }
    await this.#writeSteps(tx);
  }

  async #writeSteps(tx: WriteTx): Promise<void> {
    const { client, contact, opportunity } = this.#steps;
    for (const [table, steps] of [
      ["client", client],
      ["contact", contact],
    ] as const) {
      const columns = new Set([...steps.values()].flatMap(({ before, after }) => columnsOf(before, after)));
      if ((await updateMany(tx, table, [...columns], [...steps.values()])) !== steps.size) throw new Refusal("record.stale");
      steps.clear();
    }
    await writeOpportunities(tx, [...opportunity.values()] as unknown as Step<OpportunityColumns>[]);
    opportunity.clear();
  }
}

function columnsOf(before: object, after: object): string[] {
  return Object.entries(after).flatMap(([column, value]) => (value === before[column as keyof typeof before] ? [] : [column]));
}
