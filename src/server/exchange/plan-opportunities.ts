import { mayWriteClients } from "#domain/client/policy.ts";
import { moveTo, pinProbability } from "#domain/opportunity/opportunity.ts";
import { mayCreateOpportunities, mayEditOpportunity } from "#domain/opportunity/policy.ts";
import type { Stage } from "#domain/pipeline/pipeline.ts";
import type { RowValues } from "#domain/exchange/read-row.ts";
import { isCurrency } from "#domain/shared/money.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { foldName } from "#domain/exchange/names.ts";
import {
  differing,
  failed,
  isDeleted,
  numberOf,
  problem,
  since,
  textOf,
  type ImportContext,
  type Planner,
  type Row,
  type RowPlan,
} from "#server/exchange/import-context.ts";
import { closed, closing } from "#server/exchange/close-imported.ts";
import { customOfRow } from "#server/exchange/custom-of-row.ts";
import { describeChanges } from "#server/exchange/describe-changes.ts";
import { planTags, type TagPlan } from "#server/exchange/plan-tags.ts";
import { byEmail, byExternalId, byNumber, contactsByName, opportunityNames } from "#server/exchange/known-records.ts";
import { emptyRow } from "#server/opportunity/create-opportunity.ts";
import { columnsOfBody, refuseImpossible, type OpportunityBody } from "#server/opportunity/opportunity-body.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { columnsOfSale, saleOf } from "#server/opportunity/opportunity-stage.ts";
import { changedOpportunity, newOpportunity, stateRow, type Columns } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";

/** By the id in the other system, then by number; never by a name alone. */
export const planOpportunities =
  (context: ImportContext): Planner =>
  async (tx, rows) => {
    const given = (field: string): string[] => rows.flatMap(({ values }) => textOf(values, field) ?? []);
    const identities = rows.map(({ values }) => identityOf(values));
    const [known, numbered, clients, contacts, people, names] = await Promise.all([
      byExternalId(tx, "opportunities", context.source, identities),
      byNumber(tx, given("number")),
      byExternalId(tx, "clients", context.source, given("clientExternalId")),
      byEmail(tx, given("contact")),
      context.peopleByName(() => contactsByName(tx)),
      context.once("opportunities", () => opportunityNames(tx)),
    ]);
    return () =>
      rows.map((row) => {
        const before = known.get(identityOf(row.values)) ?? numbered.get(textOf(row.values, "number") ?? "");
        const clientId = clients.get(textOf(row.values, "clientExternalId") ?? "")?.id;
        const contactId = contactOf(textOf(row.values, "contact"), { contacts, people });
        const plan = planOpportunity(tx, context, { row, before, clientId, contactId });
        const name = textOf(row.values, "name") ?? "";
        const key = `${clientId ?? context.client(textOf(row.values, "client") ?? "")?.id ?? ""} ${foldName(name)}`;
        return plan.action === "create" && names.has(key) ? { ...plan, duplicateOf: name } : plan;
      });
  };

type Known = { readonly contacts: Awaited<ReturnType<typeof byEmail>>; readonly people: ReadonlyMap<string, readonly string[]> };

/** By e-mail, else by a name that only one person has. */
function contactOf(given: string | undefined, { contacts, people }: Known): string | undefined {
  if (given === undefined) return undefined;
  const named = people.get(foldName(given)) ?? [];
  return contacts.get(given.toLowerCase())?.[0]?.id ?? (named.length === 1 ? named[0] : undefined);
}

/** The file's id; without one, what tells two projects of a name apart. */
function identityOf(values: RowValues): string {
  const external = textOf(values, "externalId") ?? textOf(values, "number");
  if (external !== undefined) return external;
  const parts = ["name", "client", "clientExternalId", "departsOn", "createdAt"].map((field) => foldName(textOf(values, field) ?? ""));
  return `row:${parts.join("|")}`;
}

type Found = {
  readonly row: Row;
  readonly before: OpportunityColumns | undefined;
  readonly clientId: string | undefined;
  readonly contactId: string | undefined;
};

type Target = { readonly end: "won" | "lost" | undefined; readonly stage: Stage | undefined };

