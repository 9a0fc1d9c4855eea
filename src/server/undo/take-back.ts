import { mayDeleteClients, mayWriteClients } from "#domain/client/policy.ts";
import { mayDeleteContacts, mayWriteContacts } from "#domain/contact/policy.ts";
import { mayDeleteOpportunity, mayEditOpportunity } from "#domain/opportunity/policy.ts";
import type { FactFields, FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { saveClient } from "#server/client/client-store.ts";
import { saveContact } from "#server/contact/contact-store.ts";
import type { Linking } from "#server/contact/main-contact.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import {
  changedOpportunity,
  findOpportunity,
  placed,
  saveOpportunity,
  type Columns,
  type StoredOpportunity,
} from "#server/opportunity/opportunity-store.ts";
import { writeOpportunities } from "#server/opportunity/write-opportunities.ts";
import type { WriteTx } from "#server/platform/database.ts";
import type { Step } from "#server/platform/update-many.ts";
import { takeBackPartners } from "#server/partner/take-back-partners.ts";
import { takeBackCatalogue, takeBackLine } from "#server/product/take-back-product.ts";
import { takeBackQuote, takeBackTemplate } from "#server/quote/take-back-quote.ts";
import { before, overtakenFields, type StoredFact } from "#server/undo/stored-fact.ts";
import { takeBackActivity, takeBackMessage, type Way } from "#server/undo/take-back-activity.ts";
import { takeBackDocument } from "#server/undo/take-back-document.ts";
import {
  overtakenClients,
  restoreClients,
  takeBackContactsOfClient,
  takeBackContactsOfOpportunity,
  takeBackMainContact,
} from "#server/undo/take-back-links.ts";
import { takeBackCustomField } from "#server/undo/take-back-custom-field.ts";
import { takeBackParameter } from "#server/undo/take-back-parameter.ts";
import { takeBackRate } from "#server/undo/take-back-rate.ts";
import { takeBackTag } from "#server/undo/take-back-tag.ts";
import { refuseClientsInUse } from "#server/undo/take-back-made.ts";
import { takeBackPart } from "#server/step/take-back-step.ts";
import { takeBackView } from "#server/view/take-back-view.ts";
import { INVERSES } from "#server/undo/undoable.ts";

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
  "message.created": "message.deleted",
  "message.deleted": "message.restored",
  "message.restored": "message.deleted",
  "message.pinned": "message.unpinned",
  "message.unpinned": "message.pinned",
  "document.created": "document.deleted",
  "document.deleted": "document.restored",
  "document.restored": "document.deleted",
  "client.created": "client.deleted",
  "client.deleted": "client.restored",
  "client.restored": "client.deleted",
  "contact.created": "contact.deleted",
  "contact.deleted": "contact.restored",
  "contact.restored": "contact.deleted",
};

/** Takes one fact back; returns the fields a later change holds. Without force nothing is written over those. */
export async function takeBack(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  if (fact.fields["main_contact"]) {
    await takeBackMainContact(tx, fact.record_type as Linking, fact);
    return [];
  }
  if (fact.record_type === "opportunity") return takeBackOpportunity(tx, fact, force);
  if (fact.record_type === "client") return takeBackClient(tx, fact, force);
  if (fact.record_type === "activity") return takeBackActivity(tx, fact, wayOf(fact, force));
  if (fact.record_type === "message") return takeBackMessage(tx, fact, wayOf(fact, force));
  if (fact.record_type === "document") return takeBackDocument(tx, fact, wayOf(fact, force));
  if (fact.record_type === "contact") return takeBackContact(tx, fact, force);
  if (fact.record_type === "productLine") return takeBackLine(tx, fact, force);
  if (fact.record_type === "product" || fact.record_type === "supplier") return takeBackCatalogue(tx, fact, force);
  if (fact.record_type === "step" || fact.record_type === "tripTemplate") return takeBackPart(tx, fact, force);
  if (fact.record_type === "rate") return takeBackRate(tx, fact, force);
  if (fact.record_type === "quote") return takeBackQuote(tx, fact, force);
  if (fact.record_type === "quoteTemplate") return takeBackTemplate(tx, fact, force);
  if (fact.record_type === "tag") return takeBackTag(tx, fact, force);
  if (fact.record_type === "view") return takeBackView(tx, fact, wayOf(fact, force));
  if (fact.record_type === "customField") return takeBackCustomField(tx, fact, force);
  return takeBackParameter(tx, fact, force);
}

const isDeletion = (fact: StoredFact): boolean => INVERSES[fact.kind] === "delete" || "deleted_at" in fact.fields;

async function takeBackOpportunity(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  const row = await findOpportunity(tx, fact.record_id);
  if (!row) throw new Refusal("request.notFound");
  refuseUnpermitted(tx, fact, row);
  const kind = kindOf(fact);
  if (fact.kind === "opportunity.created") {
    if (!row.deleted_at) await saveOpportunity(tx, row, { deleted_at: tx.at, deleted_by: tx.actor.userId }, { kind });
    return [];
  }
  if (fact.kind === "opportunity.contacts") return takeBackContactsOfOpportunity(tx, fact, force);
  if (fact.kind === "opportunity.partners" || fact.kind === "opportunity.competitors") return takeBackPartners(tx, fact, force);
  const held = heldIn(row, fact);
  if (held.length > 0 && !force) return held;
  await saveOpportunity(tx, row, columnsBefore(tx, row, fact.fields), { kind });
  return held;
}

