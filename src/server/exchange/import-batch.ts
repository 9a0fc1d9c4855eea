import { sql } from "kysely";
import type { WriteTx } from "#server/platform/database.ts";
import { insertMany } from "#server/platform/insert-many.ts";

/** A row refers only to those of the tables before its own. */
const TABLES = ["client", "contact", "client_contact", "opportunity", "opportunity_state", "opportunity_contact", "external_id"] as const;
type Table = (typeof TABLES)[number];

/** What some hundred lines of a file make, written together: a statement for each table, not for each record. */
export class ImportBatch {
  readonly #rows = new Map<Table, object[]>();

  put(table: Table, row: object): void {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  async flush(tx: WriteTx): Promise<void> {
    for (const table of TABLES) {
      const rows = this.#rows.get(table) ?? [];
      this.#rows.delete(table);
      // The id of a record that was taken back or deleted points at the new one.
      const again = sql`on conflict (workspace_id, record_type, source, external) do update set record_id = excluded.record_id`;
      await insertMany(tx, table, rows, table === "external_id" ? again : sql``);
    }
  }
}
