import { addDays, type Day } from "#domain/shared/day.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { returnAfter } from "#domain/opportunity/dates.ts";
import { lose, moveTo, win } from "#domain/opportunity/opportunity.ts";
import type { Stage } from "#domain/pipeline/pipeline.ts";
import { insertClient } from "#server/client/client-store.ts";
import { insertContact } from "#server/contact/contact-store.ts";
import { DEMO_CLIENTS, DEMO_FIRST_NAMES, DEMO_LAST_NAMES, DEMO_PEOPLE, DEMO_TRIPS } from "#server/main/demo-people.ts";
import { emptyRow } from "#server/opportunity/create-opportunity.ts";
import { touched } from "#server/opportunity/edit-opportunity.ts";
import { writeLinks } from "#server/opportunity/opportunity-contacts.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { columnsOfSale, getStage, saleOf } from "#server/opportunity/opportunity-stage.ts";
import { insertOpportunity, saveOpportunity, type StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import { startChange } from "#server/platform/change.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { nextNumber } from "#server/platform/next-number.ts";

type DemoClient = { readonly id: string; readonly language: Locale; readonly team: number; readonly contacts: string[] };
type Trip = { readonly name: string; readonly places: { country: string; place: string }[]; readonly days: number; readonly price: number };
type Plan = { readonly index: number; readonly createdDaysAgo: number; readonly end: "open" | "won" | "lost"; readonly stage: number };

const COUNT = 120;
/** 90 contacts on 40 clients. */
const CONTACTS = 90;

/** The life of the demo agency over 18 months: the same on every day it is told, relative to that day. */
export class DemoStory {
  readonly #tx: WriteTx;
  readonly #users: readonly string[];
  #seed = 20_261_120;
  /** The moment of the last thing told of the present record. */
  #after = 0;

  constructor(tx: WriteTx, users: readonly string[]) {
    this.#tx = tx;
    this.#users = users;
  }

  async tell(): Promise<void> {
    const clients = await this.#clients();
    const stages = await this.#stages();
    const lists = await this.#lists();
    for (let index = 0; index < COUNT; index += 1) await this.#opportunity(planOf(index), { clients, stages, lists });
  }

  /** Random enough, and the same every time. */
  #random(): number {
    this.#seed = (this.#seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return this.#seed / 2_147_483_648;
  }

  #pick<T>(from: readonly T[]): T {
    const chosen = from[Math.floor(this.#random() * from.length)];
    if (chosen === undefined) throw new RangeError("nothing to pick from");
    return chosen;
  }

  /** The transaction as it would have been that many days ago, at an hour of work. */
  #daysAgo(days: number, hour = 9): WriteTx {
    const today = addDays(this.#tx.today, -days);
    const wanted = Math.min(
      Date.parse(`${today}T${String(hour).padStart(2, "0")}:${String(Math.floor(this.#random() * 60)).padStart(2, "0")}:00Z`),
      this.#tx.at.getTime() - 3_600_000,
    );
    // One after the other, also within a day.
    const at = new Date(Math.max(wanted, this.#after + 60_000));
    this.#after = at.getTime();
    const dated = { ...this.#tx, at, today };
    return { ...dated, change: startChange(dated, "system") };
  }

  async #clients(): Promise<DemoClient[]> {
    const kinds = await this.#tx.db
      .selectFrom("client_kind")
      .select(["id", "word"])
      .where("workspace_id", "=", this.#tx.actor.workspaceId)
      .execute();
    const clients: DemoClient[] = [];
    const lines = DEMO_CLIENTS.trim().split("\n");
    for (const [index, line] of lines.entries()) {
      const [name = "", kind = "", city = "", postalCode = "", country = "FR", language = "fr", team = "0"] = line.split("|");
      this.#after = 0;
      const tx = this.#daysAgo(560 - index * 9);
      const id = await insertClient(tx, {
        name,
        kindId: kinds.find((one) => one.word === kind)?.id ?? null,
        status: index % 4 === 3 ? "prospect" : "client",
        managerId: this.#manager(Number(team), index),
        address: {
          street: `${1 + Math.floor(this.#random() * 90)} ${language === "it" ? "via Garibaldi" : language === "en" ? "Station Road" : "rue de la République"}`,
          postalCode,
          city,
          country,
        },
        email: `contact${index + 1}@groupe.example`,
        phone: phoneOf(country, index),
        language: language as Locale,
      });
      const contacts = await this.#contacts(tx, {
        id,
        index,
        country,
        city,
        language: language as Locale,
        count: index < CONTACTS - lines.length * 2 ? 3 : 2,
      });
      await tx.change.flush();
      clients.push({ id, language: language as Locale, team: Number(team), contacts });
    }
    return clients;
  }

  async #contacts(
    tx: WriteTx,
    at: { id: string; index: number; country: string; city: string; language: Locale; count: number },
  ): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < at.count; n += 1) {
      const firstName = this.#pick(DEMO_FIRST_NAMES[at.language].split(" "));
      const lastName = this.#pick(DEMO_LAST_NAMES[at.language].split(" "));
      const id = await insertContact(tx, {
        firstName,
        lastName,
        email: `${plainLetters(firstName)}.${plainLetters(lastName)}${at.index * 3 + n}@groupe.example`,
        phone: phoneOf(at.country, 100 + at.index * 3 + n),
        language: at.language,
        jobTitle: (TITLES[at.language] ?? [])[n] ?? null,
        address: { city: at.city, country: at.country },
        ...(n === 0 ? { newsletter: { subscribed: at.index % 5 !== 0, origin: "Salon 2025" } } : {}),
      });
      await tx.db
        .insertInto("client_contact")
        .values({
          workspace_id: tx.actor.workspaceId,
          client_id: at.id,
          contact_id: id,
          role: n === 0 ? "decisionMaker" : n === 1 ? "billing" : "leader",
          is_main: n === 0,
          created_at: tx.at,
        })
        .execute();
      ids.push(id);
    }
    return ids;
  }

  async #stages(): Promise<Stage[]> {
    const rows = await this.#tx.db
      .selectFrom("stage")
      .select("id")
      .where("workspace_id", "=", this.#tx.actor.workspaceId)
      .orderBy("position")
      .execute();
    return Promise.all(rows.map((row) => getStage(this.#tx, row.id)));
  }

  async #lists(): Promise<{ sources: string[]; reasons: string[] }> {
    const { workspaceId } = this.#tx.actor;
    const sources = await this.#tx.db.selectFrom("source").select("id").where("workspace_id", "=", workspaceId).execute();
    const reasons = await this.#tx.db.selectFrom("lost_reason").select("id").where("workspace_id", "=", workspaceId).execute();
    return { sources: sources.map((row) => row.id), reasons: reasons.map((row) => row.id) };
  }

  /** A seller or manager of the team. */
  #manager(team: number, index: number): string {
    const members = DEMO_PEOPLE.map((person, at) => ({ ...person, id: this.#users[at] ?? "" })).filter(
      (person) => person.teams.includes(team) && person.role !== "reader",
    );
    return members[index % members.length]?.id ?? this.#users[0] ?? "";
  }

  async #opportunity(
    plan: Plan,
    { clients, stages, lists }: { clients: DemoClient[]; stages: Stage[]; lists: { sources: string[]; reasons: string[] } },
  ): Promise<void> {
    const first = stages[0];
    const client = clients[(plan.index * 7) % clients.length];
    const teams = await this.#tx.db
      .selectFrom("team")
      .select(["id", "name"])
      .where("workspace_id", "=", this.#tx.actor.workspaceId)
      .orderBy("created_at")
      .orderBy("id")
      .execute();
    if (!first || !client) throw new Error("the demo agency has no stage or client");
    this.#after = 0;
    const tx = this.#daysAgo(plan.createdDaysAgo);
    const row = this.#row(tx, plan, { client, first, team: teams[client.team]?.id ?? null, source: this.#pick(lists.sources) });
    const number = await nextNumber(tx, "OPP");
    let stored = await insertOpportunity(tx, { ...row, number });
    const links = client.contacts
      .slice(0, 1 + (plan.index % 2))
      .map((contactId, n) => ({ contactId, role: n === 0 ? "main" : "decisionMaker", isMain: n === 0 }));
    if (plan.index % 11 !== 10) await writeLinks(tx, row.id, links);
    await tx.change.flush();
    stored = await this.#moves(stored, plan, stages);
    if (plan.end !== "open") await this.#close(stored, plan, lists.reasons);
  }

  #row(tx: WriteTx, plan: Plan, at: { client: DemoClient; first: Stage; team: string | null; source: string }): OpportunityColumns {
    const trip = this.#pick(tripsFor(at.client.language));
    const pax = 8 + Math.floor(this.#random() * 45);
    const isVague = plan.index % 13 === 5;
    const departsOn: Day = addDays(tx.today, 110 + Math.floor(this.#random() * 200));
    const amount = Math.round((trip.price * pax) / 100) * 100;
    const manager = this.#manager(at.client.team, plan.index);
    return {
      ...emptyRow(tx),
      name: trip.name,
      client_id: at.client.id,
      manager_id: manager,
      team_id: at.team,
      stage_id: at.first.id,
      pipeline_id: at.first.pipelineId,
      probability_percent: at.first.probabilityPercent,
      priority: plan.index % 6 === 1,
      source_id: at.source,
      destinations: trip.places,
      created_by: manager,
      ...(isVague
        ? {}
        : {
            departs_on: departsOn,
            returns_on: returnAfter(departsOn, trip.days),
            adults: pax,
            children: plan.index % 4 === 0 ? 4 : 0,
            infants: 0,
            free_places: pax > 20 ? 1 : 0,
            amount_minor: String(amount * 100),
            amount_source: "typed",
            objective_minor: String(Math.round(amount * 1.1) * 100),
            budget_minor: String(trip.price * 105),
          }),
      flexible_days: plan.index % 5 === 0 ? 3 : 0,
      expected_close_on: plan.index % 17 === 3 ? null : addDays(this.#tx.today, (plan.index % 9) * 12 - 18),
      ...(plan.index % 10 === 7
        ? { value_kind: "recurring", period: "month", periods: 12, amount_minor: "180000", amount_source: "typed" }
        : {}),
    };
  }

  /** From the first stage to the one it is at, some days on each. */
  async #moves(stored: StoredOpportunity, plan: Plan, stages: readonly Stage[]): Promise<StoredOpportunity> {
    let at = plan.createdDaysAgo;
    let now = stored;
    for (const stage of stages.slice(1, plan.stage + 1)) {
      at -= Math.max(1, Math.floor(((plan.createdDaysAgo - lastTouch(plan)) / (plan.stage + 1)) * (0.7 + this.#random() * 0.3)));
      const tx = this.#daysAgo(Math.max(at, lastTouch(plan)), 14);
      now = await saveOpportunity(tx, now, { ...columnsOfSale(moveTo(saleOf(now), stage)), ...touched(tx) }, { kind: "opportunity.moved" });
      await tx.change.flush();
    }
    return now;
  }

  async #close(stored: StoredOpportunity, plan: Plan, reasons: readonly string[]): Promise<void> {
    const tx = this.#daysAgo(lastTouch(plan), 16);
    const change =
      plan.end === "won"
        ? win(saleOf(stored), { closedOn: tx.today, acceptedQuoteMinor: null, productsMinor: null })
        : lose(saleOf(stored), { closedOn: tx.today, reasonId: this.#pick(reasons), competitorId: null, comment: null });
    await saveOpportunity(tx, stored, columnsOfSale(change), { kind: plan.end === "won" ? "opportunity.won" : "opportunity.lost" });
    await tx.change.flush();
  }
}

const TITLES: Readonly<Partial<Record<Locale, readonly string[]>>> = {
  fr: ["Présidente", "Trésorier", "Responsable voyages"],
  it: ["Presidente", "Tesoriere", "Responsabile viaggi"],
  en: ["Chair", "Treasurer", "Trip organiser"],
};

/** 46 open over every stage, 44 won, 30 lost, over 18 months. */
function planOf(index: number): Plan {
  if (index < 46) return { index, createdDaysAgo: 4 + ((index * 13) % 70), end: "open", stage: index % 5 };
  return { index, createdDaysAgo: 60 + ((index * 29) % 480), end: index < 90 ? "won" : "lost", stage: index < 90 ? 4 : index % 5 };
}

/** Days since anything happened: some are fresh, some stale. */
function lastTouch(plan: Plan): number {
  if (plan.end !== "open") return Math.max(1, plan.createdDaysAgo - 50);
  return Math.min(plan.createdDaysAgo - 1, plan.index % 3 === 0 ? 12 : plan.index % 4);
}

function tripsFor(language: Locale): Trip[] {
  const trips = DEMO_TRIPS.trim()
    .split("\n")
    .map((line) => {
      const [name = "", places = "", days = "5", price = "500"] = line.split("|");
      return {
        name,
        places: places.split(",").map((one) => ({ country: one.slice(0, 2), place: one.slice(3) })),
        days: Number(days),
        price: Number(price),
      };
    });
  const [french, italian, english] = [[...trips.slice(0, 20), ...trips.slice(27)], trips.slice(20, 24), trips.slice(24, 27)];
  return { fr: french, it: italian, en: english }[language];
}

function phoneOf(country: string, index: number): string {
  const tail = String(10_000 + index * 37).padStart(6, "0");
  return (
    { FR: `+33472${tail}`, IT: `+39011${tail}1`, GB: `+44117496${tail.slice(-4)}`, IE: `+3531${tail.padStart(7, "6")}` }[country] ??
    `+33472${tail}`
  );
}

function plainLetters(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^A-Za-z-]/g, "")
    .toLowerCase();
}
