import { sql, type RawBuilder } from "kysely";

/** The opportunity `o` has one of these contacts. A deleted one is no contact, wherever it is asked; whether there is any stands on its row. */
export function hasContact(ids: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select 1 from opportunity_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id and p.deleted_at is null
    where l.workspace_id = o.workspace_id and l.opportunity_id = o.id and l.contact_id = any (${ids}))`;
}
