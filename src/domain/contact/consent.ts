/** Consent to the newsletter keeps its date and origin. An import never turns "no" into "yes". */
import type { Instant } from "#domain/shared/day.ts";

export type Consent = { readonly subscribed: boolean; readonly at: Instant; readonly origin: string } | null;

type Answer = { readonly subscribed: boolean; readonly origin: string; readonly at: Instant };

/** A person (or the contact) answers: the same answer again keeps the first date and origin. */
export function consentAfter(before: Consent, answer: Answer | null): Consent {
  if (answer === null) return before;
  if (before?.subscribed === answer.subscribed) return before;
  return { subscribed: answer.subscribed, at: answer.at, origin: answer.origin };
}

export function consentAfterImport(before: Consent, answer: Answer | null): Consent {
  if (before !== null && !before.subscribed) return before;
  return consentAfter(before, answer);
}
