import { mayDeleteActivity, mayEditActivity } from "#domain/activity/policy.ts";
import { findActivity, saveActivity, type ActivityChange } from "#server/activity/activity-store.ts";
import { mayDeleteClients, mayWriteClients } from "#domain/client/policy.ts";
import { mayDeleteContacts, mayWriteContacts } from "#domain/contact/policy.ts";
import { mayDeleteOpportunity, mayEditOpportunity } from "#domain/opportunity/policy.ts";
import type { FactFields, FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import { saveClient } from "#server/client/client-store.ts";
import { saveContact } from "#server/contact/contact-store.ts";
import { linksOf, writeLinks, type StoredLink } from "#server/opportunity/opportunity-contacts.ts";
import { findOpportunity, saveOpportunity, type Columns } from "#server/opportunity/opportunity-store.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { takeBackCatalogue, takeBackLine } from "#server/product/take-back-product.ts";
import { INVERSES } from "#server/undo/undoable.ts";

export type StoredFact = {
  readonly id: string;
  readonly kind: FactKind;
  readonly record_type: string;
  readonly record_id: string;
  readonly record_name: string;
  readonly fields: FactFields;
  readonly at: Date;
};

/** What an undo is told as: the opposite of what it takes back. */
const OPPOSITE: Partial<Record<FactKind, FactKind>> = {
  "opportunity.created": "opportunity.deleted",
  "opportunity.deleted": "opportunity.restored",
  "opportunity.restored": "opportunity.deleted",
  "opportunity.won": "opportunity.reopened",
  "opportunity.lost": "opportunity.reopened",
  "activity.created": "activity.deleted",
  "activity.done": "activity.reopened",
  "activity.reopened": "activity.done",
  "activity.deleted": "activity.restored",
  "activity.restored": "activity.deleted",
  "client.created": "client.deleted",
  "client.deleted": "client.restored",
  "client.restored": "client.deleted",
  "contact.created": "contact.deleted",
  "contact.deleted": "contact.restored",
  "contact.restored": "contact.deleted",
};

/** Takes one fact back; returns the fields a later change holds. Without force nothing is written over those. */
export async function takeBack(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  if (fact.record_type === "opportunity") return takeBackOpportunity(tx, fact, force);
  if (fact.record_type === "client") return takeBackClient(tx, fact, force);
  if (fact.record_type === "activity") return takeBackActivity(tx, fact, force);
  if (fact.record_type === "contact") return takeBackContact(tx, fact, force);
  if (fact.record_type === "productLine") return takeBackLine(tx, fact, force);
  if (fact.record_type === "product" || fact.record_type === "supplier") return takeBackCatalogue(tx, fact, force);
  return takeBackParameter(tx, fact, force);
}

const isDeletion = (fact: StoredFact): boolean => INVERSES[fact.kind] === "delete" || "deleted_at" in fact.fields;

async function takeBackOpportunity(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  const row = await findOpportunity(tx, fact.record_id);
  if (!row) throw new Refusal("request.notFound");
  const permitted = isDeletion(fact) ? mayDeleteOpportunity(tx.actor, row) : mayEditOpportunity(tx.actor, row);
  if (!permitted) throw new Refusal("request.forbidden");
  const kind = kindOf(fact);
  if (fact.kind === "opportunity.created") {
    if (!row.deleted_at) await saveOpportunity(tx, row, { deleted_at: tx.at, deleted_by: tx.actor.userId }, { kind });
    return [];
  }
  if (fact.kind === "opportunity.contacts") return takeBackLinks(tx, fact, { id: row.id, force });
  const held = overtakenFields(row, fact.fields);
  if (held.length > 0 && !force) return held;
  await saveOpportunity(
    tx,
    row,
    { ...(before(fact.fields) as Columns), ...("stage_id" in fact.fields ? { stage_since: tx.at } : {}) },
    { kind },
  );
  return held;
}

async function takeBackLinks(tx: WriteTx, fact: StoredFact, { id, force }: { id: string; force: boolean }): Promise<string[]> {
  const now = await linksOf(tx, id);
  const { from, to } = fact.fields["contacts"] ?? { from: [], to: [] };
  const held = JSON.stringify(now) === JSON.stringify(to) ? [] : ["contacts"];
  if (held.length > 0 && !force) return held;
  const after = await writeLinks(
    tx,
    id,
    (from as StoredLink[]).map(({ contactId, role, isMain }) => ({ contactId, role, isMain })),
  );
  const row = await findOpportunity(tx, id);
  if (row) await saveOpportunity(tx, row, {}, { kind: "opportunity.contacts", extra: { contacts: { from: now, to: after } } });
  return held;
}

async function takeBackClient(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  if (!(isDeletion(fact) ? mayDeleteClients(tx.actor) : mayWriteClients(tx.actor))) throw new Refusal("request.forbidden");
  const row = await tx.db
    .selectFrom("client")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", fact.record_id)
    .executeTakeFirstOrThrow();
  if (fact.kind === "client.contacts") {
    await restoreClientContacts(tx, fact);
    await saveClient(
      tx,
      row,
      {},
      {
        kind: "client.contacts",
        extra: { contacts: { from: fact.fields["contacts"]?.to ?? [], to: fact.fields["contacts"]?.from ?? [] } },
      },
    );
    return [];
  }
  if (fact.kind === "client.created") {
    await refuseClientInUse(tx, row.id);
    if (!row.deleted_at) await saveClient(tx, row, { deleted_at: tx.at, deleted_by: tx.actor.userId }, { kind: kindOf(fact) });
    return [];
  }
  const held = overtakenFields(row, fact.fields);
  if (held.length > 0 && !force) return held;
  await saveClient(tx, row, before(fact.fields), { kind: kindOf(fact) });
  return held;
}

/** A client made by a change that is taken back may have got opportunities since. */
async function refuseClientInUse(tx: WriteTx, clientId: string): Promise<void> {
  const used = await tx.db
    .selectFrom("opportunity")
    .select("id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("client_id", "=", clientId)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (used) throw new Refusal("record.inUse");
}

async function restoreClientContacts(tx: WriteTx, fact: StoredFact): Promise<void> {
  const links = (fact.fields["contacts"]?.from ?? []) as { id: string; role: string | null; isMain: boolean }[];
  await tx.db
    .deleteFrom("client_contact")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("client_id", "=", fact.record_id)
    .execute();
  for (const link of links) {
    await tx.db
      .insertInto("client_contact")
      .values({
        workspace_id: tx.actor.workspaceId,
        client_id: fact.record_id,
        contact_id: link.id,
        role: link.role,
        is_main: link.isMain,
        created_at: tx.at,
      })
      .execute();
  }
}

async function takeBackContact(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  if (!(isDeletion(fact) ? mayDeleteContacts(tx.actor) : mayWriteContacts(tx.actor))) throw new Refusal("request.forbidden");
  const row = await tx.db
    .selectFrom("contact")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", fact.record_id)
    .executeTakeFirstOrThrow();
  if (fact.kind === "contact.created") {
    if (!row.deleted_at) await saveContact(tx, row, { deleted_at: tx.at, deleted_by: tx.actor.userId }, { kind: kindOf(fact) });
    return [];
  }
  const { clients: _links, name: _made, ...fields } = fact.fields;
  const held = overtakenFields(row, fields);
  if (held.length > 0 && !force) return held;
  await saveContact(tx, row, before(fields), { kind: kindOf(fact) });
  return held;
}

async function takeBackActivity(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  const row = await findActivity(tx, fact.record_id);
  if (!row) throw new Refusal("request.notFound");
  // One that was recorded as done at once was made by its fact.
  const isMade = fact.kind === "activity.created" || (fact.kind === "activity.done" && fact.fields["kind"] !== undefined);
  const permitted = isMade || isDeletion(fact) ? mayDeleteActivity(tx.actor, row) : mayEditActivity(tx.actor, row);
  if (!permitted) throw new Refusal("request.forbidden");
  if (isMade) {
    if (!row.deleted_at) await saveActivity(tx, row, { deleted_at: tx.at, deleted_by: tx.actor.userId }, "activity.deleted");
    return [];
  }
  const held = overtakenFields(row, fact.fields);
  if (held.length > 0 && !force) return held;
  await saveActivity(tx, row, instants(before(fact.fields)), kindOf(fact));
  return held;
}

/** Instants come out of a fact as text. */
function instants(fields: Record<string, unknown>): ActivityChange {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, field.endsWith("_at") && typeof value === "string" ? new Date(value) : value]),
  );
}

