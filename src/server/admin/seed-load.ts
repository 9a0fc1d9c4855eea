import { sql } from "kysely";
import { returnAfter } from "#domain/opportunity/dates.ts";
import { lose, moveTo, win } from "#domain/opportunity/opportunity.ts";
import type { Stage } from "#domain/pipeline/pipeline.ts";
import { addDays } from "#domain/shared/day.ts";
import type { Installation } from "#server/admin/installation.ts";
import { liveThrough } from "#server/admin/load-life.ts";
import { insertRows, statesOf, stored, writeHistory, type Step } from "#server/admin/load-rows.ts";
import { createManagers, createTags, type Person } from "#server/admin/load-people.ts";
import { bytesOf, CITIES, FIRST_NAMES, LAST_NAMES, LOAD_TRIPS, ORGANISATIONS, type Dice } from "#server/admin/load-words.ts";
import { emptyRow } from "#server/opportunity/create-opportunity.ts";
import { derivedOf, type OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { columnsOfSale, getStage, saleOf } from "#server/opportunity/opportunity-stage.ts";
import type { Database, ReadTx, Who, WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";
import { numberText, takeNumbers } from "#server/platform/next-number.ts";
import { withClient } from "#server/platform/roles.ts";
import { loadWho } from "#server/user/identify.ts";

type Load = { readonly workspaceId: string; readonly count: number; readonly tell: (line: string) => void };
export type Loaded = {
  readonly workspaceId: string;
  readonly opportunities: number;
  readonly clients: number;
  readonly contacts: number;
  readonly managers: number;
  /** Of the whole agency. */
  readonly activities: number;
  readonly messages: number;
  readonly facts: number;
};

const AT_ONCE = 2000;
const DAY_MS = 86_400_000;

/**
 * An agency of any size for load tests, the same for the same number: N opportunities, N/5 clients, N/2.5 contacts, 10 managers,
 * and what a few years leave behind: tags on a third, 5 N activities, N messages, N/10 documents, 12 N facts.
 */
export async function seedLoad({ database, owner }: Installation, { workspaceId, count, tell }: Load): Promise<Loaded> {
  const managers = await createManagers(database, workspaceId);
  const who = await loadWho(database, workspaceId, managers[0]?.id ?? "");
  if (!who) throw new Error("the first manager of the load agency cannot be loaded");
  const writer: Who = { ...who, origin: "system" };
  const story = new LoadStory(database, writer, { managers, tags: await database.work(writer, createTags) });
  const clients = await story.clients(Math.ceil(count / 5));
  tell(`  ${clients.length} clients`);
  const contacts = await story.contacts(Math.ceil(count / 2.5), clients);
  tell(`  ${contacts} contacts`);
  // Each opportunity asks for its client and contacts: by plans that know how many there are.
  await withClient(owner as never, (client) => client.query("analyze client, contact, client_contact, search_entry"));
  await story.opportunities(count, clients, (done) => done % 20_000 === 0 && tell(`  ${done} opportunities`));
  // Plans are made from what the tables hold, not from what they held when empty.
  await withClient(owner as never, (client) => client.query("vacuum analyze"));
  const lived = await database.read(writer, async (tx) => ({
    activities: await countOf(tx, "activity"),
    messages: await countOf(tx, "message"),
    facts: await countOf(tx, "fact"),
  }));
  return { workspaceId, opportunities: count, clients: clients.length, contacts, managers: managers.length, ...lived };
}

async function countOf(tx: ReadTx, table: "activity" | "message" | "fact"): Promise<number> {
  const { rows } = await sql<{
    count: string;
  }>`select count(*) as count from ${sql.table(table)} where workspace_id = ${tx.actor.workspaceId}`.execute(tx.db);
  return Number(rows[0]?.count ?? 0);
}

type Known = { readonly managers: readonly Person[]; readonly tags: readonly string[] };
type Client = { readonly id: string; readonly city: string };
type Lists = { readonly stages: readonly Stage[]; readonly sources: readonly string[]; readonly reasons: readonly string[] };

class LoadStory {
  readonly #database: Database;
  readonly #who: Who;
  readonly #people: readonly Person[];
  readonly #managers: readonly string[];
  readonly #tags: readonly string[];

  constructor(database: Database, who: Who, { managers, tags }: Known) {
    this.#database = database;
    this.#who = who;
    this.#people = managers;
    this.#managers = managers.map(({ id }) => id);
    this.#tags = tags;
  }

  /** A third of the records have some. */
  #drawTags({ below, pick }: Dice): string[] {
    if (below(3) > 0) return [];
    return [...new Set(below(3) === 0 ? [pick(this.#tags), pick(this.#tags)] : [pick(this.#tags)])];
  }

  async clients(count: number): Promise<Client[]> {
    const all: Client[] = [];
    for (let from = 0; from < count; from += AT_ONCE) {
      const dice = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => ({
        ...bytesOf("client", from + index),
        index: from + index,
      }));
      await this.#database.work(this.#who, async (tx) => {
        const rows = dice.map(({ pick, below, index }) => {
          const city = pick(CITIES);
          const id = newId();
          all.push({ id, city: city.name });
          return {
            ...this.#made(tx, below(900)),
            id,
            name: `${pick(ORGANISATIONS)} ${pick(LAST_NAMES)} ${city.name} ${index + 1}`,
            status: below(3) === 0 ? "prospect" : "client",
            manager_id: pick(this.#managers),
            city: city.name,
            postal_code: city.postalCode,
            country: "FR",
            email: `client${index + 1}@load.example`,
            phone: `+3347${String(2_000_000 + index).padStart(7, "0")}`.slice(0, 12),
            phone_valid: true,
            language: "fr",
            tag_ids: this.#drawTags({ pick, below }),
          };
        });
        await insertRows(tx, "client", rows);
      });
    }
    return all;
  }

  async contacts(count: number, clients: readonly Client[]): Promise<number> {
    for (let from = 0; from < count; from += AT_ONCE) {
      const size = Math.min(AT_ONCE, count - from);
      await this.#database.work(this.#who, async (tx) => {
        const rows = Array.from({ length: size }, (_, index) => {
          const { pick, below } = bytesOf("contact", from + index);
          const client = clients[Math.floor((from + index) / 2) % clients.length];
          return {
            ...this.#made(tx, below(900)),
            id: newId(),
            first_name: pick(FIRST_NAMES),
            last_name: pick(LAST_NAMES),
            email: `person${from + index + 1}@load.example`,
            city: client?.city ?? null,
            country: "FR",
            language: "fr",
            tag_ids: this.#drawTags({ pick, below }),
          };
        });
        await insertRows(tx, "contact", rows);
        const links = rows.map((row, index) => ({
          workspace_id: row.workspace_id,
          client_id: clients[Math.floor((from + index) / 2) % clients.length]?.id,
          contact_id: row.id,
          is_main: (from + index) % 2 === 0 && Math.floor((from + index) / 2) < clients.length,
          created_at: row.created_at,
        }));
        await insertRows(tx, "client_contact", links);
      });
    }
    return count;
  }

  /** The numbers are taken first: a batch that waits for another's would leave a core idle. */
  async opportunities(count: number, clients: readonly Client[], told: (done: number) => void): Promise<void> {
    const { first, lists } = await this.#database.work(this.#who, async (tx) => ({
      first: await takeNumbers(tx, "OPP", count),
      lists: await listsOf(tx),
    }));
    let next = 0;
    let done = 0;
    const worker = async (): Promise<void> => {
      while (next < count) {
        const from = next;
        next += AT_ONCE;
        const size = Math.min(AT_ONCE, count - from);
        await this.#batch({ from, size, first }, clients, lists);
        done += size;
        told(done);
      }
    };
    await Promise.all([worker(), worker()]);
  }

  /** Each with the steps of its way: created at the first stage, moved, won or lost. */
  async #batch(
    { from, size, first }: { from: number; size: number; first: number },
    clients: readonly Client[],
    lists: Lists,
  ): Promise<void> {
    await this.#database.work(this.#who, async (tx) => {
      const stories = Array.from({ length: size }, (_, index) => {
        const number = numberText("OPP", tx.today, first + from + index);
        const client = clients[(from + index * 7) % clients.length];
        return this.#steps(tx, bytesOf("opportunity", from + index), { number, client, lists });
      });
      const present = stories.flatMap((steps) => steps.at(-1)?.row ?? []);
      await insertRows(tx, "opportunity", present.map(stored));
      const states = stories.flatMap((steps) => statesOf(tx, steps));
      await insertRows(tx, "opportunity_state", states);
      await writeHistory(tx, stories);
      await liveThrough(tx, { from, ids: present.map(({ id }) => id), managers: this.#people });
    });
  }

  #steps(tx: WriteTx, dice: Dice, { number, client, lists }: { number: string; client: Client | undefined; lists: Lists }): Step[] {
    const { pick, below } = dice;
    const createdAt = new Date(tx.at.getTime() - (1 + below(540)) * DAY_MS - below(36_000) * 1000);
    const trip = pick(LOAD_TRIPS);
    const [entry] = lists.stages;
    if (!entry || !client) throw new Error("the load agency has no stage or no client");
    const managerId = pick(this.#managers);
    const departsOn = addDays(tx.today, below(500) - 60);
    const pax = 4 + below(56);
    const isKnown = below(10) > 0;
    const created = complete(tx, {
      ...emptyRow(tx),
      number,
      name: `${trip.name} ${departsOn.slice(0, 4)}`,
      client_id: client.id,
      manager_id: managerId,
      created_by: managerId,
      pipeline_id: entry.pipelineId,
      stage_id: entry.id,
      probability_percent: entry.probabilityPercent,
      priority: below(8) === 0,
      source_id: pick(lists.sources),
      destinations: [{ country: trip.country, place: trip.place }],
      expected_close_on: below(12) === 0 ? null : addDays(tx.today, below(180) - 40),
      created_at: createdAt,
      stage_since: createdAt,
      last_touch_at: createdAt,
      updated_at: createdAt,
      ...(isKnown
        ? {
            departs_on: departsOn,
            returns_on: returnAfter(departsOn, trip.days),
            adults: pax,
            children: below(4) === 0 ? below(8) : 0,
            infants: 0,
            free_places: pax > 20 ? 1 : 0,
            amount_minor: String(pax * trip.price * 100),
            amount_source: "typed",
            objective_minor: String(Math.round(pax * trip.price * 1.1) * 100),
          }
        : {}),
      tag_ids: this.#drawTags(dice),
    });
    const steps: Step[] = [{ at: createdAt, kind: "opportunity.created", row: created }];
    this.#walk(tx, dice, { steps, lists });
    return steps;
  }

  /** From stage to stage some days apart, then to an end for more than half of them. */
  #walk(tx: WriteTx, { below, pick }: Dice, { steps, lists }: { steps: Step[]; lists: Lists }): void {
    const add = (change: Partial<OpportunityColumns>, kind: string): void => {
      const last = steps.at(-1);
      if (!last) return;
      const left = tx.at.getTime() - last.at.getTime();
      const at = new Date(last.at.getTime() + Math.max(1000, Math.floor((left * (10 + below(40))) / 100)));
      const row = complete(tx, {
        ...last.row,
        ...change,
        version: last.row.version + 1,
        updated_at: at,
        last_touch_at: at,
        last_touch_kind: "moved",
      });
      steps.push({ at, kind, row: row.stage_id === last.row.stage_id ? row : { ...row, stage_since: at } });
    };
    const present = (): OpportunityColumns => (steps.at(-1) as Step).row;
    for (const stage of lists.stages.slice(1, 1 + below(lists.stages.length)))
      add(columnsOfSale(moveTo(saleOf(present()), stage)), "opportunity.moved");
    const end = below(100);
    if (end >= 55) return;
    const closedOn = addDays(tx.today, -below(540));
    if (end < 30)
      add(columnsOfSale(win(saleOf(present()), { closedOn, acceptedQuoteMinor: null, productsMinor: null })), "opportunity.won");
    else
      add(
        columnsOfSale(lose(saleOf(present()), { closedOn, reasonId: pick(lists.reasons), competitorId: null, comment: null })),
        "opportunity.lost",
      );
  }

  #made(tx: WriteTx, daysAgo: number): { workspace_id: string; created_at: Date; updated_at: Date; created_by: string; version: number } {
    const at = new Date(tx.at.getTime() - daysAgo * DAY_MS);
    return { workspace_id: tx.actor.workspaceId, created_at: at, updated_at: at, created_by: tx.actor.userId, version: 1 };
  }
}

async function listsOf(tx: WriteTx): Promise<Lists> {
  const ids = async (table: "source" | "lost_reason" | "stage"): Promise<string[]> => {
    const { rows } = await sql<{
      id: string;
    }>`select id from ${sql.table(table)} where workspace_id = ${tx.actor.workspaceId} and deleted_at is null
      ${table === "stage" ? sql`and pipeline_id = (select id from pipeline where workspace_id = ${tx.actor.workspaceId} and deleted_at is null order by position limit 1)` : sql``}
      order by position`.execute(tx.db);
    return rows.map(({ id }) => id);
  };
  const stages: Stage[] = [];
  for (const id of await ids("stage")) stages.push(await getStage(tx, id));
  return { stages, sources: await ids("source"), reasons: await ids("lost_reason") };
}

function complete(tx: WriteTx, row: OpportunityColumns): OpportunityColumns {
  return { ...row, ...derivedOf(row, tx.agency) };
}
