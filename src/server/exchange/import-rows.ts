import { sql } from "kysely";
import { type CustomField, TOLD_AS } from "#domain/custom-field/custom-field.ts";
import { REQUIRED_FIELDS, type ImportKind } from "#domain/exchange/fields.ts";
import { readRow, type CellProblem, type RowValues } from "#domain/exchange/read-row.ts";
import { customFieldsOf } from "#server/custom-field/custom-field-store.ts";
import { ImportContext, type Planner, type Row, type RowPlan, type ValueChange } from "#server/exchange/import-context.ts";
import { knownLists } from "#server/exchange/known-records.ts";
import { planClients } from "#server/exchange/plan-clients.ts";
import { planContacts } from "#server/exchange/plan-contacts.ts";
import { planOpportunities } from "#server/exchange/plan-opportunities.ts";
import type { Table } from "#server/exchange/read-table.ts";
import {
  understandColumns,
  understandOwners,
  understandStages,
  type Mapping,
  type UnderstoodColumn,
  type ValueMapping,
} from "#server/exchange/understand.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";

/** Many enough that a statement is worth its round trip. */
const AT_ONCE = 250;
/** Few enough that the event loop is free again within some milliseconds. */
const BREATH = 50;
/** Rows between two words of how far it is. */
const TOLD_EVERY = 1000;
/** The first rows, from which the database learns what the tables hold. */
const AT_FIRST = 100;
const PROBLEMS_KEPT = 200;
const PREVIEWED = 20;
export const DEFAULT_SOURCE = "import";

/** A file as it is understood with a mapping: what must be answered before anything can be imported. */
export type Understood = {
  readonly columns: readonly UnderstoodColumn[];
  readonly stageValues: readonly ValueMapping[];
  readonly ownerValues: readonly ValueMapping[];
  readonly missing: readonly string[];
};

export type RowProblem = CellProblem & { readonly line: number };
export type Counts = {
  rows: number;
  create: number;
  update: number;
  same: number;
  failed: number;
  skipped: number;
  duplicates: number;
  ownersNotFound: number;
  clientsCreated: number;
  reasonNotStated: number;
};
export type Checked = {
  readonly counts: Counts;
  readonly problems: readonly RowProblem[];
  readonly preview: readonly Readonly<Record<string, unknown>>[];
  readonly made: readonly { readonly list: "source" | "lostReason" | "clientKind" | "tag"; readonly name: string; readonly rows: number }[];
};

export type FailedRow = { readonly cells: readonly string[]; readonly problems: readonly CellProblem[] };

export type ImportFacts = {
  readonly kind: ImportKind;
  readonly table: Table;
  readonly mapping: Mapping;
  /** Numbers of opportunities taken beforehand. */
  readonly numbers?: readonly number[];
};

export async function understand(tx: ReadTx, { kind, table, mapping }: ImportFacts): Promise<Understood> {
  const columns = await understandColumns({ kind, custom: await customFieldsOfFile(tx, kind) }, table, mapping);
  const { stages, users } = await knownLists(tx);
  const stageValues = kind === "opportunities" ? understandStages(table, columns, stages, mapping) : [];
  const ownerValues = understandOwners(table, columns, users, mapping);
  const given = new Set(columns.map(({ field }) => field));
  const missing = REQUIRED_FIELDS[kind].flatMap((any) => (any.some((field) => given.has(field)) ? [] : [any[0] ?? ""]));
  return { columns, stageValues, ownerValues, missing };
}

type Told = { readonly row: Row; readonly plan: RowPlan; readonly cells: readonly string[] };

/** Lets other requests be answered. */
const breathe = (): Promise<void> => new Promise((go) => setImmediate(go));

/**
 * Plans every row, many at a time; with a transaction that may write, does what was planned. What the next ones have to
 * know is asked before these are written: the database writes while the next ones are planned.
 */
