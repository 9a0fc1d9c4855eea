import { sql } from "kysely";
import { Refusal } from "#domain/shared/refusal.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { writeOpportunities } from "#server/opportunity/write-opportunities.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { insertMany, type Insertion } from "#server/platform/insert-many.ts";
import { updateMany, type Step } from "#server/platform/update-many.ts";

/** Written in one statement: a row may refer to those that come with it, and words of search see all of them. */
const TABLES = ["client", "contact", "client_contact", "opportunity", "opportunity_state", "opportunity_contact", "external_id"] as const;
type Table = (typeof TABLES)[number];

/** The id of a record that was taken back or deleted points at the new one. */
const ON_CONFLICT: Partial<Record<Table, Pick<Insertion, "onConflict">>> = {
  external_id: { onConflict: sql`on conflict (workspace_id, record_type, source, external) do update set record_id = excluded.record_id` },
};

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

  /** Writes what has come so far; what comes meanwhile waits for the next time. */
  async flush(tx: WriteTx): Promise<void> {
    const insertions = TABLES.map((table) => ({ table, rows: this.#rows.get(table) ?? [], ...ON_CONFLICT[table] }));
    const { client, contact, opportunity } = this.#steps;
    const [clients, contacts, opportunities] = [[...client.values()], [...contact.values()], [...opportunity.values()]];
    for (const held of [this.#rows, client, contact, opportunity]) held.clear();
    await insertMany(tx, insertions);
    await writeSteps(tx, "client", clients);
    await writeSteps(tx, "contact", contacts);
    await writeOpportunities(tx, opportunities as unknown as Step<OpportunityColumns>[]);
  }
}

async function writeSteps(tx: WriteTx, table: "client" | "contact", steps: readonly Step[]): Promise<void> {
  const columns = new Set(steps.flatMap(({ before, after }) => columnsOf(before, after)));
  if ((await updateMany(tx, table, [...columns], steps)) !== steps.length) throw new Refusal("record.stale");
}

function columnsOf(before: object, after: object): string[] {
  return Object.entries(after).flatMap(([column, value]) => (value === before[column as keyof typeof before] ? [] : [column]));
}
