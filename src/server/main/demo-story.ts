import { addDays } from "#domain/shared/day.ts";
import { returnAfter } from "#domain/opportunity/dates.ts";
import { lose, moveTo, win } from "#domain/opportunity/opportunity.ts";
import type { Stage } from "#domain/pipeline/pipeline.ts";
import { DemoClientStory, type DemoClient } from "#server/main/demo-client-story.ts";
import { DemoClock } from "#server/main/demo-clock.ts";
import { DEMO_COMPETITORS, managerOf } from "#server/main/demo-people.ts";
import { demoPlans, type DemoPlan } from "#server/main/demo-plan.ts";
import { DemoTags } from "#server/main/demo-tags.ts";
import { emptyRow } from "#server/opportunity/create-opportunity.ts";
import { touched } from "#server/opportunity/edit-opportunity.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { columnsOfSale, getStage, saleOf } from "#server/opportunity/opportunity-stage.ts";
import { insertOpportunity, saveOpportunity, type StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";
import { nextNumber } from "#server/platform/next-number.ts";

type Lists = { readonly sources: string[]; readonly reasons: string[]; readonly competitors: string[]; readonly teams: string[] };
/** Where an opportunity of the story belongs. */
type Cast = { readonly client: DemoClient; readonly manager: string; readonly index: number };

/** The life of the demo agency over 18 months: the same on every day it is told, relative to that day. */
export class DemoStory {
  readonly #tx: WriteTx;
  readonly #clock: DemoClock;
  readonly #users: readonly string[];
  #tags: DemoTags | undefined;
  #stages: readonly Stage[] = [];
  #lists: Lists = { sources: [], reasons: [], competitors: [], teams: [] };

  constructor(tx: WriteTx, users: readonly string[]) {
    this.#tx = tx;
    this.#clock = new DemoClock(tx);
    this.#users = users;
  }

  async tell(): Promise<void> {
    this.#tags = await DemoTags.make(this.#tx);
    const clients = await new DemoClientStory(this.#tx, this.#clock, { users: this.#users, tags: this.#tags }).tell();
    this.#stages = await this.#readStages();
    this.#lists = await this.#readLists();
    for (const [index, plan] of demoPlans(this.#tx.today).entries()) {
      const possible = clients.filter((one) => one.name === plan.client || one.language === plan.client);
      const client = possible[(index * 7) % possible.length];
      if (!client) throw new Error(`the demo agency has no client ${plan.client}`);
      await this.#opportunity(plan, { client, manager: managerOf(this.#users, client.team, index), index });
    }
  }

  async #readStages(): Promise<Stage[]> {
    const rows = await this.#tx.db
      .selectFrom("stage")
      .select("id")
      .where("workspace_id", "=", this.#tx.actor.workspaceId)
      .orderBy("position")
      .execute();
    return Promise.all(rows.map((row) => getStage(this.#tx, row.id)));
  }

  async #readLists(): Promise<Lists> {
    const { db, actor, at } = this.#tx;
    const { workspaceId } = actor;
    const sources = await db.selectFrom("source").select("id").where("workspace_id", "=", workspaceId).execute();
    const reasons = await db.selectFrom("lost_reason").select("id").where("workspace_id", "=", workspaceId).execute();
    const teams = await db
      .selectFrom("team")
      .select("id")
      .where("workspace_id", "=", workspaceId)
      .orderBy("created_at")
      .orderBy("id")
      .execute();
    const competitors = DEMO_COMPETITORS.map((name) => ({
      workspace_id: workspaceId,
      id: newId(),
      name,
      notes: null,
      created_at: at,
      deleted_at: null,
    }));
    await db.insertInto("competitor").values(competitors).execute();
    const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
    return { sources: ids(sources), reasons: ids(reasons), competitors: ids(competitors), teams: ids(teams) };
  }

  async #opportunity(plan: DemoPlan, cast: Cast): Promise<void> {
    this.#clock.another();
    const tx = this.#clock.daysAgo(plan.createdDaysAgo, 9, cast.manager);
    const row = this.#row(tx, plan, cast);
    const links = cast.client.contacts
      .slice(0, 1 + (cast.index % 2))
      .map((contactId, n) => ({ contactId, role: n === 0 ? "main" : "decisionMaker", isMain: n === 0 }));
    const number = await nextNumber(tx, "OPP");
    let stored = await insertOpportunity(tx, { ...row, number }, cast.index % 11 === 10 ? [] : links);
    await tx.change.flush();
    stored = await this.#moves(stored, plan, cast);
    if (plan.end !== "open") await this.#close(stored, plan, cast);
  }

  #row(tx: WriteTx, plan: DemoPlan, { client, manager, index }: Cast): OpportunityColumns {
    const [first] = this.#stages;
    if (!first) throw new Error("the demo agency has no stage");
    const departsOn = addDays(this.#tx.today, plan.departsInDays);
    return {
      ...emptyRow(tx),
      name: plan.name,
      client_id: client.id,
      manager_id: manager,
      team_id: this.#lists.teams[client.team] ?? null,
      stage_id: first.id,
      pipeline_id: first.pipelineId,
      probability_percent: first.probabilityPercent,
      priority: plan.isPriority,
      source_id: this.#lists.sources[index % this.#lists.sources.length] ?? null,
      destinations: plan.places.map((place) => ({ ...place })),
      created_by: manager,
      tag_ids: this.#tags?.of(plan.name, client.name) ?? [],
      // Asked for without dates: they come later, with the places.
      ...(plan.days === 0 ? {} : { departs_on: departsOn, returns_on: returnAfter(departsOn, plan.days) }),
      ...headsOf(plan),
      ...moneyOf(plan),
      flexible_days: plan.isFlexible ? 3 : 0,
      expected_close_on: addDays(this.#tx.today, plan.closesInDays),
    };
  }

  /** From the first stage to the one it is at, some days on each; the group is counted again on the way. */
  async #moves(stored: StoredOpportunity, plan: DemoPlan, { manager }: Cast): Promise<StoredOpportunity> {
    const step = (plan.createdDaysAgo - plan.touchedDaysAgo) / Math.max(1, plan.stage);
    let now = stored;
    for (const [index, stage] of this.#stages.slice(1, plan.stage + 1).entries()) {
      const isLast = index + 1 === plan.stage;
      const at = isLast ? plan.touchedDaysAgo : Math.round(plan.createdDaysAgo - step * (index + 0.6 + this.#clock.random() * 0.4));
      const tx = this.#clock.daysAgo(Math.max(at, plan.touchedDaysAgo), 14, manager);
      if (index === 0 && plan.euros > 0 && plan.adults > 12)
        now = await saveOpportunity(
          tx,
          now,
          { adults: plan.adults, budget_minor: String(plan.euros * 105) },
          { kind: "opportunity.edited" },
        );
      now = await saveOpportunity(tx, now, { ...columnsOfSale(moveTo(saleOf(now), stage)), ...touched(tx) }, { kind: "opportunity.moved" });
      await tx.change.flush();
    }
    return now;
  }

  async #close(stored: StoredOpportunity, plan: DemoPlan, { manager, index }: Cast): Promise<void> {
    const tx = this.#clock.daysAgo(plan.touchedDaysAgo, 16, manager);
    const { reasons, competitors } = this.#lists;
    const change =
      plan.end === "won"
        ? win(saleOf(stored), { closedOn: tx.today, acceptedQuoteMinor: null, productsMinor: null })
        : lose(saleOf(stored), {
            closedOn: tx.today,
            reasonId: this.#clock.pick(reasons),
            competitorId: index % 3 === 0 ? this.#clock.pick(competitors) : null,
            comment: null,
          });
    await saveOpportunity(tx, stored, columnsOfSale(change), { kind: plan.end === "won" ? "opportunity.won" : "opportunity.lost" });
    await tx.change.flush();
  }
}

/** Those who got further than an enquiry were counted again since. */
function headsOf(plan: DemoPlan): Partial<OpportunityColumns> {
  const isCountedAgain = plan.stage > 0 && plan.euros > 0 && plan.adults > 12;
  const adults = isCountedAgain ? plan.adults - 4 : plan.adults;
  return { adults, children: plan.children, infants: 0, free_places: freePlacesOf(plan) };
}

/** One for twenty. */
function freePlacesOf(plan: DemoPlan): number {
  return Math.floor((plan.adults + plan.children) / 21);
}

function moneyOf(plan: DemoPlan): Partial<OpportunityColumns> {
  if (plan.isMonthly) return { value_kind: "recurring", period: "month", periods: 4, amount_minor: "312000", amount_source: "typed" };
  if (plan.euros === 0) return {};
  const amount = Math.round((plan.euros * (plan.adults + plan.children - freePlacesOf(plan))) / 100) * 100;
  return {
    amount_minor: String(amount * 100),
    amount_source: "typed",
    objective_minor: String(Math.round(amount * 0.11) * 1000),
    budget_minor: plan.stage > 0 && plan.adults > 12 ? null : String(plan.euros * 105),
  };
}
