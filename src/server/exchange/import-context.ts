import { sql } from "kysely";
import type { Locale } from "#domain/shared/actor.ts";
import type { CustomField } from "#domain/custom-field/custom-field.ts";
import type { ImportKind } from "#domain/exchange/fields.ts";
import type { CellProblem, RowValues } from "#domain/exchange/read-row.ts";
import { foldName } from "#domain/exchange/names.ts";
import { clientsByName, knownLists, type KnownClient, type KnownLists } from "#server/exchange/known-records.ts";
import { newClient } from "#server/client/client-store.ts";
import { ImportBatch } from "#server/exchange/import-batch.ts";
import { rateColumns } from "#server/opportunity/opportunity-rate.ts";
import type { Columns } from "#server/opportunity/opportunity-store.ts";
import { nextNumber, numberText } from "#server/platform/next-number.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";
import { insertTag } from "#server/tag/tags.ts";
import { parameterWords } from "#words/parameter-words.ts";

export type Action = "create" | "update" | "same" | "failed" | "skipped";

/** What will become of a row, and the way to do it. */
export type RowPlan = {
  readonly action: Action;
  readonly problems: readonly CellProblem[];
  readonly ownerNotFound?: boolean;
  readonly reasonNotStated?: boolean;
  /** The client that is made with it. */
  readonly newClient?: string;
  /** A row to create that looks like a known record: its name. */
  readonly duplicateOf?: string | undefined;
  /** What an update changes, in words. */
  readonly changes?: readonly ValueChange[];
  readonly apply?: (tx: WriteTx) => Promise<void>;
};

export type ValueChange = { readonly field: string; readonly from: string; readonly to: string };

export type Row = { readonly line: number; readonly values: RowValues };
/**
 * In two steps: what some rows have to know is asked while those before them are written; then they are planned, in their
 * turn and asking nothing.
 */
export type Planner = (tx: ReadTx, rows: readonly Row[]) => Promise<() => RowPlan[]>;

type List = keyof KnownLists["entries"];
const RECORD_TYPES = { client_kind: "clientKind", source: "source", lost_reason: "lostReason" } as const;

type People = ReadonlyMap<string, readonly string[]>;

/** What is known for a whole file, and what the file itself adds to it. */
export class ImportContext {
  readonly kind: ImportKind;
  /** The other system, whose ids the file holds. */
  readonly source: string;
  readonly lists: KnownLists;
  readonly stageOf: ReadonlyMap<string, string>;
  /** Value of the owner column → user. */
  readonly ownerOf: ReadonlyMap<string, string>;
  readonly clients: Map<string, KnownClient[]>;
  /** Of the kind of record that the file holds. */
  readonly custom: readonly CustomField[];
  /** Entries of lists that the file makes, with how many rows use each. */
  readonly made = new Map<string, { list: List; name: string; rows: number }>();
  /** Ids of the file met so far: a second row of the same id is a mistake. */
  readonly met = new Set<string>();
  /** Whose preview it is read in. */
  readonly locale: Locale;
  readonly batch = new ImportBatch();
  /** Taken for the file beforehand, so that nobody waits for its end to create an opportunity. */
  numbers: Iterator<number> = [].values();
  readonly #rates = new Map<string, Columns>();
  #people: People | undefined;
  readonly #asked = new Map<string, Set<string>>();

  constructor(facts: Pick<ImportContext, "kind" | "source" | "lists" | "stageOf" | "ownerOf" | "clients" | "custom" | "locale">) {
    this.locale = facts.locale;
    this.kind = facts.kind;
    this.source = facts.source;
    this.lists = facts.lists;
    this.stageOf = facts.stageOf;
    this.ownerOf = facts.ownerOf;
    this.clients = facts.clients;
    this.custom = facts.custom;
  }

  static async open(tx: ReadTx, facts: Pick<ImportContext, "kind" | "source" | "stageOf" | "ownerOf" | "custom">): Promise<ImportContext> {
    return new ImportContext({ ...facts, locale: tx.actor.locale, lists: await knownLists(tx), clients: await clientsByName(tx) });
  }

  /** As chosen, else by e-mail or name. */
  user(text: string): string | undefined {
    return this.ownerOf.get(text) ?? this.lists.users.get(foldName(text));
  }

  client(name: string): KnownClient | undefined {
    return this.clients.get(foldName(name))?.[0];
  }

  /** Asked for few: only where a row moves an opportunity to another client. */
  clientName(id: string): string | undefined {
    for (const same of this.clients.values()) for (const client of same) if (client.id === id) return client.name;
    return undefined;
  }

  remember(client: KnownClient): void {
    const key = foldName(client.name);
    this.clients.set(key, [...(this.clients.get(key) ?? []), client]);
  }