const TABLES: Readonly<Record<string, "client_kind" | "source" | "lost_reason" | "competitor" | "pipeline" | "stage">> = {
  clientKind: "client_kind",
  source: "source",
  lostReason: "lost_reason",
  competitor: "competitor",
  pipeline: "pipeline",
  stage: "stage",
};

async function takeBackParameter(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  const table = TABLES[fact.record_type];
  if (!table) throw new Refusal("undo.impossible");
  if (!mayChangeSettings(tx.actor)) throw new Refusal("request.forbidden");
  const row = await tx.db
    .selectFrom(table)
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", fact.record_id)
    .executeTakeFirstOrThrow();
  const change = fact.kind === "parameter.created" ? { deleted_at: tx.at } : before(fact.fields);
  const held = fact.kind === "parameter.created" ? [] : overtakenFields(row, fact.fields);
  if (held.length > 0 && !force) return held;
  await tx.db
    .updateTable(table)
    .set({ ...change, version: row.version + 1 } as never)
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", fact.record_id)
    .execute();
  tx.change.tell({
    kind: "parameter.edited",
    type: fact.record_type as "source",
    id: fact.record_id,
    name: fact.record_name,
    fields: Object.fromEntries(Object.entries(fact.fields).map(([field, { from, to }]) => [field, { from: to, to: from }])),
  });
  return held;
}

function kindOf(fact: StoredFact): FactKind {
  if (fact.kind === "opportunity.reopened") return fact.fields["outcome"]?.from === "won" ? "opportunity.won" : "opportunity.lost";
  return OPPOSITE[fact.kind] ?? fact.kind;
}

function before(fields: FactFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([field, { from }]) => [field, from]));
}

/** Fields whose present value is not the one the fact left. */
function overtakenFields(row: Record<string, unknown>, fields: FactFields): string[] {
  const now = JSON.parse(JSON.stringify(row)) as Record<string, unknown>;
  return Object.entries(fields)
    .filter(([field, { to }]) => field in now && JSON.stringify(now[field] ?? null) !== JSON.stringify(to ?? null))
    .map(([field]) => field);
}