function planOpportunity(tx: ReadTx, context: ImportContext, { row: { values }, before, clientId, contactId }: Found): RowPlan {
  if (isDeleted(values)) return { action: "skipped", problems: [] };
  const identity = identityOf(values);
  if (context.met.has(identity)) return failed(problem("externalId", "row.twice", textOf(values, "externalId") ?? textOf(values, "name")));
  context.met.add(identity);
  const mayChange = before
    ? mayEditOpportunity(tx.actor, { managerId: before.manager_id, teamId: before.team_id })
    : mayCreateOpportunities(tx.actor);
  if (!mayChange) return failed(problem("name", "row.forbidden"));
  if (!before && textOf(values, "name") === undefined) return failed(problem("name", "value.required"));
  const client = clientOf(tx, context, { values, clientId, before });
  if ("code" in client) return failed(problem(client.field, client.code, client.value));
  if (textOf(values, "contact") !== undefined && contactId === undefined)
    return failed(problem("contact", "reference.unknown", textOf(values, "contact")));
  const currency = textOf(values, "currency")?.toUpperCase() ?? before?.currency ?? tx.agency.currency;
  if (!isCurrency(currency)) return failed(problem("currency", "currency.unknown", currency));
  const target = targetOf(context, values);
  if (target === undefined) return failed(problem("stage", "stage.unknown", textOf(values, "stage")));
  const owner = textOf(values, "manager");
  const managerId = owner === undefined ? undefined : context.user(owner);
  const { custom: held, problems: unread } = customOfRow(tx, context, values, before?.custom);
  if (unread.length > 0) return failed(...unread);
  const tags = planTags(context, values, before?.tag_ids);
  const custom = held as Columns["custom"];
  const facts: Facts = { values, client, contactId, currency, target, managerId, identity, tags, custom };
  const problems = impossible(tx, facts, before);
  if (problems) return failed(...problems);
  const source = textOf(values, "source");
  if (source !== undefined) context.use("source", source);
  const reason = target.end === "lost" && before?.outcome !== "lost" ? (textOf(values, "lostReason") ?? context.notStated(tx)) : undefined;
  if (reason !== undefined) context.use("lost_reason", reason);
  const notes = {
    ...(owner !== undefined && managerId === undefined ? { ownerNotFound: true } : {}),
    ...(reason !== undefined && textOf(values, "lostReason") === undefined ? { reasonNotStated: true } : {}),
    ...(client.newName === undefined ? {} : { newClient: client.newName }),
  };
  if (before) return { ...planUpdate(context, facts, before), ...notes };
  return { action: "create", problems: [], ...notes, apply: (write) => create(write, context, facts) };
}

type Client = { readonly id: string | undefined; readonly newName: string | undefined };
type Facts = {
  readonly values: RowValues;
  readonly client: Client;
  readonly contactId: string | undefined;
  readonly currency: string;
  readonly target: Target;
  readonly managerId: string | undefined;
  readonly identity: string;
  readonly tags: TagPlan;
  /** The whole of them; undefined when the row says nothing of any. */
  readonly custom: Columns["custom"];
};

/** The client by the other system's id, else by name, else a new one of that name. */
function clientOf(
  tx: ReadTx,
  context: ImportContext,
  { values, clientId, before }: { values: RowValues; clientId: string | undefined; before: OpportunityColumns | undefined },
): Client | { field: string; code: string; value: string } {
  if (clientId !== undefined) return { id: clientId, newName: undefined };
  const name = textOf(values, "client");
  if (name !== undefined) {
    const known = context.client(name);
    if (known) return { id: known.id, newName: undefined };
    if (name.length > 200) return { field: "client", code: "value.tooBig", value: name };
    return mayWriteClients(tx.actor) ? { id: undefined, newName: name } : { field: "client", code: "reference.unknown", value: name };
  }
  const external = textOf(values, "clientExternalId");
  if (external !== undefined) return { field: "clientExternalId", code: "reference.unknown", value: external };
  return before ? { id: before.client_id, newName: undefined } : { field: "client", code: "value.required", value: "" };
}

/** Where the row stands: at a stage, won or lost. Undefined: its value is mapped to nothing. */
function targetOf(context: ImportContext, values: RowValues): Target | undefined {
  const value = textOf(values, "stage");
  if (value === undefined) return { end: undefined, stage: undefined };
  const to = context.stageOf.get(value);
  const { stages } = context.lists;
  if (to === "won") return { end: "won", stage: stages.findLast(({ pipelineId }) => pipelineId === stages[0]?.pipelineId) };
  if (to === "lost") return { end: "lost", stage: stages[0] };
  const stage = stages.find(({ id }) => id === to);
  return stage && { end: undefined, stage };
}

function bodyOf({ values, client, managerId, currency }: Facts): OpportunityBody & { currency: string } {
  const set: Record<string, unknown> = { currency };
  for (const field of ["name", "description", "departsOn", "returnsOn", "expectedCloseOn", "amount", "objective", "budgetPerPerson"])
    if (textOf(values, field) !== undefined) set[field] = textOf(values, field);
  for (const field of ["adults", "children", "infants", "freePlaces"])
    if (numberOf(values, field) !== undefined) set[field] = numberOf(values, field);
  if (typeof values["priority"] === "boolean") set["priority"] = values["priority"];
  const places = values["destinations"];
  if (Array.isArray(places)) set["destinations"] = places.map((place: string) => ({ country: null, place }));
  if (client.id !== undefined) set["clientId"] = client.id;
  if (managerId !== undefined) set["managerId"] = managerId;
  return set as OpportunityBody & { currency: string };
}

/** The rules of one opportunity, asked before anything is written. */
function impossible(tx: ReadTx, facts: Facts, before: OpportunityColumns | undefined) {
  try {
    const columns = columnsOfBody(bodyOf(facts), facts.currency);
    refuseImpossible({ ...before, ...columns }, tx);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal) || error.fields.length === 0) throw error;
    return error.fields.map(({ pointer, code }) =>
      problem(pointer.slice(1).split("/")[0] ?? "", code, textOf(facts.values, pointer.slice(1))),
    );
  }
}

