import { sql, type RawBuilder } from "kysely";
import type { Quote } from "#contract/quote-record.ts";
import { percentOf } from "#domain/product/product-line.ts";
import { mayDeleteQuote, mayEditQuote } from "#domain/quote/policy.ts";
import { statusOn, type StoredStatus } from "#domain/quote/quote-status.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { may } from "#domain/user/rights.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { placedQuote, type StoredQuote } from "#server/quote/quote-store.ts";

type Names = {
  readonly opportunity_name: string | null;
  readonly opportunity_number: string | null;
  readonly client_name: string | null;
  readonly contact_name: string | null;
  readonly manager_name: string | null;
};
export type QuoteRow = StoredQuote & Names & { readonly cursor_values: unknown };

export function quoteColumns(tx: ReadTx): RawBuilder<unknown> {
  // Without the right to contacts the names of persons do not even leave the database.
  const contact = may(tx.actor, "contacts", "read") ? sql`p.name` : sql`null::text`;
  return sql`q.*, o.name as opportunity_name, o.number as opportunity_number, c.name as client_name, ${contact} as contact_name, u.name as manager_name`;
}

export const quoteJoins: RawBuilder<unknown> = sql`
  left join opportunity o on o.workspace_id = q.workspace_id and o.id = q.opportunity_id
  left join client c on c.workspace_id = q.workspace_id and c.id = q.client_id
  left join contact p on p.workspace_id = q.workspace_id and p.id = q.contact_id and p.deleted_at is null
  left join app_user u on u.workspace_id = q.workspace_id and u.id = q.manager_id`;

export const amountOf = (minor: string | null, currency: string): { amount: string; currency: string } | null =>
  minor === null ? null : { amount: formatAmount(BigInt(minor), currency), currency };

const named = (id: string | null, name: string | null): { id: string; name: string } | null =>
  id === null || name === null ? null : { id, name };

export function presentQuote(tx: ReadTx, row: QuoteRow): Quote {
  const { costs } = tx.actor.rights;
  const placed = placedQuote(row);
  const isThere = row.deleted_at === null;
  const isKnown = row.total_minor !== null && row.margin_minor !== null;
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    opportunity:
      row.opportunity_id === null || row.opportunity_name === null
        ? null
        : { id: row.opportunity_id, name: row.opportunity_name, number: row.opportunity_number ?? "" },
    client: named(row.client_id, row.client_name),
    contact: named(row.contact_id, row.contact_name),
    manager: named(row.manager_id, row.manager_name),
    language: row.language as Quote["language"],
    newestVersion: row.newest_number,
    status: statusOn(row.status as StoredStatus, row.valid_until, tx.today),
    currency: row.currency,
    payers: row.payers,
    price: amountOf(row.price_minor, row.currency),
    total: amountOf(row.total_minor, row.currency),
    margin: costs ? amountOf(row.margin_minor, row.currency) : null,
    marginPercent: costs && isKnown ? percentOf(BigInt(row.total_minor ?? 0), BigInt(row.margin_minor ?? 0)) : null,
    departsOn: row.departs_on,
    validUntil: row.valid_until,
    chosenVersion: row.chosen_number,
    acceptedVersion: row.accepted_number,
    can: { edit: isThere && mayEditQuote(tx.actor, placed), delete: isThere && mayDeleteQuote(tx.actor, placed) },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    version: row.version,
  };
}

export async function showOneQuote(tx: ReadTx, id: string): Promise<Quote> {
  const { rows } = await sql<QuoteRow>`select ${quoteColumns(tx)}, null as cursor_values from quote q ${quoteJoins}
    where q.workspace_id = ${tx.actor.workspaceId} and q.id = ${id}`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Error("a quote that was just loaded is gone");
  return presentQuote(tx, row);
}