function refuseUnpermitted(tx: WriteTx, fact: StoredFact, row: StoredOpportunity): void {
  const permitted = isDeletion(fact) ? mayDeleteOpportunity(tx.actor, row) : mayEditOpportunity(tx.actor, row);
  if (!permitted) throw new Refusal("request.forbidden");
}

/** Clocks follow from the others and hold nothing. */
function heldIn(row: StoredOpportunity, fact: StoredFact): string[] {
  const { stage_since: _since, last_touch_at: _at, last_touch_kind: _kind, ...fields } = fact.fields;
  return overtakenFields(row, fields);
}

function columnsBefore(tx: WriteTx, row: StoredOpportunity, told: FactFields): Columns {
  const { stage_since: _since, last_touch_at: _at, last_touch_kind: _kind, ...fields } = told;
  return { ...(before(fields, row) as Columns), ...clocksBefore(tx, row, told) };
}

/** Facts of opportunities' own columns: those of one change can be taken back by a statement. */
const OF_COLUMNS = new Set<FactKind>(["opportunity.edited", "opportunity.moved", "opportunity.deleted"]);

export function isOfColumns(fact: StoredFact): boolean {
  return fact.record_type === "opportunity" && OF_COLUMNS.has(fact.kind) && !fact.fields["main_contact"];
}

/** Takes back such facts, no two of one opportunity, some hundred at once; what a later change holds is told for each. */
export async function takeBackColumns(
  tx: WriteTx,
  facts: readonly StoredFact[],
  force: boolean,
): Promise<ReadonlyMap<StoredFact, string[]>> {
  const rows = await tx.db
    .selectFrom("opportunity")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where(
      "id",
      "in",
      facts.map(({ record_id }) => record_id),
    )
    .orderBy("id")
    .forUpdate()
    .execute();
  const byId = new Map(rows.map((row) => [row.id, placed(row)]));
  const overtaken = new Map<StoredFact, string[]>();
  const steps: Step<OpportunityColumns>[] = [];
  for (const fact of facts) {
    const row = byId.get(fact.record_id);
    if (!row) throw new Refusal("request.notFound");
    refuseUnpermitted(tx, fact, row);
    const held = heldIn(row, fact);
    if (held.length > 0) overtaken.set(fact, held);
    if (held.length > 0 && !force) continue;
    const after = await changedOpportunity(tx, row, columnsBefore(tx, row, fact.fields), kindOf(fact));
    if (after !== row) steps.push({ before: row, after });
  }
  await writeOpportunities(tx, steps);
  return overtaken;
}

/**
 * The clocks of stage and silence as they stood before a move. Was it touched since, the later touch stays the last. Facts
 * told before clocks were kept have none: the stage begins anew.
 */
function clocksBefore(tx: WriteTx, row: StoredOpportunity, fields: FactFields): Columns {
  const { stage_id, stage_since, last_touch_at, last_touch_kind } = fields;
  if (!stage_id) return {};
  const isLastTouch = last_touch_at !== undefined && Date.parse(String(last_touch_at.to)) === row.last_touch_at.getTime();
  const kind = last_touch_kind?.from as string | undefined;
  return {
    stage_since: stage_since ? new Date(String(stage_since.from)) : tx.at,
    ...(isLastTouch ? { last_touch_at: new Date(String(last_touch_at.from)), last_touch_kind: kind ?? row.last_touch_kind } : {}),
  };
}

async function takeBackClient(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  if (!(isDeletion(fact) ? mayDeleteClients(tx.actor) : mayWriteClients(tx.actor))) throw new Refusal("request.forbidden");
  const row = await tx.db
    .selectFrom("client")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", fact.record_id)
    .executeTakeFirstOrThrow();
  if (fact.kind === "client.contacts") return takeBackContactsOfClient(tx, row, fact, force);
  if (fact.kind === "client.created") {
    await refuseClientsInUse(tx, [row.id]);
    if (!row.deleted_at) await saveClient(tx, row, { deleted_at: tx.at, deleted_by: tx.actor.userId }, { kind: kindOf(fact) });
    return [];
  }
  const held = overtakenFields(row, fact.fields);
  if (held.length > 0 && !force) return held;
  await saveClient(tx, row, before(fact.fields, row), { kind: kindOf(fact) });
  return held;
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
  const { clients, name: _made, ...fields } = fact.fields;
  const held = [...overtakenFields(row, fields), ...(clients ? await overtakenClients(tx, row.id, clients.to) : [])];
  if (held.length > 0 && !force) return held;
  const extra: Record<string, { from: unknown; to: unknown }> = clients
    ? { clients: { from: clients.to, to: await restoreClients(tx, row.id, clients.from) } }
    : {};
  await saveContact(tx, row, before(fields, row), { kind: kindOf(fact), extra });
  return held;
}

function wayOf(fact: StoredFact, force: boolean): Way {
  return { before: before(fact.fields), heldIn: (row) => overtakenFields(row, fact.fields), kind: kindOf(fact), force };
}

function kindOf(fact: StoredFact): FactKind {
  if (fact.kind === "opportunity.reopened") return fact.fields["outcome"]?.from === "won" ? "opportunity.won" : "opportunity.lost";
  return OPPOSITE[fact.kind] ?? fact.kind;
}
