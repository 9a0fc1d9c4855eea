import type { RowValues } from "#domain/exchange/read-row.ts";
import { lose, win } from "#domain/opportunity/opportunity.ts";
import type { Day } from "#domain/shared/day.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { textOf, type ImportContext } from "#server/exchange/import-context.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { wonFiguresOf } from "#server/opportunity/opportunity-quotes.ts";
import { columnsOfSale, saleOf } from "#server/opportunity/opportunity-stage.ts";
import { nextStep, stateRow } from "#server/opportunity/opportunity-store.ts";
import type { WriteTx } from "#server/platform/database.ts";

type Ended = { readonly values: RowValues; readonly made: OpportunityColumns; readonly end: "won" | "lost" };

/** Won or lost when the file says so: the history holds both states, the second after the first. */
export async function closed(tx: WriteTx, context: ImportContext, { values, made, end }: Ended): Promise<OpportunityColumns> {
  const closedOn = textOf(values, "expectedCloseOn") ?? dayInZone(made.created_at.toISOString(), tx.agency.timezone);
  const change = await closing(tx, context, { row: made, closedOn, end, values });
  // The history goes on: a state begins after the one it ends.
  const noon = new Date(`${closedOn}T12:00:00.000Z`);
  const began = made.created_at;
  const at = noon > began && noon < tx.at ? noon : new Date(Math.min(began.getTime() + 1000, tx.at.getTime()));
  const ended = nextStep({ ...tx, at }, made, columnsOfSale(change), end === "won" ? "opportunity.won" : "opportunity.lost");
  context.batch.put("opportunity_state", { ...stateRow({ ...tx, at: began }, made), valid_until: at });
  context.batch.put("opportunity_state", stateRow({ ...tx, at }, ended));
  return ended;
}

type Closing = { readonly row: OpportunityColumns; readonly closedOn: Day; readonly end: "won" | "lost"; readonly values: RowValues };

export async function closing(tx: WriteTx, context: ImportContext, { row, closedOn, end, values }: Closing) {
  // A file says what it was sold for: only a quote that was accepted knows better.
  if (end === "won") return win(saleOf(row), { closedOn, ...wonFiguresOf(row), productsMinor: null });
  const reasonId = await context.entry(tx, "lost_reason", textOf(values, "lostReason") ?? context.notStated(tx));
  return lose(saleOf(row), { closedOn, reasonId, competitorId: null, comment: null });
}