async function create(tx: WriteTx, context: ImportContext, facts: Facts): Promise<void> {
  const { values, client, currency, target, identity, contactId } = facts;
  const clientId = client.id ?? context.clientNamed(tx, client.newName ?? "");
  const managerId = facts.managerId ?? tx.actor.userId;
  const stage = target.stage ?? context.lists.stages[0];
  if (!stage) throw new Refusal("stage.lastOne");
  const created = since(tx, textOf(values, "createdAt"));
  const source = textOf(values, "source");
  const base: OpportunityColumns = {
    ...emptyRow(created),
    ...(await context.rate(tx, currency)),
    stage_id: stage.id,
    pipeline_id: stage.pipelineId,
    probability_percent: stage.probabilityPercent,
    ...columnsOfBody(bodyOf(facts), currency),
    ...(facts.custom === undefined ? {} : { custom: facts.custom }),
    client_id: clientId,
    manager_id: managerId,
    team_id: context.lists.teams.get(managerId) ?? null,
    source_id: source === undefined ? null : await context.entry(tx, "source", source),
    tag_ids: (await facts.tags.after(tx)) ?? [],
    has_contact: contactId !== undefined,
  };
  const percent = numberOf(values, "probability");
  const pinned = target.end === undefined && percent !== undefined ? columnsOfSale(pinProbability(saleOf(base), percent, stage)) : {};
  const made = newOpportunity(created, { ...base, ...pinned, number: await context.number(tx) });
  const stored = target.end === undefined ? made : await closed(tx, context, { values, made, end: target.end });
  context.batch.put("opportunity", stored);
  if (target.end === undefined) context.batch.put("opportunity_state", stateRow(created, made));
  context.keepExternalId(tx, stored.id, identity);
  if (contactId === undefined) return;
  const link = { workspace_id: tx.actor.workspaceId, opportunity_id: stored.id, contact_id: contactId };
  context.batch.put("opportunity_contact", { ...link, role: null, is_main: true, position: 0 });
}

/** Only what the file says, and only where it says something else than what is known. */
function planUpdate(context: ImportContext, facts: Facts, before: OpportunityColumns): RowPlan {
  const { values, target, currency, tags } = facts;
  const plain = columnsOfBody(bodyOf(facts), currency);
  const source = textOf(values, "source");
  const sourceId = source === undefined ? undefined : context.lists.entries.source.get(foldName(source));
  const wanted: Columns = {
    ...differing(before, plain),
    ...(facts.custom === undefined ? {} : differing(before, { custom: facts.custom })),
    ...(sourceId === undefined ? {} : differing(before, { source_id: sourceId })),
    ...saleColumns(before, facts),
  };
  const closes = target.end !== undefined && before.outcome === "open";
  const change = differing(before, wanted);
  const isNewSource = source !== undefined && sourceId === undefined;
  if (!closes && !isNewSource && !tags.said && facts.client.newName === undefined && Object.keys(change).length === 0)
    return { action: "same", problems: [] };
  const said = {
    ...change,
    ...(isNewSource ? { source_id: source } : {}),
    ...(tags.said ? { tag_ids: tags.said } : {}),
    ...(facts.client.newName === undefined ? {} : { client_id: facts.client.newName }),
    ...(closes && target.end !== undefined ? { outcome: target.end } : {}),
  };
  return {
    action: "update",
    problems: [],
    changes: describeChanges(context, before, said),
    apply: async (write) => {
      const tagIds = tags.said && (await tags.after(write));
      const made = {
        ...(tagIds ? { tag_ids: tagIds } : {}),
        ...(isNewSource ? { source_id: await context.entry(write, "source", source) } : {}),
        ...(facts.client.newName === undefined ? {} : { client_id: context.clientNamed(write, facts.client.newName) }),
        ...(currency === before.currency ? {} : { currency, ...(await context.rate(write, currency)) }),
      };
      const stored = await changedOpportunity(write, before, { ...change, ...made }, "opportunity.edited");
      context.batch.change("opportunity", before, stored);
      if (!closes || target.end === undefined) return;
      const closedOn = textOf(values, "expectedCloseOn") ?? write.today;
      const end = columnsOfSale(await closing(write, context, { row: stored, closedOn, end: target.end, values }));
      const kind = target.end === "won" ? "opportunity.won" : "opportunity.lost";
      context.batch.change("opportunity", stored, await changedOpportunity(write, stored, end, kind));
    },
  };
}

/** Stage and probability of an opportunity that is open and stays open. */
function saleColumns(before: OpportunityColumns, { target, values }: Facts): Columns {
  if (before.outcome !== "open" || target.end !== undefined || !target.stage) return {};
  const moved = target.stage.id === before.stage_id ? {} : moveTo(saleOf(before), target.stage);
  const percent = numberOf(values, "probability");
  const pinned = percent === undefined ? {} : pinProbability({ ...saleOf(before), ...moved }, percent, target.stage);
  return columnsOfSale({ ...moved, ...pinned });
}
