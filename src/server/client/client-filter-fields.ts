import { sql } from "kysely";
import { CLIENT_FILTER_FIELDS, type ClientFilterField } from "#domain/client/filter-fields.ts";
import type { CustomField } from "#domain/custom-field/custom-field.ts";
import { missingSql } from "#server/custom-field/custom-filter-sql.ts";
import type { FilteredRecord } from "#server/custom-field/record-filter.ts";
import type { ReadTx } from "#server/platform/database.ts";
import type { FieldSql } from "#server/platform/filter-conditions.ts";
import { searchTerms } from "#server/platform/search-terms.ts";
import { isSeenWithTag } from "#server/tag/tag-store.ts";

/** Of those that the reader may see. */
export const withOpportunity = sql<boolean>`exists (select 1 from opportunity o where o.workspace_id = c.workspace_id and o.client_id = c.id and o.deleted_at is null)`;

const column = (name: string): FieldSql => ({ column: sql.ref(`c.${name}`) });

/** Where each field stands in the database; complete by its type. */
function tableOf(_tx: ReadTx, customFields: readonly CustomField[]): { readonly [Field in ClientFilterField]: FieldSql } {
  return {
    text: {
      words: (text) => {
        const terms = searchTerms(text);
        if (terms.length === 0) return sql<boolean>`true`;
        return sql<boolean>`c.id in (select record_id from search_records('client', ${terms}::text[], false))`;
      },
    },
    name: column("name"),
    kindId: column("kind_id"),
    status: column("status"),
    managerId: column("manager_id"),
    tag: { some: (ids) => isSeenWithTag("client", ids) },
    contactId: {
      some: (ids) =>
        sql<boolean>`exists (select 1 from client_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id and p.deleted_at is null
          where l.workspace_id = c.workspace_id and l.client_id = c.id${ids ? sql` and l.contact_id = any (${ids})` : sql``})`,
    },
    city: column("city"),
    postalCode: column("postal_code"),
    region: column("region"),
    country: column("country"),
    email: column("email"),
    website: column("website"),
    legalName: column("legal_name"),
    registrationNumber: column("registration_number"),
    language: column("language"),
    lastTouchAt: { instant: sql.ref("c.last_touch_at") },
    createdAt: { instant: sql.ref("c.created_at") },
    updatedAt: { instant: sql.ref("c.updated_at") },
    withoutOpportunity: { flag: sql<boolean>`not ${withOpportunity}` },
    missingImportant: { flag: missingSql("c", customFields) },
  };
}

export const CLIENT_FILTERED: FilteredRecord = { record: "client", alias: "c", fields: CLIENT_FILTER_FIELDS, tableOf };
