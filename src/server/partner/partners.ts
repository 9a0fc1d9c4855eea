import { partnerEndpoints } from "#contract/partner.ts";
import { mayEditOpportunity, maySeeOpportunity } from "#domain/opportunity/policy.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { getOpportunity, saveOpportunity, type StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import { visibleOpportunity } from "#server/opportunity/show-opportunity.ts";
import { handle } from "#server/platform/handle.ts";
import { partnersOf, writePartners, type StoredPartner } from "#server/partner/partner-store.ts";
import { rivalsFrom, rivalsOf, writeRivals, type StoredRival } from "#server/partner/rival-store.ts";
import type { Partner, Rival } from "#contract/partner.ts";

export const listPartners = handle(partnerEndpoints.listPartners, {
  subject: ({ tx, params }) => visibleOpportunity(tx, params.id),
  allow: maySeeOpportunity,
  run: async ({ tx, subject }) => ({ data: (await partnersOf(tx, subject.id)).map(presentPartner) }),
});

export const setPartners = handle(partnerEndpoints.setPartners, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  run: async ({ tx, subject, body }) => {
    const before = await partnersOf(tx, subject.id);
    const after = await writePartners(tx, subject.id, body.partners);
    const isOther = differs(before.map(withoutId), after.map(withoutId));
    await saveOpportunity(
      tx,
      subject,
      {},
      { kind: "opportunity.partners", extra: isOther ? { partners: { from: before, to: after } } : {} },
    );
    return { data: after.map(presentPartner) };
  },
});

export const listRivals = handle(partnerEndpoints.listRivals, {
  subject: ({ tx, params }) => visibleOpportunity(tx, params.id),
  allow: maySeeOpportunity,
  run: async ({ tx, subject }) => ({ data: (await rivalsOf(tx, subject.id)).map((rival) => presentRival(subject, rival)) }),
});

export const setRivals = handle(partnerEndpoints.setRivals, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  run: async ({ tx, subject, body }) => {
    const before = await rivalsOf(tx, subject.id);
    const after = await writeRivals(tx, subject.id, rivalsFrom(subject, body.competitors));
    const isOther = differs(before, after);
    await saveOpportunity(
      tx,
      subject,
      {},
      { kind: "opportunity.competitors", extra: isOther ? { competitors: { from: before, to: after } } : {} },
    );
    return { data: after.map((rival) => presentRival(subject, rival)) };
  },
});

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

export function withoutId({ id: _id, ...partner }: StoredPartner): Omit<StoredPartner, "id"> {
  return partner;
}

function presentPartner({ id, kind, recordId, name, role, note }: StoredPartner): Partner {
  return { id, kind, record: { id: recordId, name }, role: role as Partner["role"], note };
}

function presentRival({ currency, competitor_id }: StoredOpportunity, { priceMinor, ...rival }: StoredRival): Rival {
  const price = priceMinor === null ? null : { amount: formatAmount(BigInt(priceMinor), currency), currency };
  return { ...rival, price, lostTo: competitor_id === rival.id };
}
