import { sql, type RawBuilder } from "kysely";

/** The opportunity `o` has a contact, one of these if any are named. A deleted one is no contact, wherever it is asked. */
export function hasContact(ids?: RawBuilder<unknown>): RawBuilder<boolean> {
  // "offset 0": asked of each row by its index, never by reading the contacts of all opportunities first.
  return sql<boolean>`exists (
    select 1 from opportunity_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id and p.deleted_at is null
    where l.workspace_id = o.workspace_id and l.opportunity_id = o.id${ids ? sql` and l.contact_id = any (${ids})` : sql` offset 0`})`;
}
