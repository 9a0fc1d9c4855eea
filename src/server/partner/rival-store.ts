import { sql } from "kysely";
import { parseAmount } from "#domain/shared/money.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import type { StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";

/** A competitor of one opportunity, as it is told in facts. */
export type StoredRival = {
  readonly id: string;
  readonly name: string;
  readonly priceMinor: string | null;
  readonly strengths: string | null;
  readonly weaknesses: string | null;
};

export async function rivalsOf(tx: ReadTx, opportunityId: string): Promise<StoredRival[]> {
  const { rows } = await sql<StoredRival>`
    select r.competitor_id as id, k.name, r.price_minor as "priceMinor", r.strengths, r.weaknesses
    from opportunity_competitor r join competitor k on k.workspace_id = r.workspace_id and k.id = r.competitor_id
    where r.workspace_id = ${tx.actor.workspaceId} and r.opportunity_id = ${opportunityId} order by r.position`.execute(tx.db);
  return rows;
}

export type RivalLink = {
  readonly competitorId: string;
  readonly price?: string | null | undefined;
  readonly strengths?: string | null | undefined;
  readonly weaknesses?: string | null | undefined;
};

/** The links of a body as they are stored: prices in the opportunity's currency. */
export function rivalsFrom(opportunity: Pick<StoredOpportunity, "currency">, links: readonly RivalLink[]): Omit<StoredRival, "name">[] {
  return links.map(({ competitorId, price, strengths, weaknesses }, index) => {
    const minor = price === null || price === undefined ? null : parseAmount(price, opportunity.currency);
    if (minor === undefined) throw refuseField(`/competitors/${index}/price`, "amount.tooFine");
    if (links.slice(0, index).some((other) => other.competitorId === competitorId))
      throw refuseField(`/competitors/${index}/competitorId`, "link.twice");
    return {
      id: competitorId,
      priceMinor: minor === null ? null : minor.toString(),
      strengths: strengths ?? null,
      weaknesses: weaknesses ?? null,
    };
  });
}

/** Replaces the competitors of an opportunity. */
export async function writeRivals(
  tx: WriteTx,
  opportunityId: string,
  rivals: readonly Omit<StoredRival, "name">[],
): Promise<StoredRival[]> {
  await refuseUnknown(
    tx,
    rivals.map(({ id }) => id),
  );
  await tx.db
    .deleteFrom("opportunity_competitor")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("opportunity_id", "=", opportunityId)
    .execute();
  const rows = rivals.map(({ id, priceMinor, strengths, weaknesses }, position) => ({
    workspace_id: tx.actor.workspaceId,
    opportunity_id: opportunityId,
    competitor_id: id,
    price_minor: priceMinor,
    strengths,
    weaknesses,
    position,
  }));
  if (rows.length > 0) await tx.db.insertInto("opportunity_competitor").values(rows).execute();
  return rivalsOf(tx, opportunityId);
}

async function refuseUnknown(tx: ReadTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await tx.db
    .selectFrom("competitor")
    .select("id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "in", [...ids])
    .where("deleted_at", "is", null)
    .execute();
  const missing = ids.findIndex((id) => !found.some((row) => row.id === id));
  if (missing >= 0) throw refuseField(`/competitors/${missing}/competitorId`, "reference.unknown");
}
