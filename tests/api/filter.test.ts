import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OPERATORS_OF, type FilterField, type FilterTree } from "#domain/filter/filter.ts";
import { matches, type Matchable } from "#domain/filter/matches.ts";
import { writeFilter } from "#domain/filter/notation.ts";
import { OPPORTUNITY_FILTER_FIELDS, type OpportunityFilterField } from "#domain/opportunity/filter-fields.ts";
import { parseAmount } from "#domain/shared/money.ts";
import { foldText } from "#domain/shared/text.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { newId } from "#server/platform/new-id.ts";
import {
  anAgency,
  anOpportunity,
  aTeam,
  aUser,
  startInstallation,
  type Installation,
  type Loose,
  type TestUser,
} from "#tests/support/agency.ts";

let installation: Installation;
let workspaceId: string;
let user: TestUser;
let team: string;
let other: string;
let rows: Loose[];
let kinds: Record<string, string | null>;
let today: string;
const ZONE = "Europe/Paris";

beforeAll(async () => {
  installation = await startInstallation();
  workspaceId = await anAgency(installation);
  team = await aTeam(installation, workspaceId, "Groupes");
  user = await aUser(installation, workspaceId, { teamIds: [team] });
  other = (await aUser(installation, workspaceId, { name: "Adrien Blanc" })).id;
  today = dayInZone(new Date().toISOString(), ZONE);
  await user.ask("PUT", "/exchange-rates/USD", { body: { rate: "0.9213" } });
  await user.ask("PUT", "/exchange-rates/JPY", { body: { rate: "0.0061" } });
  const of = async (path: string, body: unknown): Promise<string> => (await user.ask("POST", path, { body })).body.id;
  const kindId: string = (await user.ask("GET", "/client-kinds")).body.data[0].id;
  const clients = [await of("/clients", { name: "Comité Lumière", kindId }), await of("/clients", { name: "Société des Écoles" })];
  kinds = { [clients[0] ?? ""]: kindId, [clients[1] ?? ""]: null };
  const contact = await of("/contacts", { lastName: "Ferrand" });
  const tags = [await of("/tags", { name: "Ski" }), await of("/tags", { name: "Sénior" })];
  const competitor = await of("/competitors", { name: "Voyages Dupont" });
  const source: string = (await user.ask("GET", "/sources")).body.data[0].id;
  const reason: string = (await user.ask("GET", "/lost-reasons")).body.data[0].id;
  const stages: { id: string }[] = (await user.ask("GET", "/pipelines")).body.data[0].stages;
  const some = <Value>(list: readonly Value[], index: number): Value => list[index % list.length] as Value;
  const shift = (days: number): string => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  for (let index = 0; index < 36; index += 1) {
    const departs = some([null, 0, -3, 20, 45, 100, 400], index);
    const one = await anOpportunity(user, {
      name: some(["Naples et côte", "NAPLES", "Été à Rome", "100 % vélo", "Œuvres d'art"], index),
      clientId: some(clients, index),
      stageId: some(stages, index)?.id,
      managerId: some([user.id, other, null], index),
      teamId: some([team, null], index),
      priority: index % 3 === 0,
      currency: some(["EUR", "USD", "JPY"], index),
      ...(index % 4 === 0 ? {} : { amount: String(index * 137) }),
      ...(index % 5 === 0 ? { objective: String(index * 911) } : {}),
      ...(departs === null ? {} : { departsOn: shift(departs), returnsOn: shift(departs + 7) }),
      ...(index % 3 === 1 ? { expectedCloseOn: shift(some([-20, 3, 60], index)) } : {}),
      ...(index % 2 === 0 ? { adults: index } : {}),
      ...(index % 4 === 1
        ? { destinations: [{ country: "IT", place: "Naples" }] }
        : index % 4 === 2
          ? { destinations: [{ country: null, place: "Évian" }] }
          : {}),
      ...(index % 3 === 2 ? { contacts: [{ contactId: contact, isMain: true }] } : {}),
      ...(index % 4 === 3 ? { sourceId: source } : {}),
      ...(index % 5 === 2 ? { tagIds: index % 2 === 0 ? tags : tags.slice(1) } : {}),
    });
    if (index % 7 === 1)
      await user.ask("PUT", `/opportunities/${one.id}/competitors`, { body: { competitors: [{ competitorId: competitor }] } });
    if (index % 9 === 4) await user.ask("POST", `/opportunities/${one.id}/win`, { body: {} });
    if (index % 9 === 5)
      await user.ask("POST", `/opportunities/${one.id}/lose`, {
        body: { reasonId: reason, ...(index % 2 ? { competitorId: competitor } : {}) },
      });
    if (index % 6 === 2) await user.ask("POST", `/opportunities/${one.id}/wait`, { body: { until: shift(10), reason: "réponse" } });
    if (index % 6 === 3)
      await user.ask("POST", "/activities", {
        body: { kind: "call", title: "Appeler", opportunityId: one.id, dueOn: shift(some([-2, 0, 9], index)) },
      });
  }
  rows = (await user.ask("GET", "/opportunities?limit=200")).body.data;
  for (const row of rows) row.rivals = (await user.ask("GET", `/opportunities/${row.id}/competitors`)).body.data.map(({ id }: Loose) => id);
});
afterAll(() => installation.stop());

