/** What an opportunity lacks, and whether its expected close has passed. A reminder, never a block. */
import type { Day } from "#domain/shared/day.ts";

export type Missing = "contact" | "departure" | "participants" | "amount" | "destination";

/** Why an open opportunity asks for attention, the most pressing first: each is a filter of the list. */
export const WATCH_REASONS = ["stale", "overdue", "idle", "incomplete", "missingImportant"] as const;
export type WatchReason = (typeof WATCH_REASONS)[number];

type Filled = {
  readonly hasContact: boolean;
  readonly departsOn: Day | null;
  readonly pax: number | null;
  readonly amountMinor: bigint;
  readonly destinations: number;
};

export function missingValues(filled: Filled): Missing[] {
  const missing: Missing[] = [];
  if (!filled.hasContact) missing.push("contact");
  if (filled.destinations === 0) missing.push("destination");
  if (filled.departsOn === null) missing.push("departure");
  if (!filled.pax) missing.push("participants");
  if (filled.amountMinor === 0n) missing.push("amount");
  return missing;
}

export function isOverdue(opportunity: { readonly outcome: string; readonly expectedCloseOn: Day | null }, today: Day): boolean {
  return opportunity.outcome === "open" && opportunity.expectedCloseOn !== null && opportunity.expectedCloseOn < today;
}
