/**
 * How a version of a quote stands (RULES 1.2). A draft is worked on; what was sent, chosen or accepted is frozen, and what
 * comes next is a new version. Expired is read from the validity, never written: a later validity is a new version too.
 */
import { Refusal } from "#domain/shared/refusal.ts";
import type { Day } from "#domain/shared/day.ts";

export const STORED_STATUSES = ["draft", "sent", "accepted", "declined", "superseded"] as const;
export type StoredStatus = (typeof STORED_STATUSES)[number];

export const QUOTE_STATUSES = ["draft", "sent", "accepted", "declined", "expired", "superseded"] as const;
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];

/** Both days belong to the validity. */
export function statusOn(status: StoredStatus, validUntil: Day | null, today: Day): QuoteStatus {
  return status === "sent" && validUntil !== null && validUntil < today ? "expired" : status;
}

type Standing = { readonly status: StoredStatus; readonly isFrozen: boolean };

export function refuseFrozen({ isFrozen, status }: Standing): void {
  if (isFrozen) throw new Refusal("quote.frozen", { standing: status });
}

export const maySend = ({ status }: Standing): boolean => status === "draft";
export const mayDecline = ({ status }: Standing): boolean => status === "sent";
/** The client may say yes to what was declined, or to an earlier version after all. */
export const mayAccept = ({ status }: Standing): boolean => status !== "accepted";

export function refuseStatus(isAllowed: boolean, { status }: Standing): void {
  if (!isAllowed) throw new Refusal("quote.wrongStatus", { standing: status });
}

/** The yes taken back: as it stood before. */
export function statusWithoutYes(wasSent: boolean): StoredStatus {
  return wasSent ? "sent" : "draft";
}
