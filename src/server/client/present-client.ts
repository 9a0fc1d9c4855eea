import { sql, type RawBuilder } from "kysely";
import type { Client } from "#contract/client.ts";
import { mayDeleteClients, mayWriteClients } from "#domain/client/policy.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { may } from "#domain/user/rights.ts";
import type { ClientColumns } from "#server/client/client-store.ts";
import { presentPhone } from "#server/contact/phone-number.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { tagsColumn, type SeenTag } from "#server/tag/tag-store.ts";
import { parameterName } from "#words/parameter-words.ts";

type Sums = {
  readonly open: number;
  readonly won: number;
  readonly lost: number;
  readonly openAmount: number | string;
  readonly wonAmount: number | string;
};

export type ClientRow = ClientColumns & {
  readonly manager_name: string | null;
  readonly kind: { name: string; word: string | null } | null;
  readonly main_contact: { id: string; name: string } | null;
  readonly sums: Sums | null;
  readonly tags: SeenTag[];
  readonly cursor_values: unknown;
};

/** What hangs on a client is counted under the reader's own visibility; names of persons need the contacts right. */
export function clientColumns(tx: ReadTx): RawBuilder<unknown> {
  const sums = may(tx.actor, "opportunities", "read")
    ? sql`(select json_build_object('open', count(*) filter (where o.outcome = 'open'), 'won', count(*) filter (where o.outcome = 'won'), 'lost', count(*) filter (where o.outcome = 'lost'),
        'openAmount', coalesce(sum(o.total_home_minor) filter (where o.outcome = 'open'), 0)::text, 'wonAmount', coalesce(sum(o.total_home_minor) filter (where o.outcome = 'won'), 0)::text)
        from opportunity o where o.workspace_id = c.workspace_id and o.client_id = c.id and o.deleted_at is null)`
    : sql`null::json`;
  const main = may(tx.actor, "contacts", "read")
    ? sql`(select json_build_object('id', p.id, 'name', p.name) from client_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
        where l.workspace_id = c.workspace_id and l.client_id = c.id and l.is_main and p.deleted_at is null)`
    : sql`null::json`;
  return sql`c.*, u.name as manager_name, case when k.id is null then null else json_build_object('name', k.name, 'word', k.word) end as kind, ${tagsColumn("client")} as tags, ${main} as main_contact, ${sums} as sums`;
}

export const clientJoins: RawBuilder<unknown> = sql`
  left join app_user u on u.workspace_id = c.workspace_id and u.id = c.manager_id
  left join client_kind k on k.workspace_id = c.workspace_id and k.id = c.kind_id`;

export function presentClient(tx: ReadTx, row: ClientRow, homeCountry: string): Client {
  const home = (minor: number | string) => ({ amount: formatAmount(BigInt(minor), tx.agency.currency), currency: tx.agency.currency });
  return {
    id: row.id,
    name: row.name,
    kindId: row.kind_id,
    kindName: row.kind && parameterName("clientKind", row.kind, tx.actor.locale),
    status: row.status as Client["status"],
    manager: row.manager_id === null ? null : { id: row.manager_id, name: row.manager_name ?? "" },
    legalName: row.legal_name,
    registrationNumber: row.registration_number,
    vatNumber: row.vat_number,
    address: { street: row.street, postalCode: row.postal_code, city: row.city, region: row.region, country: row.country },
    phone: presentPhone(row, homeCountry),
    email: row.email,
    website: row.website,
    language: row.language as Client["language"],
    paymentTerms: row.payment_terms,
    notes: row.notes,
    tags: row.tags,
    custom: row.custom as Client["custom"],
    mainContact: row.main_contact,
    opportunities: row.sums && {
      open: row.sums.open,
      won: row.sums.won,
      lost: row.sums.lost,
      openAmount: home(row.sums.openAmount),
      wonAmount: home(row.sums.wonAmount),
    },
    can: { edit: mayWriteClients(tx.actor) && !row.deleted_at, delete: mayDeleteClients(tx.actor) && !row.deleted_at },
    lastTouchAt: (row.last_touch_at ?? row.created_at).toISOString(),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    version: row.version,
  };
}
