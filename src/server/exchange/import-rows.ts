import { REQUIRED_FIELDS, type ImportKind } from "#domain/exchange/fields.ts";
import { readRow, type CellProblem } from "#domain/exchange/read-row.ts";
import { ImportContext, type Planner, type Row, type RowPlan } from "#server/exchange/import-context.ts";
import { knownLists } from "#server/exchange/known-records.ts";
import { planClients } from "#server/exchange/plan-clients.ts";
import { planContacts } from "#server/exchange/plan-contacts.ts";
import { planOpportunities } from "#server/exchange/plan-opportunities.ts";
import type { Table } from "#server/exchange/read-table.ts";
import {
  understandColumns,
  understandStages,
  type Mapping,
  type StageMapping,
  type UnderstoodColumn,
} from "#server/exchange/understand.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";

const AT_ONCE = 500;
const PROBLEMS_KEPT = 200;
const PREVIEWED = 20;
export const DEFAULT_SOURCE = "import";

/** A file as it is understood with a mapping: what must be answered before anything can be imported. */
export type Understood = {
  readonly columns: readonly UnderstoodColumn[];
  readonly stageValues: readonly StageMapping[];
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
  ownersNotFound: number;
  clientsCreated: number;
  reasonNotStated: number;
};
export type Checked = {
  readonly counts: Counts;
  readonly problems: readonly RowProblem[];
  readonly preview: readonly Readonly<Record<string, unknown>>[];
  readonly made: readonly { readonly list: "source" | "lostReason" | "clientKind"; readonly name: string; readonly rows: number }[];
};

export type FailedRow = { readonly cells: readonly string[]; readonly problems: readonly CellProblem[] };

export type ImportFacts = { readonly kind: ImportKind; readonly table: Table; readonly mapping: Mapping };

export async function understand(tx: ReadTx, { kind, table, mapping }: ImportFacts): Promise<Understood> {
  const columns = understandColumns(kind, table, mapping);
  const stageValues = kind === "opportunities" ? understandStages(table, columns, (await knownLists(tx)).stages, mapping) : [];
  const given = new Set(columns.map(({ field }) => field));
  const missing = REQUIRED_FIELDS[kind].flatMap((any) => (any.some((field) => given.has(field)) ? [] : [any[0] ?? ""]));
  return { columns, stageValues, missing };
}

type Told = { readonly row: Row; readonly plan: RowPlan; readonly cells: readonly string[] };

/** Plans every row, many at a time; with a transaction that may write, does what was planned. */
async function eachRow(
  tx: ReadTx,
  { kind, table, mapping }: ImportFacts,
  { columns, stageValues }: Understood,
  each: (told: Told) => Promise<void>,
): Promise<ImportContext> {
  const context = await ImportContext.open(tx, {
    kind,
    source: mapping.source ?? DEFAULT_SOURCE,
    stageOf: new Map(stageValues.flatMap(({ value, to }) => (to === null ? [] : [[value, to] as const]))),
  });
  const plan: Planner = { clients: planClients, contacts: planContacts, opportunities: planOpportunities }[kind](context);
  for (let at = 0; at < table.rows.length; at += AT_ONCE) {
    const read = table.rows.slice(at, at + AT_ONCE).map((row) => ({ ...row, ...readRow(kind, columns, row.cells) }));
    const readable = read.filter(({ problems }) => problems.length === 0).map(({ line, values }) => ({ line, values }));
    const plans = new Map((await plan(tx, readable)).map((one, index) => [readable[index]?.line, one]));
    for (const { line, cells, values, problems } of read)
      await each({ row: { line, values }, cells, plan: plans.get(line) ?? { action: "failed", problems } });
    // Other requests are answered between two batches.
    await new Promise((go) => setImmediate(go));
  }
  return context;
}

/** Every row is checked, nothing is written. */
export async function checkRows(tx: ReadTx, facts: ImportFacts, understood: Understood): Promise<Checked> {
  const tally = new Tally(understood);
  const context = await eachRow(tx, facts, understood, async (told) => tally.add(told));
  return tally.result(context);
}

/** The rows that cannot be imported, as they are in the file. */
export async function collectFailed(tx: ReadTx, facts: ImportFacts, understood: Understood): Promise<FailedRow[]> {
  const failedRows: FailedRow[] = [];
  await eachRow(tx, facts, understood, async ({ plan, cells }) => {
    if (plan.action === "failed") failedRows.push({ cells, problems: plan.problems });
  });
  return failedRows;
}

/** Does it: the rows that cannot be imported are left out and told. */
export async function applyRows(
  tx: WriteTx,
  facts: ImportFacts,
  understood: Understood,
  progress: (done: number) => Promise<void>,
): Promise<Checked & { readonly failedRows: readonly FailedRow[] }> {
  const tally = new Tally(understood);
  const failedRows: FailedRow[] = [];
  let done = 0;
  const context = await eachRow(tx, facts, understood, async (told) => {
    await told.plan.apply?.(tx);
    tally.add(told);
    if (told.plan.action === "failed") failedRows.push({ cells: told.cells, problems: told.plan.problems });
    done += 1;
    if (done % AT_ONCE !== 0) return;
    // Facts of a large file are not all held until the end.
    await tx.change.flush();
    await progress(done);
  });
  return { ...tally.result(context), failedRows };
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

  add({ row, plan }: Told): void {
    const counts = this.#counts;
    counts.rows += 1;
    counts[plan.action] += 1;
    if (plan.ownerNotFound) counts.ownersNotFound += 1;
    if (plan.reasonNotStated) counts.reasonNotStated += 1;
    if (plan.newClient !== undefined) this.#newClients.add(plan.newClient.toLowerCase());
    for (const one of plan.problems)
      if (this.#problems.length < PROBLEMS_KEPT)
        this.#problems.push({ ...one, header: one.header ?? this.#headers.get(one.field ?? "") ?? null, line: row.line });
    if (plan.action !== "failed" && this.#preview.length < PREVIEWED)
      this.#preview.push({ line: row.line, action: plan.action, ...row.values });
  }

  result(context: ImportContext): Checked {
    const names = { client_kind: "clientKind", source: "source", lost_reason: "lostReason" } as const;
    return {
      counts: { ...this.#counts, clientsCreated: this.#newClients.size },
      problems: this.#problems,
      preview: this.#preview,
      made: [...context.made.values()].map(({ list, name, rows }) => ({ list: names[list], name, rows })),
    };
  }
}