const home = ({ amount }: { amount: string }): bigint => parseAmount(amount, "EUR") ?? 0n;

/** The record as the evaluator asks for it, from what the API says of it; the objective by its own frozen rate. */
function recordOf(row: Loose): Matchable & Readonly<Record<Exclude<OpportunityFilterField, "text">, unknown>> {
  const digits = row.currency === "JPY" ? 1 : 100;
  const objective =
    row.objective === null ? null : BigInt(Math.round((Number(row.objective.amount) * digits * Number(row.rate.value) * 100) / digits));
  return {
    name: row.name,
    number: row.number,
    managerId: row.manager?.id ?? null,
    teamId: row.team?.id ?? null,
    pipelineId: row.pipelineId,
    stageId: row.stageId,
    outcome: row.outcome,
    priority: row.priority,
    clientId: row.client.id,
    clientName: row.client.name,
    clientKindId: kinds[row.client.id] ?? null,
    contactId: row.contacts.map(({ id }: Loose) => id),
    amount: home(row.amountHome),
    objective,
    likely: row.currency === "EUR" ? home(row.likelyRevenue) : null,
    margin: row.currency === "EUR" ? home(row.estimatedMargin) : null,
    probability: row.probabilityPercent,
    participants: row.pax,
    departsOn: row.departsOn,
    returnsOn: row.returnsOn,
    expectedCloseOn: row.expectedCloseOn,
    closedOn: row.closedOn,
    createdAt: dayInZone(row.createdAt, ZONE),
    updatedAt: dayInZone(row.updatedAt, ZONE),
    lastTouchAt: dayInZone(row.lastTouch.at, ZONE),
    nextActivityOn: row.nextActivity?.dueOn ?? null,
    country: row.destinations.flatMap(({ country }: Loose) => country ?? []),
    destination: row.destinations.map(({ place }: Loose) => foldText(place)),
    sourceId: row.sourceId,
    lostReasonId: row.lostReasonId,
    tag: row.tags.map(({ id }: Loose) => id),
    competitorId: [...row.rivals, ...(row.competitor ? [row.competitor.id] : [])],
    stale: row.stale !== null,
    overdue: row.overdue,
    incomplete: row.missing.length > 0,
    waiting: row.outcome === "open" && row.waitingUntil !== null && row.waitingUntil >= today,
    idle: row.outcome === "open" && row.nextActivity === null,
    missingImportant: false,
  };
}

type Name = Exclude<OpportunityFilterField, "text" | "likely" | "margin">;
const NAMES = Object.keys(OPPORTUNITY_FILTER_FIELDS).filter((name) => !["text", "likely", "margin"].includes(name)) as Name[];