async function eachRow(
  tx: ReadTx,
  { kind, table, mapping, numbers }: ImportFacts,
  { columns, stageValues, ownerValues }: Understood,
  each: (told: readonly Told[], context: ImportContext) => Promise<void>,
): Promise<ImportContext> {
  const context = await ImportContext.open(tx, {
    kind,
    source: mapping.source ?? DEFAULT_SOURCE,
    stageOf: mapOf(stageValues),
    ownerOf: mapOf(ownerValues),
    custom: await customFieldsOfFile(tx, kind),
  });
  const read = columns.map((column) => ({ ...column, ...customOf(context, column.field) }));
  context.numbers = (numbers ?? []).values();
  const plan: Planner = { clients: planClients, contacts: planContacts, opportunities: planOpportunities }[kind](context);
  const begin = (at: number, next: number): Promise<() => Told[]> | undefined => {
    if (at >= table.rows.length) return undefined;
    const rows = table.rows.slice(at, next).map((row) => ({ ...row, ...readRow(kind, read, row.cells) }));
    const readable = rows.filter(({ problems }) => problems.length === 0).map(({ line, values }) => ({ line, values }));
    const asked = plan(tx, readable).then((planned) => () => {
      const plans = new Map(planned().map((one, index) => [readable[index]?.line, one]));
      return rows.map(({ line, cells, values, problems }): Told => {
        return { row: { line, values }, cells, plan: plans.get(line) ?? { action: "failed", problems } };
      });
    });
    // Looked at in its turn; should an earlier one fail, that is what is told.
    asked.catch(() => undefined);
    return asked;
  };
  for (let at = AT_FIRST, asked = begin(0, AT_FIRST); asked; at += AT_ONCE) {
    const planned = await asked;
    await breathe();
    const told = planned();
    await breathe();
    asked = begin(at, at + AT_ONCE);
    await each(told, context);
  }
  return context;
}

const RECORDS = { clients: "client", contacts: "contact", opportunities: "opportunity" } as const;

/** Archived fields are asked for no more, in a file neither. */
async function customFieldsOfFile(tx: ReadTx, kind: ImportKind): Promise<CustomField[]> {
  return (await customFieldsOf(tx, RECORDS[kind])).filter(({ archived }) => !archived);
}

function customOf(context: ImportContext, field: string | null): { custom?: CustomField } {
  const custom = field === null ? undefined : context.custom.find(({ key }) => TOLD_AS + key === field);
  return custom ? { custom } : {};
}

const mapOf = (values: readonly ValueMapping[]): ReadonlyMap<string, string> =>
  new Map(values.flatMap(({ value, to }) => (to === null ? [] : [[value, to] as const])));

/** What became of one row, as it is kept to be shown. */
export type CheckedRow = {
  readonly line: number;
  readonly action: RowPlan["action"];
  readonly name: string;
  readonly duplicateOf: string | null;
  readonly values: RowValues;
  readonly changes: readonly ValueChange[];
  readonly problems: readonly CellProblem[];
};

/** Every row is checked; nothing is imported. */
export async function checkRows(
  tx: ReadTx,
  facts: ImportFacts,
  understood: Understood,
  keep: (row: CheckedRow) => Promise<void>,
): Promise<Checked> {
  const tally = new Tally(understood);
  const context = await eachRow(tx, facts, understood, async (rows) => {
    for (const told of rows) await keep(tally.add(told));
  });
  return tally.result(context);
}

/** The rows that cannot be imported, as they are in the file. */
export async function collectFailed(tx: ReadTx, facts: ImportFacts, understood: Understood): Promise<FailedRow[]> {
  const failedRows: FailedRow[] = [];
  await eachRow(tx, facts, understood, async (rows) => {
    for (const { plan, cells } of rows) if (plan.action === "failed") failedRows.push({ cells, problems: plan.problems });
  });
  return failedRows;
}

type Followed = {
  readonly progress: (done: number) => Promise<void>;
  readonly failed: (row: CheckedRow) => Promise<void>;
};