  /** Asked at the first rows, known for all. */
  async once(what: string, find: () => Promise<Set<string>>): Promise<Set<string>> {
    const known = this.#asked.get(what) ?? (await find());
    this.#asked.set(what, known);
    return known;
  }

  /** People by name: asked at the first rows. */
  async peopleByName(find: () => Promise<People>): Promise<People> {
    this.#people ??= await find();
    return this.#people;
  }

  /** Notes that a row uses an entry of a list; one that is missing will be made. */
  use(list: List, name: string): void {
    const key = `${list} ${foldName(name)}`;
    const entry = this.made.get(key);
    if (entry) entry.rows += 1;
    else if (!this.lists.entries[list].has(foldName(name))) this.made.set(key, { list, name, rows: 1 });
  }

  /** The entry's id; made with its fact when the list has none of that name. */
  async entry(tx: WriteTx, list: List, name: string): Promise<string> {
    const key = foldName(name);
    const known = this.lists.entries[list].get(key);
    if (known) return known;
    const id = list === "tag" ? await this.#tag(tx, name) : await this.#parameter(tx, list, name);
    this.lists.entries[list].set(key, id);
    return id;
  }

  async #tag(tx: WriteTx, name: string): Promise<string> {
    const id = await insertTag(tx, name);
    this.lists.tags.set(id, { id, mergedInto: null, isDeleted: false });
    return id;
  }

  async #parameter(tx: WriteTx, list: keyof typeof RECORD_TYPES, name: string): Promise<string> {
    const id = newId();
    await sql`insert into ${sql.table(list)} (workspace_id, id, name, word, position)
      select ${tx.actor.workspaceId}, ${id}, ${name}, null, coalesce(max(position), -1) + 1 from ${sql.table(list)} where workspace_id = ${tx.actor.workspaceId}`.execute(
      tx.db,
    );
    tx.change.tell({ kind: "parameter.created", type: RECORD_TYPES[list], id, name, fields: { name: { from: null, to: name } } });
    return id;
  }

  /** The reason of a lost row that says none, in the agency's language. */
  notStated(tx: ReadTx): string {
    return parameterWords[tx.agency.language].lostReason.notStated;
  }

  keepExternalId(tx: WriteTx, recordId: string, external: string): void {
    this.batch.put("external_id", {
      workspace_id: tx.actor.workspaceId,
      record_type: { clients: "client", contacts: "contact", opportunities: "opportunity" }[this.kind],
      source: this.source,
      external,
      record_id: recordId,
    });
  }

  /** Made once for the whole file, however many rows name it. */
  clientNamed(tx: WriteTx, name: string): string {
    const known = this.client(name);
    if (known) return known.id;
    const row = newClient(tx, { name }, tx.agency.country);
    this.batch.put("client", row);
    this.remember({ id: row.id, name, city: null });
    return row.id;
  }

  /** Rates are asked once for each currency of the file. */
  async rate(tx: ReadTx, currency: string): Promise<Columns> {
    const known = this.#rates.get(currency) ?? (await rateColumns(tx, currency));
    this.#rates.set(currency, known);
    return known;
  }

  /** The next number of those kept for the file, else of the agency. */
  async number(tx: WriteTx): Promise<string> {
    const kept = this.numbers.next();
    return kept.done ? nextNumber(tx, "OPP") : numberText("OPP", tx.today, kept.value);
  }
}

export function textOf(values: RowValues, field: string): string | undefined {
  const value = values[field];
  return typeof value === "string" ? value : undefined;
}

export function numberOf(values: RowValues, field: string): number | undefined {
  const value = values[field];
  return typeof value === "number" ? value : undefined;
}

export function problem(field: string, code: string, value = ""): CellProblem {
  return { field, header: null, value, code };
}

export function failed(...problems: CellProblem[]): RowPlan {
  return { action: "failed", problems };
}

/** Only what a row would really change. */
export function differing<Row extends object>(before: Row, change: Partial<Row>): Partial<Row> {
  const entries = Object.entries(change).filter(([column, value]) => !isSame((before as Record<string, unknown>)[column], value));
  return Object.fromEntries(entries) as Partial<Row>;
}

function isSame(one: unknown, other: unknown): boolean {
  if ((one ?? null) === (other ?? null)) return true;
  return typeof one === "object" && typeof other === "object" && JSON.stringify(one) === JSON.stringify(other);
}

/** The moment a record began, as the file says: its history starts there. */
export function since<Tx extends ReadTx>(tx: Tx, at: string | undefined): Tx {
  if (at === undefined) return tx;
  const moment = new Date(at);
  return moment.getTime() < tx.at.getTime() ? { ...tx, at: moment } : tx;
}

export const isDeleted = (values: RowValues): boolean => values["deleted"] === true;