/** Values that are in the rows, and some that are not. */
function valuesFor(name: Name): fc.Arbitrary<string | number | boolean> {
  const field: FilterField = OPPORTUNITY_FILTER_FIELDS[name];
  const held = rows
    .flatMap((row) => recordOf(row)[name] ?? [])
    .map((value) => (typeof value === "bigint" ? `${value / 100n}.${String(value % 100n).padStart(2, "0")}` : value));
  const present = held.length > 0 ? [fc.constantFrom(...(held as (string | number)[]))] : [];
  switch (field.kind) {
    case "flag":
      return fc.boolean();
    case "number":
      return fc.oneof(...(present as fc.Arbitrary<number>[]), fc.integer({ min: 0, max: 100 }));
    case "money":
      return fc.oneof(...(present as fc.Arbitrary<string>[]), fc.integer({ min: 0, max: 9000 }).map(String));
    case "day":
      return fc.oneof(...(present as fc.Arbitrary<string>[]), fc.constantFrom("today", "today-3", "today+21"));
    case "text":
      return fc.oneof(...(present as fc.Arbitrary<string>[]), fc.constantFrom("naples", "e", "ÉTÉ", "%", "œuvres", "oeuvres"));
    default:
      return fc.oneof(
        ...(present as fc.Arbitrary<string>[]),
        fc.constantFrom(...(field.self ? [field.self] : []), field.values?.[0] ?? (field.isId ? newId() : "XX")),
      );
  }
}

const conditions = (): fc.Arbitrary<FilterTree> =>
  fc.constantFrom(...NAMES).chain((field) =>
    fc.constantFrom(...OPERATORS_OF[OPPORTUNITY_FILTER_FIELDS[field].kind]).chain((op): fc.Arbitrary<FilterTree> => {
      if (op === "isEmpty" || op === "isNotEmpty") return fc.constant({ field, op });
      if (op === "during")
        return fc
          .constantFrom("thisMonth", "nextMonth", "thisQuarter", "nextYear", "past", "future", "last7Days", "next30Days", "thisWeek")
          .map((value) => ({ field, op, value }));
      const one = valuesFor(field);
      if (op === "between") return fc.tuple(one, one).map((value) => ({ field, op, value: value as string[] }));
      if (op === "in" || op === "notIn")
        return fc.array(one, { minLength: 1, maxLength: 3 }).map((value) => ({ field, op, value: value as string[] }));
      return one.map((value) => ({ field, op, value }));
    }),
  );

const trees = (): fc.Arbitrary<FilterTree> =>
  fc.letrec<{ tree: FilterTree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      conditions(),
      fc.record({ all: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) }),
    ),
  })).tree;

const searched = async (filter: FilterTree): Promise<Loose> => {
  const answer = await user.ask("POST", "/opportunities/search", { body: { filter, limit: 200, count: "exact", totals: true } });
  expect({ status: answer.status, filter: JSON.stringify(filter), body: answer.status === 200 ? "" : answer.body }).toMatchObject({
    status: 200,
  });
  return answer.body;
};
const expected = (tree: FilterTree): string[] =>
  rows
    .filter((row) =>
      matches(tree, recordOf(row), {
        fields: OPPORTUNITY_FILTER_FIELDS,
        asker: { userId: user.id, teamIds: [team] },
        today,
        currency: "EUR",
      }),
    )
    .map(({ id }: Loose): string => id)
    .toSorted();
const idsOf = (body: Loose): string[] => body.data.map(({ id }: Loose) => id).toSorted();

test("every field with every operator finds what the domain says", async () => {
  await fc.assert(
    fc.asyncProperty(conditions(), async (tree) => {
      expect(idsOf(await searched(tree)), JSON.stringify(tree)).toEqual(expected(tree));
    }),
    { numRuns: 300 },
  );
});

test("a tree of them too, and rows, count and totals are of the same rows", async () => {
  await fc.assert(
    fc.asyncProperty(trees(), async (tree) => {
      const body = await searched(tree);
      const wanted = expected(tree);
      expect(idsOf(body), JSON.stringify(tree)).toEqual(wanted);
      expect(body.total).toBe(wanted.length);
      expect(body.totals.count).toBe(wanted.length);
    }),
    { numRuns: 150 },
  );
});

