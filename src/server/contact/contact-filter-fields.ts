import { sql } from "kysely";
import { CONTACT_FILTER_FIELDS, type ContactFilterField } from "#domain/contact/filter-fields.ts";
import type { CustomField } from "#domain/custom-field/custom-field.ts";
import { missingSql } from "#server/custom-field/custom-filter-sql.ts";
import type { FilteredRecord } from "#server/custom-field/record-filter.ts";
import type { ReadTx } from "#server/platform/database.ts";
import type { FieldSql } from "#server/platform/filter-conditions.ts";
import { searchTerms } from "#server/platform/search-terms.ts";
import { isSeenWithTag } from "#server/tag/tag-store.ts";

const column = (name: string): FieldSql => ({ column: sql.ref(`c.${name}`) });

/** Where each field stands in the database; complete by its type. */
function tableOf(_tx: ReadTx, customFields: readonly CustomField[]): { readonly [Field in ContactFilterField]: FieldSql } {
  return {
    text: {
      words: (text) => {
        const terms = searchTerms(text);
        if (terms.length === 0) return sql<boolean>`true`;
        return sql<boolean>`c.id in (select record_id from search_records('contact', ${terms}::text[], false))`;
      },
    },
    name: column("name"),
    firstName: { column: sql`nullif(c.first_name, '')` },
    lastName: { column: sql`nullif(c.last_name, '')` },
    gender: column("gender"),
    jobTitle: column("job_title"),
    clientId: {
      some: (ids) =>
        sql<boolean>`exists (select 1 from client_contact l join client k on k.workspace_id = l.workspace_id and k.id = l.client_id and k.deleted_at is null
          where l.workspace_id = c.workspace_id and l.contact_id = c.id${ids ? sql` and l.client_id = any (${ids})` : sql``})`,
    },
    newsletter: { column: sql`case when c.newsletter then 'subscribed' when c.newsletter is null then 'unknown' else 'refused' end` },
    tag: { some: (ids) => isSeenWithTag("contact", ids) },
    email: column("email"),
    city: column("city"),
    postalCode: column("postal_code"),
    region: column("region"),
    country: column("country"),
    language: column("language"),
    createdAt: { instant: sql.ref("c.created_at") },
    updatedAt: { instant: sql.ref("c.updated_at") },
    missingImportant: { flag: missingSql("c", customFields) },
  };
}

export const CONTACT_FILTERED: FilteredRecord = { record: "contact", alias: "c", fields: CONTACT_FILTER_FIELDS, tableOf };
