import { mayDeleteQuote, mayDeleteTemplates, mayEditQuote, mayMarkQuote, mayPriceQuote, mayWriteTemplates } from "#domain/quote/policy.ts";
import type { QuoteMark } from "#domain/quote/quote-mark.ts";
import { withMine } from "#domain/quote/sheet-batch.ts";
import { applyEdits, type SheetEdit } from "#domain/quote/sheet-edit.ts";
import { isAlike } from "#domain/shared/alike.ts";
import type { FactFields, FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { acceptedOf, chosenOf } from "#server/opportunity/opportunity-quotes.ts";
import { findOpportunity, type Columns, type StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import { lockRecords } from "#server/platform/lock-records.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { editSheet } from "#server/quote/edit-sheet.ts";
import { AMOUNT_COLUMNS, putMarks, versionsById } from "#server/quote/quote-marks.ts";
import { setStatuses, type Statuses } from "#server/quote/quote-statuses.ts";
import { findQuote, findVersion, getVersion, saveQuote, showNewest, tellQuote, type StoredQuote } from "#server/quote/quote-store.ts";
import { bringBackQuote, removeQuote } from "#server/quote/quotes.ts";
import { findTemplate, saveTemplate } from "#server/quote/template-store.ts";

export type QuoteFact = { readonly kind: FactKind; readonly record_id: string; readonly fields: FactFields };
type Undoing = { readonly quote: StoredQuote; readonly fact: QuoteFact; readonly force: boolean };

/** Takes back what happened with a quote; returns the fields a later change holds. */
export async function takeBackQuote(tx: WriteTx, fact: QuoteFact, force: boolean): Promise<string[]> {
  const quote = await findQuote(tx, fact.record_id);
  if (!quote) throw new Refusal("request.notFound");
  const undoing = { quote, fact, force };
  if (fact.kind === "quote.created" || "deleted_at" in fact.fields) return takeBackExistence(tx, undoing);
  if (fact.kind === "quote.versionAdded") return takeBackVersion(tx, undoing);
  if ("edits" in fact.fields) return takeBackEdits(tx, undoing);
  if (["statuses", "chosen_quote", "accepted_quote"].some((field) => field in fact.fields)) return takeBackStanding(tx, undoing);
  return takeBackFields(tx, undoing);
}

async function takeBackExistence(tx: WriteTx, { quote, fact }: Undoing): Promise<string[]> {
  if (!mayDeleteQuote(tx.actor, quote)) throw new Refusal("request.forbidden");
  if (fact.kind === "quote.deleted") {
    if (quote.deleted_at) await bringBackQuote(tx, quote);
  } else if (!quote.deleted_at) await removeQuote(tx, quote);
  return [];
}

async function takeBackFields(tx: WriteTx, { quote, fact, force }: Undoing): Promise<string[]> {
  if (!mayEditQuote(tx.actor, quote)) throw new Refusal("request.forbidden");
  const row = quote as unknown as Record<string, unknown>;
  const held = Object.entries(fact.fields).flatMap(([field, { to }]) => (isAlike(row[field] ?? null, to ?? null) ? [] : [field]));
  if (held.length > 0 && !force) return held;
  const before = Object.fromEntries(Object.entries(fact.fields).map(([field, { from }]) => [field, from]));
  await saveQuote(tx, quote, before, "quote.edited");
  return held;
}

/** A version nobody touched goes; one that was worked on or sent stays. */
async function takeBackVersion(tx: WriteTx, { quote, fact }: Undoing): Promise<string[]> {
  if (!mayPriceQuote(tx.actor, quote)) throw new Refusal("request.forbidden");
  const number = Number(fact.fields["version_number"]?.to);
  const version = await findVersion(tx, quote.id, number);
  if (!version) return [];
  const isUntouched = version.version === 1 && version.frozen_at === null && number === quote.newest_number;
  if (!isUntouched) throw new Refusal("undo.impossible", { reason: "inUse" });
  await tx.db.deleteFrom("quote_version").where("workspace_id", "=", tx.actor.workspaceId).where("id", "=", version.id).execute();
  await tx.db
    .updateTable("quote")
    .set({ newest_number: number - 1 })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", quote.id)
    .execute();
  const newest = await getVersion(tx, quote.id, number - 1);
  await showNewest(tx, newest);
  tellQuote(tx, quote, { kind: "quote.edited", fields: { newest_number: { from: number, to: number - 1 } }, version: newest.version });
  return [];
}

async function takeBackEdits(tx: WriteTx, { quote, fact, force }: Undoing): Promise<string[]> {
  if (!mayPriceQuote(tx.actor, quote)) throw new Refusal("request.forbidden");
  const version = await getVersion(tx, quote.id, Number(fact.fields["version_number"]?.to));
  const edits = (fact.fields["edits"]?.from ?? []) as readonly SheetEdit[];
  const { conflicts } = applyEdits(version.sheet, edits);
  const held = conflicts.map(({ field, name }) => [name, field].filter(Boolean).join(" ") || "edits");
  if (held.length > 0 && !force) return held;
  const kind = fact.kind === "quote.ratesRefreshed" ? "quote.ratesRefreshed" : "quote.priced";
  await editSheet(tx, { quote, version, edits: withMine(edits, conflicts), kind });
  return held;
}

const OPPOSITE: Partial<Record<FactKind, FactKind>> = {
  "quote.accepted": "quote.unaccepted",
  "quote.unaccepted": "quote.accepted",
  "quote.chosen": "quote.unchosen",
  "quote.unchosen": "quote.chosen",
};

/** How versions stood, which of them bore a mark, and what the amount was, as far as nothing else came of it since. */
async function takeBackStanding(tx: WriteTx, { quote, fact, force }: Undoing): Promise<string[]> {
  if (!mayMarkQuote(tx.actor, quote)) throw new Refusal("request.forbidden");
  if (quote.opportunity_id !== null) await lockRecords(tx, [quote.opportunity_id]);
  const opportunity = quote.opportunity_id === null ? undefined : await findOpportunity(tx, quote.opportunity_id);
  const { fields } = fact;
  const held = [...(await heldStatuses(tx, fields)), ...(opportunity ? heldMarks(opportunity, fields) : [])];
  if (held.length > 0 && !force) return held;
  const statuses = await setStatuses(tx, (fields["statuses"]?.from ?? {}) as Statuses);
  const marks = opportunity ? await restoreMarks(tx, opportunity, fields) : {};
  const number = fields["version_number"]?.to;
  const { version } = await getVersion(tx, quote.id, Number(number));
  const kind = OPPOSITE[fact.kind] ?? "quote.edited";
  tellQuote(tx, quote, { kind, fields: { version_number: { from: null, to: number }, ...statuses, ...marks }, version });
  return held;
}

async function heldStatuses(tx: WriteTx, fields: FactFields): Promise<string[]> {
  const left = (fields["statuses"]?.to ?? {}) as Statuses;
  const versions = await versionsById(tx, Object.keys(left));
  return versions.some(({ id, status }) => left[id] !== status) ? ["statuses"] : [];
}

function heldMarks(opportunity: StoredOpportunity, fields: FactFields): string[] {
  const held = (field: string, mark: QuoteMark | null): string[] => {
    const told = fields[field];
    return told && !isAlike(mark, told.to) ? [field] : [];
  };
  return [...held("chosen_quote", chosenOf(opportunity)), ...held("accepted_quote", acceptedOf(opportunity))];
}

async function restoreMarks(tx: WriteTx, opportunity: StoredOpportunity, fields: FactFields): Promise<FactFields> {
  const { chosen_quote: chosen, accepted_quote: accepted } = fields;
  const told = AMOUNT_COLUMNS.filter((column) => column in fields);
  const isAsLeft = told.every((column) => isAlike(opportunity[column] ?? null, fields[column]?.to ?? null));
  const exactly = isAsLeft ? (Object.fromEntries(told.map((column) => [column, fields[column]?.from])) as Columns) : {};
  return putMarks(tx, opportunity, {
    ...(chosen ? { chosen: chosen.from as QuoteMark | null } : {}),
    ...(accepted ? { accepted: accepted.from as QuoteMark | null } : {}),
    exactly,
  });
}

/** The same for a template. */
export async function takeBackTemplate(tx: WriteTx, fact: QuoteFact, force: boolean): Promise<string[]> {
  const template = await findTemplate(tx, fact.record_id);
  if (!template) throw new Refusal("request.notFound");
  const isMade = fact.kind === "quoteTemplate.created";
  if (!(isMade || "deleted_at" in fact.fields ? mayDeleteTemplates(tx.actor) : mayWriteTemplates(tx.actor)))
    throw new Refusal("request.forbidden");
  if (isMade) {
    if (!template.deleted_at) await saveTemplate(tx, template, { deleted_at: tx.at }, "quoteTemplate.deleted");
    return [];
  }
  const { deleted_at: deleted, ...fields } = fact.fields;
  const row = template as unknown as Record<string, unknown>;
  const held = Object.entries(fields).flatMap(([field, { to }]) => (isAlike(row[field] ?? null, to ?? null) ? [] : [field]));
  if (held.length > 0 && !force) return held;
  const before = Object.fromEntries(Object.entries(fields).map(([field, { from }]) => [field, from]));
  const existence = deleted ? { deleted_at: deleted.from === null ? null : tx.at } : {};
  await saveTemplate(
    tx,
    template,
    { ...before, ...existence },
    deleted && deleted.from !== null ? "quoteTemplate.deleted" : "quoteTemplate.edited",
  );
  return held;
}
