import { sql, type RawBuilder } from "kysely";
import type { CustomField } from "#domain/custom-field/custom-field.ts";
import type { ViewResource } from "#domain/view/view.ts";
import { CLIENT_FILTERED } from "#server/client/client-filter-fields.ts";
import { CLIENT_ORDERS, clientConditions } from "#server/client/list-clients.ts";
import { CONTACT_FILTERED } from "#server/contact/contact-filter-fields.ts";
import { CONTACT_ORDERS, contactConditions } from "#server/contact/list-contacts.ts";
import type { FilteredRecord } from "#server/custom-field/record-filter.ts";
import { OPPORTUNITY_ORDERS } from "#server/opportunity/list-opportunities.ts";
import { conditionsOf } from "#server/opportunity/opportunity-filter.ts";
import { OPPORTUNITY_FILTERED } from "#server/opportunity/opportunity-filter-fields.ts";
import type { ReadTx } from "#server/platform/database.ts";
import type { SortFields } from "#server/platform/keyset.ts";

type Asked = { readonly filter: unknown; readonly customFields: readonly CustomField[] };

/** A list that has views: what it is filtered and sorted by, and the rows that a view of it shows. */
type ViewedList = {
  readonly filtered: FilteredRecord;
  readonly orders: SortFields;
  readonly rowsOf: (tx: ReadTx, asked: Asked) => RawBuilder<unknown>;
};

export const VIEWED_LISTS: Readonly<Record<ViewResource, ViewedList>> = {
  opportunities: {
    filtered: OPPORTUNITY_FILTERED,
    orders: OPPORTUNITY_ORDERS,
    rowsOf: (tx, asked) => sql`select 1 from opportunity o where ${conditionsOf(tx, asked)} and o.deleted_at is null`,
  },
  clients: {
    filtered: CLIENT_FILTERED,
    orders: CLIENT_ORDERS,
    rowsOf: (tx, asked) => sql`select 1 from client c where ${clientConditions(tx, asked)}`,
  },
  contacts: {
    filtered: CONTACT_FILTERED,
    orders: CONTACT_ORDERS,
    rowsOf: (tx, asked) => sql`select 1 from contact c where ${contactConditions(tx, asked)}`,
  },
};