/** Does it: the rows that cannot be imported are left out and told. */
export async function applyRows(
  tx: WriteTx,
  facts: ImportFacts,
  understood: Understood,
  { progress, failed }: Followed,
): Promise<Checked & { readonly failedRows: readonly FailedRow[] }> {
  const tally = new Tally(understood);
  const failedRows: FailedRow[] = [];
  let [done, told] = [0, 0];
  const written = async (count: number, { batch }: ImportContext): Promise<void> => {
    await batch.flush(tx);
    // Facts of a large file are not all held until the end.
    await tx.change.flush();
    if (done === 0) await sql`select learn_imported_tables()`.execute(tx.db);
    done += count;
    if (done < told + TOLD_EVERY) return;
    told = done;
    await progress(done);
  };
  let writing: Promise<void> = Promise.resolve();
  const write = async (rows: readonly Told[], context: ImportContext): Promise<void> => {
    for (const [index, one] of rows.entries()) {
      if (index % BREATH === BREATH - 1) await breathe();
      await one.plan.apply?.(tx);
      const checked = tally.add(one);
      if (one.plan.action !== "failed") continue;
      failedRows.push({ cells: one.cells, problems: checked.problems });
      await failed(checked);
    }
    await writing;
    writing = written(rows.length, context);
    writing.catch(() => undefined);
  };
  try {
    const context = await eachRow(tx, facts, understood, write);
    await writing;
    return { ...tally.result(context), failedRows };
  } catch (error) {
    // What the database refused first is what went wrong: all that is asked afterwards fails too.
    await writing;
    throw error;
  }
}

function nameOf(values: RowValues): string {
  const parts = [values["name"] ?? [values["firstName"], values["lastName"]].filter(Boolean).join(" ")];
  return String(parts[0] || (values["externalId"] ?? "")).slice(0, 200);
}

class Tally {
  readonly #headers: ReadonlyMap<string, string>;
  readonly #counts: Counts = {
    rows: 0,
    create: 0,
    update: 0,
    same: 0,
    failed: 0,
    skipped: 0,
    duplicates: 0,
    ownersNotFound: 0,
    clientsCreated: 0,
    reasonNotStated: 0,
  };
  readonly #problems: RowProblem[] = [];
  readonly #preview: Record<string, unknown>[] = [];
  readonly #newClients = new Set<string>();

  constructor({ columns }: Understood) {
    this.#headers = new Map(columns.flatMap(({ field, header }) => (field === null ? [] : [[field, header] as const])));
  }

  add({ row, plan }: Told): CheckedRow {
    const counts = this.#counts;
    counts.rows += 1;
    counts[plan.action] += 1;
    if (plan.ownerNotFound) counts.ownersNotFound += 1;
    if (plan.reasonNotStated) counts.reasonNotStated += 1;
    if (plan.newClient !== undefined) this.#newClients.add(plan.newClient.toLowerCase());
    if (plan.duplicateOf !== undefined) counts.duplicates += 1;
    const problems = plan.problems.map((one) => ({ ...one, header: one.header ?? this.#headers.get(one.field ?? "") ?? null }));
    for (const one of problems) if (this.#problems.length < PROBLEMS_KEPT) this.#problems.push({ ...one, line: row.line });
    if (plan.action !== "failed" && this.#preview.length < PREVIEWED)
      this.#preview.push({ line: row.line, action: plan.action, ...row.values });
    const { line, values } = row;
    const { action, duplicateOf = null, changes = [] } = plan;
    return { line, action, name: nameOf(values), duplicateOf, values, changes, problems };
  }

  result(context: ImportContext): Checked {
    const names = { client_kind: "clientKind", source: "source", lost_reason: "lostReason", tag: "tag" } as const;
    return {
      counts: { ...this.#counts, clientsCreated: this.#newClients.size },
      problems: this.#problems,
      preview: this.#preview,
      made: [...context.made.values()].map(({ list, name, rows }) => ({ list: names[list], name, rows })),
    };
  }
}