test("list, board and export take the same filter, as JSON and as the short text", async () => {
  const tree: FilterTree = {
    all: [
      { field: "outcome", op: "is", value: "open" },
      {
        any: [
          { field: "managerId", op: "is", value: "me" },
          { field: "name", op: "contains", value: "été" },
        ],
      },
    ],
  };
  const wanted = expected(tree);
  for (const text of [JSON.stringify(tree), writeFilter(tree)]) {
    const filter = encodeURIComponent(text);
    expect(idsOf((await user.ask("GET", `/opportunities?limit=200&filter=${filter}`)).body)).toEqual(wanted);
    expect((await user.ask("GET", `/opportunities/board?filter=${filter}`)).body.totals.count).toBe(wanted.length);
    const file: string = (await user.ask("GET", `/exports/opportunities?filter=${filter}`)).body;
    expect(file.trim().split("\n")).toHaveLength(wanted.length + 1);
  }
});

test("a page goes on under the same filter, and not under another", async () => {
  const body = { filter: { field: "outcome", op: "is", value: "open" }, limit: 5, sort: "-amount" };
  const first = (await user.ask("POST", "/opportunities/search", { body })).body;
  const second = await user.ask("POST", "/opportunities/search", { body: { ...body, cursor: first.page.nextCursor } });
  expect(second.status).toBe(200);
  expect(new Set([...idsOf(first), ...idsOf(second.body)]).size).toBe(10);
  const mixed = await user.ask("POST", "/opportunities/search", { body: { ...body, filter: { all: [] }, cursor: first.page.nextCursor } });
  expect(mixed.body.code).toBe("cursor.mismatch");
});

test("an unknown field is refused with a pointer and the nearest name", async () => {
  const { status, body } = await user.ask("POST", "/opportunities/search", {
    body: { filter: { any: [{ field: "departs", op: "isEmpty" }] } },
  });
  expect(status).toBe(400);
  expect(body.errors[0]).toMatchObject({ pointer: "/filter/any/0/field", code: "field.unknown" });
  expect(body.suggestions).toEqual({ departs: "departsOn" });
  const text = await user.ask("GET", "/opportunities?filter=all(");
  expect(text.body.errors[0]).toMatchObject({ pointer: "/filter", code: "filter.unreadable" });
});

test("what one may not see cannot be found out by filtering: costs, contacts", async () => {
  const reader = await aUser(installation, workspaceId, {
    role: "reader",
    teamIds: [team],
    overrides: { contacts: "none", clients: "none", activities: "none" },
  });
  for (const filter of [
    { field: "margin", op: "gte", value: "1" },
    { all: [{ any: [{ field: "contactId", op: "isEmpty" }] }] },
    { field: "clientKindId", op: "isEmpty" },
    { field: "nextActivityOn", op: "isEmpty" },
  ]) {
    const answer = await reader.ask("POST", "/opportunities/search", { body: { filter } });
    expect(answer.status).toBe(403);
    expect(answer.body.errors[0].code).toBe("field.hidden");
    expect((await reader.ask("GET", `/opportunities?filter=${encodeURIComponent(JSON.stringify(filter))}`)).status).toBe(403);
  }
  const seen = await reader.ask("POST", "/opportunities/search", { body: { filter: { all: [] }, limit: 200 } });
  expect(seen.body.data.length).toBeLessThan(rows.length);
});

test("a bulk change takes the tree, and a filter that nobody knows changes nothing", async () => {
  const one = await anOpportunity(user, { name: "Seule au monde" });
  const answer = await user.ask("POST", "/opportunities/bulk", {
    body: { filter: { all: [{ field: "name", op: "is", value: "seule au monde" }] }, change: { priority: true } },
  });
  expect(answer.body).toMatchObject({ changed: 1, skipped: 0 });
  expect((await user.ask("GET", `/opportunities/${one.id}`)).body.priority).toBe(true);
  const unknown = await user.ask("POST", "/opportunities/bulk", { body: { filter: { nom: "x" }, change: { delete: true } } });
  expect(unknown.status).toBe(400);
  await user.ask("DELETE", `/opportunities/${one.id}`);
});
