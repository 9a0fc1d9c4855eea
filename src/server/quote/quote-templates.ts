import { sql } from "kysely";
import { quoteMarkEndpoints } from "#contract/quote-mark-endpoints.ts";
import type { QuoteTemplate } from "#contract/quote-record.ts";
import { mayDeleteTemplates, mayReadQuotes, mayWriteTemplates } from "#domain/quote/policy.ts";
import type { QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { asTemplate } from "#domain/quote/sheet-from.ts";
import { fieldsChanged } from "#domain/shared/fact.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";
import { getQuote, getVersion } from "#server/quote/quote-store.ts";
import { getTemplate, saveTemplate, templateColumns, told, type StoredTemplate } from "#server/quote/template-store.ts";

type Row = StoredTemplate & { readonly maker: string };

export const listQuoteTemplates = handle(quoteMarkEndpoints.listQuoteTemplates, {
  subject: nothing,
  allow: mayReadQuotes,
  run: async ({ tx }) => ({ data: await templates(tx) }),
});

export const createQuoteTemplate = handle(quoteMarkEndpoints.createQuoteTemplate, {
  subject: nothing,
  allow: mayWriteTemplates,
  run: async ({ tx, body }) => {
    const sheet = await sheetOf(tx, body.quoteId, body.number);
    return showTemplate(tx, await insertTemplate(tx, { name: body.name, description: body.description ?? null, sheet }));
  },
});

export const editQuoteTemplate = handle(quoteMarkEndpoints.editQuoteTemplate, {
  subject: ({ tx, params }) => visibleTemplate(tx, params.id),
  allow: mayWriteTemplates,
  current: (tx, subject) => showTemplate(tx, subject.id),
  run: async ({ tx, subject, body }) => {
    const { quoteId, number, ...change } = body;
    if (quoteId === undefined && number !== undefined) throw refuseField("/quoteId", "value.required");
    const words = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const sheet = quoteId === undefined ? {} : { sheet: await sheetOf(tx, quoteId, number) };
    await saveTemplate(tx, subject, { ...words, ...sheet }, "quoteTemplate.edited");
    return showTemplate(tx, subject.id);
  },
});

export const deleteQuoteTemplate = handle(quoteMarkEndpoints.deleteQuoteTemplate, {
  subject: ({ tx, params }) => visibleTemplate(tx, params.id),
  allow: mayDeleteTemplates,
  current: (tx, subject) => showTemplate(tx, subject.id),
  run: async ({ tx, subject }) => {
    await saveTemplate(tx, subject, { deleted_at: tx.at }, "quoteTemplate.deleted");
  },
});

/** Without the right a record does not exist. */
async function visibleTemplate(tx: ReadTx, id: string): Promise<StoredTemplate> {
  if (!mayReadQuotes(tx.actor)) throw new Refusal("request.notFound");
  return getTemplate(tx, id);
}

async function sheetOf(tx: ReadTx, quoteId: string, number: number | undefined): Promise<QuoteSheet> {
  const quote = await getQuote(tx, quoteId);
  return asTemplate((await getVersion(tx, quote.id, number ?? quote.newest_number)).sheet);
}

type NewTemplate = { readonly name: string; readonly description: string | null; readonly sheet: QuoteSheet };

export async function insertTemplate(tx: WriteTx, made: NewTemplate): Promise<string> {
  const id = newId();
  const { days, lines, currency } = made.sheet;
  await tx.db
    .insertInto("quote_template")
    .values({
      workspace_id: tx.actor.workspaceId,
      id,
      ...templateColumns(made),
      name: made.name,
      sheet: JSON.stringify(made.sheet),
      days_count: days.length,
      lines_count: lines.length,
      currency,
      created_at: tx.at,
      created_by: tx.actor.userId,
      updated_at: tx.at,
    })
    .execute();
  const { sheet: _sheet, ...words } = told(made);
  tx.change.tell({
    kind: "quoteTemplate.created",
    type: "quoteTemplate",
    id,
    name: made.name,
    fields: fieldsChanged({}, words),
    version: 1,
  });
  return id;
}

async function showTemplate(tx: ReadTx, id: string): Promise<QuoteTemplate> {
  const [template] = await templates(tx, id);
  if (!template) throw new Error("a template that was just loaded is gone");
  return template;
}

async function templates(tx: ReadTx, id?: string): Promise<QuoteTemplate[]> {
  const { rows } = await sql<Row>`
    select t.*, u.name as maker from quote_template t
    join app_user u on u.workspace_id = t.workspace_id and u.id = t.created_by
    where t.workspace_id = ${tx.actor.workspaceId} and t.deleted_at is null and ${id === undefined ? sql`true` : sql`t.id = ${id}`}
    order by t.name collate name_order, t.id`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    description: row.description,
    daysCount: row.days_count,
    linesCount: row.lines_count,
    currency: row.currency,
    can: { edit: mayWriteTemplates(tx.actor), delete: mayDeleteTemplates(tx.actor) },
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by, name: row.maker },
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  }));
}
