import type { FactFields, FactKind } from "#domain/shared/fact.ts";
import { findOpportunity, saveOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { partnersOf, writePartners, type StoredPartner } from "#server/partner/partner-store.ts";
import { withoutId } from "#server/partner/partners.ts";
import { rivalsOf, writeRivals, type StoredRival } from "#server/partner/rival-store.ts";

type LinksFact = { readonly kind: FactKind; readonly record_id: string; readonly fields: FactFields };

/** Gives the list of before back; says which it is when a later change made it another. */
export async function takeBackPartners(tx: WriteTx, fact: LinksFact, force: boolean): Promise<string[]> {
  const isPartners = fact.kind === "opportunity.partners";
  const field = isPartners ? "partners" : "competitors";
  const { from, to } = fact.fields[field] ?? { from: [], to: [] };
  const now = isPartners ? await partnersOf(tx, fact.record_id) : await rivalsOf(tx, fact.record_id);
  const held = same(now, to) ? [] : [field];
  if (held.length > 0 && !force) return held;
  const after = isPartners
    ? await writePartners(
        tx,
        fact.record_id,
        (from as StoredPartner[]).map(({ kind, recordId, role, note }) => ({ [`${kind}Id`]: recordId, role, note })),
      )
    : await writeRivals(tx, fact.record_id, from as StoredRival[]);
  const row = await findOpportunity(tx, fact.record_id);
  if (row) await saveOpportunity(tx, row, {}, { kind: fact.kind, extra: { [field]: { from: now, to: after } } });
  return held;
}

/** Each writing gives partners new ids, and a stored fact has its own order of fields: what they say is compared. */
function same(now: readonly (StoredPartner | StoredRival)[], then: unknown): boolean {
  const said = (list: readonly (StoredPartner | StoredRival)[]): string =>
    JSON.stringify(list.map((one) => Object.entries("recordId" in one ? withoutId(one) : one).sort(([a], [b]) => (a < b ? -1 : 1))));
  return said(now) === said(then as (StoredPartner | StoredRival)[]);
}
